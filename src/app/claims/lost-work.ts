/** Tasks that a claim says are done, though their work can be found neither here nor at the remote. */
import type { ClaimWarning } from '../../core/schedule/claim-warning.ts';
import type { ClaimRecord, ClaimRef } from '../../core/schedule/claim.ts';
import type { SharedPorts } from './shared-claims.ts';
import type { View } from '../view.ts';

/** So long whoever finished it has time to push the branch. */
const GRACE_HOURS = 24;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** `seen`: claims whose tasks are not done on the fetched default branch. */
export async function lostWork({ git, remotes, clock }: SharedPorts, view: View, remote: string, seen: readonly ClaimRef[]): Promise<readonly ClaimWarning[]> {
  const now = clock.now().getTime();
  const away = seen.flatMap(({ id, claim }) => (claim?.state === 'done' && view.task(id)?.status !== 'done' && isOld(claim, now) ? [{ id, claim }] : []));
  if (away.length === 0) return [];
  const known = await git.knownObjects(away.flatMap(({ claim }) => claim.head ?? []));
  const gone = away.filter(({ claim }) => claim.head === null || !known.has(claim.head));
  const named = gone.flatMap(({ claim }) => claim.branch ?? []);
  const branches = named.length === 0 ? new Set<string>() : await remotes.branches(remote, named);
  if (branches === null) return [];
  const lost = gone.filter(({ claim: { branch } }) => branch === null || !branches.has(branch));
  return lost.map(({ id, claim: { agent, branch, head } }) => ({ code: 'done-but-lost', ids: [id], agent, branch, head }));
}

function isOld({ until, leaseMinutes }: ClaimRecord, now: number): boolean {
  return now - (Date.parse(until) - leaseMinutes * MINUTE) > GRACE_HOURS * HOUR;
}
