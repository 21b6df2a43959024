/** The shell: finds the verb, loads it, gives it the world and its words, prints what it replies. Answers the exit code. */
import type { Ports } from '../app/ports.ts';
import { instantOf } from '../core/dates.ts';
import { EnvironmentFailure } from '../core/problem/environment-failure.ts';
import type { Result } from '../core/problem/refusal.ts';
import { refusal } from '../core/problem/refusal.ts';
import { BUG } from '../present/exit-code.ts';
import { plain, plainLines, printable } from '../present/text/plain.ts';
import { problemCount } from '../present/checks/problem-count.ts';
import { onLines } from '../present/text/words.ts';
import type { Input, Manual, Reply, Screen, Size, Verb } from './command.ts';
import { findVerb } from './find-verb.ts';
import type { Parsed } from './parse.ts';
import { plainWords } from './plain-words.ts';
import { refuse } from './refuse.ts';

export interface Output {
  /** `false`: nobody reads it any more. */
  write(text: string): unknown;
  /** Why not all of it was written; null: it was. */
  fault?(): string | null;
}

/** All that the shell takes from outside. */
export interface World extends Manual {
  readonly connect: (at: { readonly cwd: string; readonly now: Date }) => Promise<Result<Ports>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Of the terminal behind stdout, where there is one. */
  readonly columns: number | undefined;
  /** The same as it is now: its window may have been made larger or smaller. */
  readonly size: () => Size;
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: Date;
  readonly version: string;
}

export async function run(argv: readonly string[], world: World): Promise<number> {
  const exit = await orLost(await runToEnd(argv, world), world);
  const found = findVerb(argv, world.verbs);
  return 'verb' in found && found.verb.forgiving === true ? 0 : exit;
}

async function runToEnd(argv: readonly string[], world: World): Promise<number> {
  const json = argv.slice(0, untilDashes(argv)).includes('--json');
  const screen = screenOf(world, json);
  try {
    return await print(await reply(argv, world, screen), world, json, screen);
  } catch (error) {
    if (error instanceof EnvironmentFailure) return await print(refuse(error.refusal, screen), world, json, screen);
    return printBug(error, world, json);
  }
}

/** Also with --json in words: its place is where nothing can be written. */
async function orLost(exit: number, world: World): Promise<number> {
  const reason = world.stdout.fault?.() ?? null;
  const screen = screenOf(world, false);
  return reason === null ? exit : print(refuse(refusal('output-lost', { reason }), screen), world, false, screen);
}

async function reply(argv: readonly string[], world: World, screen: Screen): Promise<Reply> {
  const found = findVerb(argv, world.verbs);
  if ('refusal' in found) return refuse(found.refusal, screen);
  const parsed = plainWords(found.verb, found.rest) ?? (await import('./parse.ts')).parse(found.verb, found.rest);
  if ('code' in parsed) return refuse(parsed, screen);
  if (parsed.version) return { exit: 0, text: world.version, data: { version: world.version } };
  const now = timeOf(parsed.now ?? (world.env['COORD_NOW'] || null), world.now);
  if (!now.ok) return refuse(now.refusal, screen);
  const dated = { ...screen, as: parsed.as, now: now.value };
  const isOwnHelp = found.verb.passes === true && parsed.args.length > 0;
  return parsed.help && !isOwnHelp ? helpAbout(found.verb, parsed, world, dated) : perform(found.verb, parsed, world, dated);
}

async function perform(verb: Verb, parsed: Parsed, world: World, screen: Screen): Promise<Reply> {
  const input: Input = parsed;
  if (verb.needs === 'manual') return (await verb.load()).run(world, input, screen);
  const [module, ports] = await Promise.all([verb.load(), world.connect({ cwd: parsed.cwd ?? world.cwd, now: screen.now })]);
  if (!ports.ok) return refuse(ports.refusal, screen);
  if (screen.colour && verb.isLive === true) return (await import('./live-region.ts')).withRegion(world, (region) => module.run(ports.value, input, screen, region.tell, region));
  const say = (line: string): unknown => {
    if (input.json) return verb.streams === true ? world.stdout.write(`${line}\n`) : undefined;
    return world.stdout.write(`${printable(line, screen.colour)}\n`);
  };
  return module.run(ports.value, input, screen, say, null);
}

/** `coord next --help` is `coord help next`. */
async function helpAbout(verb: Verb, parsed: Parsed, world: World, screen: Screen): Promise<Reply> {
  const help = findVerb(['help'], world.verbs);
  if ('refusal' in help) return refuse(help.refusal, screen);
  const args = verb.name === 'here' || verb.name === 'help' ? [] : verb.name.split(' ');
  return perform(help.verb, { ...parsed, args, options: {} }, world, screen);
}

/** What puts problems and refusals into words is loaded only where there are some. */
async function print(answer: Reply, world: World, json: boolean, { colour }: Screen): Promise<number> {
  if (json && answer.streamed === true) return answer.exit;
  if (json) {
    const { envelope } = await import('./envelope.ts');
    world.stdout.write(`${envelope(answer)}\n`);
    return answer.exit;
  }
  if (answer.text !== '') world.stdout.write(`${printable(answer.text, colour)}\n`.replaceAll('\n', answer.lineEnd ?? '\n'));
  const talk = onLines(await reasonOf(answer), answer.talk ?? '', problemCount(answer.problems ?? []));
  if (talk !== '') world.stderr.write(`${printable(talk, colour)}\n`);
  return answer.exit;
}

async function reasonOf({ refused }: Reply): Promise<string> {
  if (refused === undefined) return '';
  const { describeRefusal } = await import('../present/describe-refusal.ts');
  const { message, next } = describeRefusal(refused.refusal, refused.screen);
  return `${message}\n${next}`;
}

function screenOf({ isTTY, columns, env, now }: World, json: boolean): Screen {
  const terminal = isTTY && !json;
  const colour = terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return { terminal, colour, columns: terminal ? (columns === undefined || columns === 0 ? 80 : columns) : Infinity, as: null, now, timeZone: null };
}

function timeOf(text: string | null, now: Date): Result<Date> {
  if (text === null) return { ok: true, value: now };
  const instant = instantOf(text, 'UTC');
  return instant === null ? { ok: false, refusal: refusal('bad-now', { value: text }) } : { ok: true, value: new Date(instant) };
}

/** An exception is a bug of ours, never a state of the user's files. */
function printBug(error: unknown, { env, version, stdout, stderr }: World, json: boolean): number {
  const message = `coord ${version} has a bug: ${plain(error instanceof Error ? `${error.name}: ${error.message}` : String(error))}`;
  const next = 'Please report it (npm bugs git-coord) with what COORD_DEBUG=1 adds to this.';
  if (json) stdout.write(`${JSON.stringify({ coord: 1, data: null, problems: [{ code: 'bug', severity: 'error', message, next }] })}\n`);
  else stderr.write(`${message}. ${next}\n`);
  if (env['COORD_DEBUG'] && error instanceof Error) stderr.write(`${plainLines(error.stack ?? '')}\n`);
  return BUG;
}

function untilDashes(argv: readonly string[]): number {
  const dashes = argv.indexOf('--');
  return dashes === -1 ? argv.length : dashes;
}
