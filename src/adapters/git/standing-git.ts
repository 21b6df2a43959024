/**
 * A git that stays and answers one question after the other: for whoever asks thousands of small ones, starting a git for each
 * takes far longer than its answer. What names stand for is looked up anew each time. Whoever begins it ends it.
 */
import type { ChildProcess } from 'node:child_process';
import type { Location } from '../../app/ports.ts';
import { stayGit } from './run-git.ts';
import type { GitOptions } from './run-git.ts';

export interface FoundObject {
  readonly oid: string;
  readonly type: string;
  /** Empty where only its name was asked for. */
  readonly bytes: Buffer;
}

export interface StandingGit {
  /** null: nothing of that name is there. undefined: it cannot tell, so another git has to be asked. */
  ask(name: string): Promise<FoundObject | null | undefined>;
  end(): void;
}

/** Tells what came of each thing that it is given to write. */
export interface StandingWriter {
  /** Whole lines, as this git reads them. undefined: it did not do it, or cannot tell. */
  write(lines: string): Promise<string | undefined>;
  end(): void;
}

export interface Standing {
  /** Of large files only the names are asked for. */
  readonly contents: StandingGit;
  readonly names: StandingGit;
  /** Paths of files to the ids of blobs that have their contents. */
  readonly blobs: StandingWriter;
  readonly refs: StandingWriter;
}

const standing = new Map<string, Standing>();

/** From now on it answers for all worktrees of the repository; started with the first question. Answers how to end that. */
export function beginStanding({ commonDir }: Pick<Location, 'commonDir'>): () => void {
  const begun: Standing = {
    contents: standingGit(commonDir, 'contents'),
    names: standingGit(commonDir, 'names'),
    blobs: standingWriter(commonDir, ['hash-object', '-w', '--no-filters', '--stdin-paths'], /^([0-9a-f]{40,64})\n/),
    refs: standingWriter(commonDir, ['update-ref', '--stdin'], /^start: ok\nprepare: ok\n(commit: ok)\n/),
  };
  standing.set(commonDir, begun);
  return () => {
    standing.delete(commonDir);
    for (const git of Object.values(begun) as readonly { end(): void }[]) git.end();
  };
}

/** undefined: each question is asked of a git of its own. */
export function standingAt({ commonDir }: Pick<Location, 'commonDir'>): Standing | undefined {
  return standing.get(commonDir);
}

type Told = 'contents' | 'names';

const FORMAT = '%(objectname) %(objecttype) %(objectsize)';
/** What is larger is for a git of its own. */
const MOST_BYTES = 1024 * 1024;

function standingGit(commonDir: string, told: Told): StandingGit {
  const git = staying(commonDir, ['cat-file', `${told === 'contents' ? '--batch' : '--batch-check'}=${FORMAT}`], {}, (bytes) => readAnswers(bytes, told));
  return { end: () => git.end(), ask: (name) => (name.includes('\n') ? Promise.resolve(undefined) : git.ask(`${name}\n`)) };
}

/** `answered`: all that it says of one thing, and in brackets what of that counts. */
function standingWriter(commonDir: string, args: readonly string[], answered: RegExp): StandingWriter {
  const git = staying(commonDir, args, { writes: true }, (bytes): Read<string> => {
    const answers: string[] = [];
    let text = bytes.toString('latin1');
    for (let found = answered.exec(text); found !== null; found = answered.exec(text)) {
      answers.push(found[1] ?? '');
      text = text.slice(found[0].length);
    }
    return { answers, rest: Buffer.from(text, 'latin1') };
  });
  return { end: () => git.end(), write: (lines) => git.ask(lines) };
}

/** Answers that are whole, in order, and what follows them. */
interface Read<T> {
  readonly answers: readonly T[];
  readonly rest: Buffer;
}

interface Staying<T> {
  /** undefined: it has ended. The next question starts another. */
  ask(lines: string): Promise<T | undefined>;
  end(): void;
}

/** `read` answers null where it does not understand: then this git is of no more use. */
function staying<T>(gitDir: string, args: readonly string[], options: Pick<GitOptions, 'writes'>, read: (bytes: Buffer) => Read<T> | null): Staying<T> {
  let asked: Asked<T> | null = null;
  return {
    ask(lines) {
      if (asked === null || asked.isOver()) asked = startAsking(stayGit(gitDir, args, options), read);
      return asked.ask(lines);
    },
    end: () => asked?.end(),
  };
}

interface Asked<T> extends Staying<T> {
  isOver(): boolean;
}

function startAsking<T>(child: ChildProcess, read: (bytes: Buffer) => Read<T> | null): Asked<T> {
  const waiting: ((answer: T | undefined) => void)[] = [];
  let isOver = false;
  let rest: Buffer = Buffer.alloc(0);
  const end = (): void => {
    isOver = true;
    child.kill('SIGKILL');
    for (const answer of waiting.splice(0)) answer(undefined);
  };
  child.on('error', end).on('close', end);
  child.stdin?.on('error', end);
  child.stdout?.on('data', (chunk: Buffer) => {
    const told = read(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
    if (told === null) {
      end();
      return;
    }
    rest = told.rest;
    for (const answer of told.answers) waiting.shift()?.(answer);
    holdOpen(child, waiting.length > 0);
  });
  holdOpen(child, false);
  return {
    isOver: () => isOver,
    end,
    ask: (lines) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        holdOpen(child, true);
        child.stdin?.write(lines);
      }),
  };
}

/** That it could be asked more keeps nobody from ending. */
function holdOpen(child: ChildProcess, isAsked: boolean): void {
  const pipes = [child.stdin, child.stdout] as unknown as readonly { ref(): void; unref(): void }[];
  for (const held of [child, ...pipes]) if (isAsked) held.ref();
  else held.unref();
}

/** null: it says what is not understood, or something too large comes. */
function readAnswers(bytes: Buffer, told: Told): Read<FoundObject | null> | null {
  const answers: (FoundObject | null)[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf(LINE_BREAK, at);
    if (end === -1) return { answers, rest: bytes.subarray(at) };
    const line = bytes.toString('utf8', at, end);
    const [, oid, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
    if (oid === undefined || type === undefined) {
      if (!/ (?:missing|ambiguous)$/.test(line)) return null;
      answers.push(null);
      at = end + 1;
      continue;
    }
    const length = told === 'contents' ? Number(size) : 0;
    if (length > MOST_BYTES) return null;
    const after = told === 'contents' ? end + 1 + length + 1 : end + 1;
    if (bytes.length < after) return { answers, rest: bytes.subarray(at) };
    answers.push({ oid, type, bytes: bytes.subarray(end + 1, end + 1 + length) });
    at = after;
  }
}

const LINE_BREAK = 0x0a;
