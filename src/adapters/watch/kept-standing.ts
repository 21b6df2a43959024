/** What a watcher saw last, in the git directory of its work tree. Anyone may delete it: the next watcher then begins anew. */
import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { makeFolder } from '../make-folder.ts';
import { writeFailure } from '../write-failure.ts';

/** Rises when what is kept changes its form: another version begins anew. */
const FORM = 2;
/** Of tasks and of files so many stand on a line: each is written in a moment, and between them others have their turn. */
const PART = 500;

type Part = Pick<Standing, 'tasks'> | Pick<Standing, 'files'>;

/** The last line: of a file that was cut off nothing counts. */
interface Head {
  readonly form: number;
  readonly folder: string;
  readonly rest: Omit<Standing, 'tasks' | 'files'>;
}

const pathOf = ({ gitDir }: Location): string => join(gitDir, 'coord', 'watched.json');

export function keptStanding(location: Location): Standing | null {
  try {
    const lines = readFileSync(pathOf(location), 'utf8').trimEnd().split('\n');
    const { form, folder, rest } = JSON.parse(lines.pop() ?? '') as Head;
    if (form !== FORM || folder !== location.folder) return null;
    const seen = { ...rest, tasks: {}, files: {} };
    for (const line of lines) {
      const { tasks, files } = JSON.parse(line) as Partial<Standing>;
      Object.assign(seen.tasks, tasks);
      Object.assign(seen.files, files);
    }
    return seen;
  } catch {
    return null;
  }
}

export async function keepStanding(location: Location, standing: Standing): Promise<Result<void>> {
  const path = pathOf(location);
  // Whoever keeps it watches alone: one that was killed meanwhile left this for the next to write over.
  const unfinished = `${path}.tmp`;
  try {
    makeFolder(join(location.gitDir, 'coord'));
    const file = await open(unfinished, 'w', 0o600);
    try {
      for (const line of linesOf(standing, location.folder)) await file.write(`${JSON.stringify(line)}\n`);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return done(undefined);
  } catch (error) {
    await rm(unfinished, { force: true });
    return writeFailure(path, error);
  }
}

function* linesOf({ tasks, files, ...rest }: Standing, folder: string): Generator<Part | Head> {
  for (const part of partsOf(tasks)) yield { tasks: part };
  for (const part of partsOf(files)) yield { files: part };
  yield { form: FORM, folder, rest };
}

function* partsOf<T>(record: Readonly<Record<string, T>>): Generator<Readonly<Record<string, T>>> {
  const entries = Object.entries(record);
  for (let at = 0; at < entries.length; at += PART) yield Object.fromEntries(entries.slice(at, at + PART));
}
