import type { Job } from '../../core/dispatch/job.ts';
import type { Claims, Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';

const TRIES = 3;

/**
 * Gives the claim of a job's task back, whatever became of its worktree; that and the branch stay. The claim bears the job's
 * id: what was lost to another, or given back already, is none of ours.
 */
export async function releaseTask(ports: Ports, { id, task, place }: Job): Promise<void> {
  if (task === null) return;
  const there = place === null ? null : await ports.at(place.worktree);
  const claims = await claimsOf(ports, there?.ok === true ? there.value : ports);
  for (let tries = 0; tries < TRIES; tries++) {
    const ref = await claims.read(task);
    if (ref?.claim?.state !== 'held' || ref.claim.session !== id) break;
    const released = await claims.swap(task, ref.oid, { ...ref.claim, state: 'released' });
    if (!released.ok || released.value) break;
  }
  if (there?.ok === true) await there.value.claims.drop(task);
}

/** Shared as the settings say where the dispatcher is; while those cannot be read, as they do in the worktree. */
async function claimsOf(ports: Ports, there: Ports): Promise<Claims> {
  for (const { store } of [ports, there]) {
    const opened = await store.open();
    if (opened.ok && !opened.value.survey.configBroken) return shareClaims(ports, opened.value).claims;
  }
  return ports.claims;
}
