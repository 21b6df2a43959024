/** The words after a verb, by commander; what it refuses is said in our own words. */
import { Command, CommanderError } from 'commander';
import { nearest } from '../core/nearest.ts';
import type { Refusal } from '../core/problem/refusal.ts';
import { refusal } from '../core/problem/refusal.ts';
import { count } from '../present/text/words.ts';
import type { Input, Verb } from './command.ts';

export interface Parsed extends Input {
  readonly help: boolean;
  readonly version: boolean;
  readonly now: string | null;
  readonly cwd: string | null;
}

/** Known to every verb. */
const GLOBAL_OPTIONS: readonly (readonly [flags: string, says: string])[] = [
  ['--json', 'the answer as JSON'],
  ['--as <agent>', 'who acts'],
  ['--cwd <folder>', 'as if started in that folder'],
  ['--now <time>', 'as if it were that time'],
  ['-h, --help', 'what this verb does'],
  ['-V, --version', 'which coord this is'],
];

export function parse(verb: Verb, rest: readonly string[]): Parsed | Refusal {
  const command = new Command().exitOverride().helpOption(false).allowExcessArguments().configureOutput({ writeErr: () => undefined });
  if (verb.args !== undefined) command.arguments(verb.args);
  if (verb.passes === true) command.allowUnknownOption();
  for (const [flags, says] of [...(verb.options ?? []), ...GLOBAL_OPTIONS]) command.option(flags, says);
  try {
    if (wantsTalkAbout(rest)) command.registeredArguments.forEach((argument) => (argument.required = false));
    command.parse([...rest], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return inOurWords(error, verb, command);
    throw error;
  }
  const most = command.registeredArguments.some(({ variadic }) => variadic) ? Infinity : command.registeredArguments.length;
  if (command.args.length > most) return usage(verb, `${spoken(verb)} takes ${most === 0 ? 'no words' : count(most, 'word')} after it, not "${command.args.slice(most).join(' ')}"`);
  return parsed(command);
}

function parsed(command: Command): Parsed {
  const { json, as, help, version, now, cwd, ...options } = command.opts<Record<string, string | boolean | string[] | undefined>>();
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { args: command.args, options, json: json === true, as: text(as), help: help === true, version: version === true, now: text(now), cwd: text(cwd) };
}

/** `coord show --help` asks about the verb, so its missing words do not matter. */
function wantsTalkAbout(rest: readonly string[]): boolean {
  return rest.some((word) => ['-h', '--help', '-V', '--version'].includes(word));
}

function inOurWords(error: CommanderError, verb: Verb, command: Command): Refusal {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const like = nearest(named, command.options.flatMap(({ long }) => long ?? []));
      return usage(verb, `${spoken(verb)} has no option ${named}${like === null ? '' : `; did you mean ${like}?`}`);
    }
    case 'commander.missingArgument':
      return usage(verb, `${spoken(verb)} needs <${named}> after it`);
    case 'commander.optionMissingArgument':
      return usage(verb, `${named} needs a value`);
    default:
      return usage(verb, error.message.replace(/^error: /, ''));
  }
}

const usage = (verb: Verb, message: string): Refusal => refusal('usage', { message, verb: verb.name === 'here' ? null : verb.name });
const spoken = (verb: Verb): string => (verb.name === 'here' ? 'coord' : `coord ${verb.name}`);
