/** The first step of a job: its task claimed, in a worktree of its own. */
import type { Job } from '../../core/dispatch/job.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import type { RefusalCode, Result } from '../../core/problem/refusal.ts';
import { claim } from '../claim.ts';
import type { ClaimAnswer } from '../claim-task.ts';
import type { Ports } from '../ports.ts';
import { endCancelled, failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { actingFor, inWorktree } from './in-worktree.ts';
import { readJobs } from './read-jobs.ts';

/** What a task that was free a moment ago may have become: nothing went wrong, others were quicker. */
const TAKEN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['held-by-another', 'expired-claim', 'already-done', 'not-ready', 'cancelled']);

export async function claimForJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports } = carrying;
  const claimed = await carrying.claiming(async () => (await standingClaim(ports, job)) ?? claimNow(ports, job));
  if ('worktree' in claimed) return noteClaim(carrying, job, claimed);
  if (claimed.ok) return noteClaim(carrying, job, claimed.value.claim);
  const { refusal } = claimed;
  const message = carrying.describe(refusal);
  return TAKEN.has(refusal.code) ? endCancelled(carrying, job, 'coord dispatch', message) : failJob(carrying, job, refusal.code, message);
}

async function noteClaim(carrying: Carrying, job: Job, { token, branch, worktree, head }: ClaimRecord): Promise<Job> {
  return noteAndTell(carrying, job, { event: 'claimed', token, branch, worktree: worktree ?? '', base: head ?? '' });
}

/** Claimed before coord was killed, and the worktree is there: what of the claim is kept privately is brought there. */
async function standingClaim(ports: Ports, { id, task }: Job): Promise<ClaimRecord | null> {
  const claimed = (await ports.claims.read(task ?? ''))?.claim ?? null;
  if (task === null || claimed?.session !== id || claimed.state !== 'held' || claimed.worktree === null) return null;
  if (!(await isWhole(ports, claimed.worktree))) return null;
  const { agent, nonce, session, worktree } = claimed;
  await ports.claims.hold({ id: task, agent, nonce, session }, worktree);
  if (worktree !== ports.location.root) await ports.claims.drop(task);
  return claimed;
}

/** Half a minute, for a git that a coord that was killed had started. */
const LOOKS = 150;
const PAUSE_MILLISECONDS = 200;

async function isWhole({ git, dispatching }: Ports, worktree: string): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const found = (await git.worktrees()).find(({ path }) => path === worktree);
    if (found === undefined) return false;
    if (found.isBeingMade !== true) return true;
    await dispatching.pause(PAUSE_MILLISECONDS);
  }
  return false;
}

/** Where an earlier job on the task left its work, it is gone on with. */
async function claimNow(ports: Ports, job: Job): Promise<Result<ClaimAnswer>> {
  const { task, agent: as } = job;
  const { jobs } = await readJobs(ports);
  const last = jobs.findLast((other) => other.id !== job.id && other.task === task && other.place !== null)?.place ?? null;
  const isThere = last !== null && (await ports.git.worktrees()).some(({ path }) => path === last.worktree);
  const command = { id: task, as, take: false, takeOver: false } as const;
  if (!isThere) return claim(actingFor(ports, job), { ...command, worktree: true, takeOver: last !== null });
  const there = await inWorktree(ports, job, last.worktree);
  return there.ok ? claim(there.value, { ...command, worktree: false }) : there;
}
