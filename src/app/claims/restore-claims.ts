/** Refs at the remote that are gone, or older than they were, were changed by somebody who must not: claims only go forward. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { stepsBack } from '../../core/schedule/plan-sync.ts';
import type { ClaimRef, Ports } from '../ports.ts';
import type { Refreshed, Sharing } from './shared-claims.ts';

interface Restoring extends Sharing {
  readonly ports: Pick<Ports, 'claims' | 'remotes'>;
}

/** `before` and `seen`: the remote's claims as they were seen before a fetch, and are now. */
export async function restoreClaims({ ports, remote, doneAt }: Restoring, branch: string, before: readonly ClaimRef[], seen: readonly ClaimRef[]): Promise<Result<Refreshed>> {
  if (before.every(({ oid }, at) => oid === seen[at]?.oid)) return done({ restored: [] });
  const setBack = stepsBack({ remote, before, seen, local: await ports.claims.list() });
  // What is done on the default branch may have been dropped: it need not come back.
  const finished = setBack.filter(({ next, seen: left }) => left === null && next?.state === 'done').map(({ id }) => id);
  const dropped = finished.length === 0 ? new Set() : await doneAt(`${remote}/${branch}`, finished);
  const steps = setBack.filter(({ id }) => !dropped.has(id));
  const pushed = await ports.remotes.push(remote, steps);
  const lost = steps.find((_, at) => pushed[at]?.kind === 'refused' || pushed[at]?.kind === 'unclear');
  if (lost !== undefined) return refused('remote-unclear', { id: lost.id, remote, reason: 'it has lost the claim, and does not take it again' });
  return done({ restored: steps.filter((_, at) => pushed[at]?.kind === 'accepted').map(({ id }) => id) });
}
