/** The first step of a job: its task claimed, in a worktree of its own. */
import type { Job } from '../../core/dispatch/job.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { done } from '../../core/problem/refusal.ts';
import type { RefusalCode, Result } from '../../core/problem/refusal.ts';
import { claim } from '../claims/claim.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { bringUpToDate, newestTip } from './bring-up-to-date.ts';
import { endCancelled, failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { givesWayTo } from './give-way.ts';
import { groundCommit } from './ground-of.ts';
import { actingFor, inWorktree } from './in-worktree.ts';
import type { Unmerged } from './merge-branch.ts';
import { leftAstray } from './look-over.ts';
import { readJobs } from './read-jobs.ts';
import { whyGitUnsafe } from './unsafe-ground.ts';

/** What a task that was free a moment ago may have become: nothing went wrong, others were quicker. */
const TAKEN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['held-by-another', 'expired-claim', 'already-done', 'not-ready', 'cancelled']);

interface Claimed {
  readonly claim: ClaimRecord;
  /** Why its branch, which is gone on with, lacks what is new; null: it does not. */
  readonly outdated: Unmerged | null;
  /** The commit whose settings prove what comes of it. */
  readonly ground: string | null;
  /** What an earlier job left there that its agent may not change. */
  readonly left: readonly string[];
}

export async function claimForJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports } = carrying;
  const unsafe = await whyGitUnsafe(ports);
  if (unsafe !== null) return endCancelled(carrying, job, 'coord dispatch', unsafe.message);
  const claimed = await carrying.claiming(async () => (await standingClaim(ports, job)) ?? claimNow(ports, job));
  if (claimed.ok) return begin(carrying, job, claimed.value);
  const { refusal } = claimed;
  const message = carrying.describe(refusal);
  return TAKEN.has(refusal.code) ? endCancelled(carrying, job, 'coord dispatch', message) : failJob(carrying, job, refusal.code, message);
}

/** Unless somebody in another clone began on the same files meanwhile. Looked at before its claim is noted: a coord that is killed in between looks again. */
async function begin(carrying: Carrying, job: Job, claimed: Claimed): Promise<Job> {
  const { ports } = carrying;
  const opened = await ports.store.open();
  if (opened.ok) carrying.main.tip ??= await newestTip(ports, opened.value);
  const met = opened.ok ? await givesWayTo(ports, opened.value, job.task ?? '', claimed.claim) : opened;
  const noted = await noteClaim(carrying, job, claimed);
  if (!met.ok) return failJob(carrying, noted, met.refusal.code, carrying.describe(met.refusal));
  return met.value === null ? noted : endCancelled(carrying, noted, 'coord dispatch', `${met.value}, which may touch the same files, was begun in the same moment`, 'overlap');
}

async function noteClaim(carrying: Carrying, job: Job, { claim: { token, branch, worktree, head }, outdated, ground, left }: Claimed): Promise<Job> {
  return noteAndTell(carrying, job, { event: 'claimed', token, branch, worktree: worktree ?? '', base: head ?? '', ground: ground ?? head ?? '', outdated, ...(left.length === 0 ? {} : { left: [...left] }) });
}

/** Claimed before coord was killed, and the worktree is there: what of the claim is kept privately is brought there. */
async function standingClaim(ports: Ports, job: Job): Promise<Result<Claimed> | null> {
  const { id, task } = job;
  const claimed = (await ports.claims.read(task ?? ''))?.claim ?? null;
  if (task === null || claimed?.session !== id || claimed.state !== 'held' || claimed.worktree === null) return null;
  if (!(await isWhole(ports, claimed.worktree))) return null;
  const { agent, nonce, session, worktree } = claimed;
  await ports.claims.hold({ id: task, agent, nonce, session }, worktree);
  if (worktree !== ports.location.root) await ports.claims.drop(task);
  return broughtUpToDate(ports, job, claimed);
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

/** Where an earlier job on the task left its work, it is gone on with: the plan it is claimed by is the newest, too. */
async function claimNow(ports: Ports, job: Job): Promise<Result<Claimed>> {
  const { task, agent: as } = job;
  const { jobs } = await readJobs(ports);
  const last = jobs.findLast((other) => other.id !== job.id && other.task === task && other.place !== null)?.place ?? null;
  const isThere = last !== null && (await ports.git.worktrees()).some(({ path }) => path === last.worktree);
  const command = { id: task, as, take: false, takeOver: false } as const;
  if (!isThere) {
    const made = await claim(unseeing(actingFor(ports, job)), { ...command, worktree: true, takeOver: last !== null });
    if (!made.ok) return made;
    return last === null ? done({ claim: made.value.claim, outdated: null, ground: null, left: [] }) : broughtUpToDate(ports, job, made.value.claim);
  }
  const [there, opened] = [await inWorktree(ports, job, last.worktree), await ports.store.open()];
  if (!there.ok) return there;
  if (!opened.ok) return opened;
  const isHeld = (await ports.claims.read(task ?? ''))?.claim?.state === 'held';
  const outdated = isHeld ? null : await bringUpToDate(ports, there.value, opened.value);
  const claimed = await claim(unseeing(there.value), { ...command, worktree: false });
  return claimed.ok ? done({ claim: claimed.value.claim, outdated, ...(await foundThere(ports, there.value, opened.value, job)) }) : claimed;
}

/** The dispatcher has just listed the claims and seen that nobody is at the task, or near it; whether that holds is decided by the task's own ref. */
function unseeing(ports: Ports): Ports {
  return { ...ports, claims: { ...ports.claims, list: () => Promise.resolve([]) } };
}

async function broughtUpToDate(ports: Ports, job: Job, claimed: ClaimRecord): Promise<Result<Claimed>> {
  const [there, opened] = [await inWorktree(ports, job, claimed.worktree ?? ''), await ports.store.open()];
  if (!there.ok) return there;
  if (!opened.ok) return opened;
  const outdated = await bringUpToDate(ports, there.value, opened.value);
  return done({ claim: claimed, outdated, ...(await foundThere(ports, there.value, opened.value, job)) });
}

async function foundThere(ports: Ports, there: Ports, view: View, job: Job): Promise<Pick<Claimed, 'ground' | 'left'>> {
  return { ground: await groundCommit(ports, there, view), left: await leftAstray(ports, there, view, job) };
}
