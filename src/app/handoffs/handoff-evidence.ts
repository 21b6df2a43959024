/** Asks git and the work tree what handoffs have to be judged by: a handful of calls, however many handoffs there are. */
import type { Handoff } from '../../core/model.ts';
import { commitsOf } from '../../core/policy/handoff-evidence.ts';
import type { HandoffEvidence } from '../../core/policy/handoff-evidence.ts';
import type { Ports } from '../ports.ts';

export async function gatherEvidence({ git, files }: Pick<Ports, 'git' | 'files'>, handoffs: readonly Handoff[]): Promise<HandoffEvidence> {
  const artifacts = handoffs.flatMap((handoff) => handoff.artifacts);
  const paths = [...new Set(artifacts.map(({ path }) => path))];
  const named = [...handoffs.flatMap(commitsOf).map(({ commit }) => commit), ...artifacts.flatMap(({ blob }) => blob ?? [])];
  const [{ commit }, objects, shallow] = await Promise.all([git.head(), git.knownObjects([...new Set(named)]), git.isShallow()]);
  const now: ReadonlyMap<string, string> = commit === null || paths.length === 0 ? new Map() : await git.blobs(commit, paths);
  const present = new Set<string>();
  for (const path of paths) if (await files.has(path)) present.add(path);
  const isGone = (path: string): boolean => !now.has(path) && !present.has(path);
  return { shallow, objects, now, present, heldBy: await whoHolds(git, handoffs, objects, isGone) };
}

/** Only for artifacts that are gone, and commits that are here: so for hardly any. */
async function whoHolds(git: Ports['git'], handoffs: readonly Handoff[], objects: ReadonlySet<string>, isGone: (path: string) => boolean): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const heldBy = new Map<string, ReadonlySet<string>>();
  for (const { head, artifacts } of handoffs) {
    const gone = artifacts.map(({ path }) => path).filter(isGone);
    if (head === null || gone.length === 0 || !objects.has(head)) continue;
    heldBy.set(head, new Set([...(heldBy.get(head) ?? []), ...(await git.blobs(head, gone)).keys()]));
  }
  return heldBy;
}
