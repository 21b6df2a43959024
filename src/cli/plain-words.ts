/** A command line of plain words and switches says all by itself: commander, a third of what an answer would load, is left out. */
import type { Verb } from './command.ts';
import type { Parsed } from './parse.ts';

/** null where there is something to parse, or to refuse. */
export function plainWords({ args = '', options = [] }: Verb, rest: readonly string[]): Parsed | null {
  const words = rest.filter((word) => !word.startsWith('-'));
  const given = rest.filter((word) => word.startsWith('-') && word !== '--json');
  const least = args.split('<').length - 1;
  const most = args.includes('...') ? Infinity : args === '' ? 0 : args.split(' ').length;
  const isSwitch = (word: string): boolean => SWITCH.test(word) && options.some(([flags]) => flags === word);
  if (words.length < least || words.length > most || !given.every(isSwitch)) return null;
  // An option that can be negated is set where nothing is said.
  if (options.some(([flags]) => flags.includes('--no-'))) return null;
  const set = Object.fromEntries(given.map((word) => [camelCase(word.slice(2)), true]));
  return { args: words, options: set, json: rest.includes('--json'), as: null, help: false, version: false, now: null, cwd: null };
}

/** An option that takes no value is declared by its name alone. */
const SWITCH = /^--[a-z]+(?:-[a-z]+)*$/;

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
