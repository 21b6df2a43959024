/**
 * A git that stays and answers one question after the other: for whoever asks thousands of small ones, starting a git for each
 * takes far longer than its answer. What names stand for is looked up anew each time. Whoever begins it ends it.
 */
import type { ChildProcess } from 'node:child_process';
import type { Location } from '../../app/ports.ts';
import { stayGit } from './run-git.ts';

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

/** Two of them: of large files only the names are asked for. */
export interface Standing {
  readonly contents: StandingGit;
  readonly names: StandingGit;
}

const standing = new Map<string, Standing>();

/** From now on it answers for all worktrees of the repository; started with the first question. Answers how to end that. */
export function beginStanding({ commonDir }: Pick<Location, 'commonDir'>): () => void {
  const begun: Standing = { contents: standingGit(commonDir, 'contents'), names: standingGit(commonDir, 'names') };
  standing.set(commonDir, begun);
  return () => {
    standing.delete(commonDir);
    begun.contents.end();
    begun.names.end();
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

function standingGit(gitDir: string, told: Told): StandingGit {
  let asked: Asked | null = null;
  return {
    ask(name) {
      if (name.includes('\n')) return Promise.resolve(undefined);
      if (asked === null || asked.isOver()) asked = startAsking(gitDir, told);
      return asked.ask(name);
    },
    end: () => asked?.end(),
  };
}

interface Asked extends StandingGit {
  isOver(): boolean;
}

function startAsking(gitDir: string, told: Told): Asked {
  const child = stayGit(gitDir, ['cat-file', `${told === 'contents' ? '--batch' : '--batch-check'}=${FORMAT}`]);
  const waiting: ((answer: FoundObject | null | undefined) => void)[] = [];
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
    const read = readAnswers(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), told);
    if (read === null) {
      end();
      return;
    }
    rest = read.rest;
    for (const answer of read.answers) waiting.shift()?.(answer);
    holdOpen(child, waiting.length > 0);
  });
  holdOpen(child, false);
  return {
    isOver: () => isOver,
    end,
    ask: (name) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        holdOpen(child, true);
        child.stdin?.write(`${name}\n`);
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
function readAnswers(bytes: Buffer, told: Told): { readonly answers: readonly (FoundObject | null)[]; readonly rest: Buffer } | null {
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
