/** A command line of a verb and plain words says all by itself: commander, half of what an answer would load, is left out. */
import type { Verb } from './command.ts';
import type { Parsed } from './parse.ts';

/** null where there is something to parse, or to refuse. */
export function plainWords({ args = '', options = [] }: Verb, rest: readonly string[]): Parsed | null {
  const least = args.split('<').length - 1;
  const most = args.includes('...') ? Infinity : args === '' ? 0 : args.split(' ').length;
  const isPlain = rest.every((word) => !word.startsWith('-')) && rest.length >= least && rest.length <= most;
  // An option that can be negated is set where nothing is said.
  if (!isPlain || options.some(([flags]) => flags.includes('--no-'))) return null;
  return { args: rest, options: {}, json: false, as: null, help: false, version: false, now: null, cwd: null };
}
