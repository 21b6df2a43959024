/** Settles what a merge left in conflict, as far as it can be told from the fields. Only the files are written: `git add` is a person's. */
import { CONFLICT_MARKER } from '../../core/documents/conflict-sides.ts';
import { conflictVersions } from '../../core/documents/conflict-versions.ts';
import type { Stages } from '../../core/documents/conflict-versions.ts';
import { fileKind } from '../../core/documents/file-kind.ts';
import { mergeDocument } from '../../core/documents/merge-document.ts';
import type { Conflict } from '../../core/documents/merge-values.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { repositoryPath } from '../../core/repository-path.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

/**
 * merged: nothing is left to decide. conflicts: some fields are. settled: no markers were left in it. one-sided: a side has no such
 * file. unclear: its fields cannot be told apart, so it was left as it is.
 */
export type ResolvedState = 'merged' | 'conflicts' | 'settled' | 'one-sided' | 'unclear';

export interface ResolvedFile {
  readonly path: string;
  readonly state: ResolvedState;
  readonly conflicts: readonly Conflict[];
  /** Git waits for `git add` of it. */
  readonly isUnmerged: boolean;
}

type ResolvePorts = Pick<Ports, 'location' | 'files' | 'writer' | 'git' | 'store' | 'caller'>;

/** `typed`: paths of files or folders; none: all that are in conflict. */
export async function resolve(ports: ResolvePorts, typed: readonly string[]): Promise<Result<readonly ResolvedFile[]>> {
  const { location, caller } = ports;
  const wanted = typed.map((path) => repositoryPath(location.root, caller.cwd, path) ?? path);
  const stages = new Map((await ports.git.unmerged(location.folder)).map(({ path, ...versions }) => [path, versions]));
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const marked = opened.value.problems.filter(({ code }) => code === 'conflict-marker').map(({ place }) => place.file);
  const all = [...new Set([...stages.keys(), ...marked])].sort();
  const absent = wanted.findIndex((path) => !all.some((found) => isAt(found, path)));
  if (absent !== -1) return refused('not-in-conflict', { path: typed[absent] ?? '', files: all });
  const chosen = wanted.length === 0 ? all : all.filter((path) => wanted.some((name) => isAt(path, name)));
  return ports.writer.write(async (files) => {
    const resolved = await Promise.all(chosen.map((path) => resolveFile(files, location.folder, path, stages.get(path) ?? null)));
    return done({ changes: resolved.flatMap(({ change }) => change ?? []), value: resolved.map(({ file }) => file) });
  });
}

/** A file that is no text must not keep the others from being settled. */
async function textOf(files: TextFiles, path: string): Promise<{ readonly found: string } | 'one-sided' | 'unclear'> {
  try {
    const found = await files.read(path);
    return found === null ? 'one-sided' : { found };
  } catch (error) {
    if (error instanceof EnvironmentFailure) return 'unclear';
    throw error;
  }
}

const isAt = (path: string, name: string): boolean => name === '' || path === name || path.startsWith(`${name}/`);

async function resolveFile(files: TextFiles, folder: string, path: string, stages: Stages | null): Promise<{ readonly file: ResolvedFile; readonly change: FileChange | null }> {
  const left = (state: ResolvedState): { file: ResolvedFile; change: null } => ({ file: { path, state, conflicts: [], isUnmerged: stages !== null }, change: null });
  const text = await textOf(files, path);
  if (typeof text !== 'object') return left(text);
  const kind = fileKind(path.slice(folder.length + 1));
  const toMerge = conflictVersions(kind, text.found, stages);
  if (typeof toMerge === 'string') return left(toMerge);
  const merged = mergeDocument(kind, toMerge.versions, toMerge.rules);
  if (merged === null) return left('unclear');
  const state = CONFLICT_MARKER.test(merged.text) ? 'conflicts' : 'merged';
  return { file: { ...left(state).file, conflicts: merged.conflicts }, change: merged.text === text.found ? null : { path, text: merged.text } };
}
