/** A linter as coord.yaml has it, and what of a change is for it. */
import { secondsOf } from '../dispatch/limits.ts';
import { matches } from '../policy/overlap.ts';
import type { LinterSettings } from '../schemas/types.ts';

export interface Linter {
  readonly name: string;
  readonly run: readonly string[];
  /** Empty: all. */
  readonly files: readonly string[];
  readonly within: 'change' | 'files' | 'all';
  readonly timeoutSeconds: number;
  readonly env: readonly string[];
}

const DEFAULT_SECONDS = 600;
const FILES = '{files}';
/** Characters of paths in one command: systems take no more than some two million, its environment included. */
const MOST_CHARACTERS = 100_000;

export function linterOf(name: string, { run, files, within, timeout, env }: LinterSettings): Linter {
  return { name, run, files: files ?? [], within: within ?? 'change', timeoutSeconds: secondsOf(timeout) ?? DEFAULT_SECONDS, env: env ?? [] };
}

export function filesFor({ files }: Linter, paths: readonly string[]): readonly string[] {
  return files.length === 0 ? paths : paths.filter((path) => files.some((glob) => matches(glob, path)));
}

/** Argument lists to run one after the other: many files are more than one command takes. A path is never an option. */
export function commandsFor({ run }: Linter, paths: readonly string[]): readonly (readonly string[])[] {
  if (!run.includes(FILES)) return [run];
  return groups(paths).map((group) => run.flatMap((argument) => (argument === FILES ? group.map((path) => (path.startsWith('-') ? `./${path}` : path)) : [argument])));
}

function groups(paths: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let length = MOST_CHARACTERS + 1;
  for (const path of paths) {
    length += path.length + 1;
    if (length > MOST_CHARACTERS) {
      all.push([]);
      length = path.length;
    }
    all.at(-1)?.push(path);
  }
  return all;
}
