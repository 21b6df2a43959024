/** What changed in a work tree while an agent ran in it, committed or not. */
import type { ChangedPath } from '../../core/dispatch/scope.ts';
import type { Ports } from '../ports.ts';

export interface TreeBefore {
  readonly commit: string | null;
  /** Uncommitted files and what was in them. */
  readonly texts: ReadonlyMap<string, string | null>;
}

/** Of more uncommitted files than that the contents are not compared: they count as changed. */
const MOST = 500;

export async function treeBefore(ports: Pick<Ports, 'git' | 'files'>): Promise<TreeBefore> {
  const [{ commit }, paths] = await Promise.all([ports.git.head(), ports.git.uncommitted(null)]);
  return { commit, texts: await textsOf(ports, paths.slice(0, MOST)) };
}

export async function changedSince(ports: Pick<Ports, 'git' | 'files'>, before: TreeBefore): Promise<readonly ChangedPath[]> {
  const { commit } = await ports.git.head();
  const committed = before.commit === null || commit === null || commit === before.commit ? [] : await ports.git.changedPaths(before.commit, commit);
  const uncommitted = await ports.git.uncommitted(null);
  const now = await textsOf(ports, uncommitted.filter((path) => before.texts.has(path)));
  const touched = uncommitted.filter((path) => !before.texts.has(path) || before.texts.get(path) !== now.get(path));
  const reverted = await Promise.all([...before.texts].filter(([path]) => !uncommitted.includes(path)).map(async ([path, text]) => ((await ports.files.read(path)) === text ? [] : [path])));
  const paths = [...new Set([...committed.map(({ path }) => path), ...touched, ...reverted.flat()])].sort();
  const known = before.commit === null ? new Map<string, string>() : await ports.git.blobs(before.commit, paths);
  return paths.map((path) => ({ path, isNew: !known.has(path) && !before.texts.has(path) }));
}

async function textsOf({ files }: Pick<Ports, 'files'>, paths: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await files.read(path)] as const)));
}
