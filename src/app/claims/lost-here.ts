/** Work that a claim of this machine alone says is done, though its branch is gone. Of shared claims `sync` tells: lost-work.ts. */
import type { LiveClaim } from './live-claims.ts';
import type { Ports } from '../ports.ts';

export interface LostWork {
  readonly id: string;
  readonly agent: string;
  readonly branch: string | null;
  readonly head: string | null;
  /** The commit is still in the repository, though no branch may lead to it. */
  readonly isKept: boolean;
}

/** `claims`: of tasks that are not done in the files here. */
export async function lostHere({ git }: Pick<Ports, 'git'>, claims: readonly LiveClaim[]): Promise<readonly LostWork[]> {
  const finished = claims.flatMap(({ id, claim }) => (claim?.state === 'done' && claim.remote === null ? [{ id, agent: claim.agent, branch: claim.branch, head: claim.head }] : []));
  if (finished.length === 0) return [];
  const [tips, known] = await Promise.all([git.branchTips(null), git.knownObjects(finished.flatMap(({ head }) => head ?? []))]);
  const branches = new Set(tips.map(({ branch }) => branch));
  return finished
    .map((work) => ({ ...work, isKept: work.head !== null && known.has(work.head) }))
    .filter(({ branch, isKept }) => (branch === null ? !isKept : !branches.has(branch)));
}
