/** Gives back claims whose time has run out, or, by name, one whose worktree is gone, so that others may take the tasks, and tells what was left behind. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findTask } from '../find-task.ts';
import { leftBehind } from './left-behind.ts';
import { liveClaims } from './live-claims.ts';
import type { LiveClaim } from './live-claims.ts';
import { notAhead } from '../not-ahead.ts';
import { openToWrite } from '../open-to-write.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';
import type { NotShared, SharedPorts } from './shared-claims.ts';
import type { View } from '../view.ts';

export interface Abandoned {
  readonly id: string;
  readonly agent: string;
  /** End of the lease, ISO 8601 in UTC. */
  readonly until: string;
  readonly branch: string | null;
  /** How many commits the branch has that the default branch has not, as far as both are known here. */
  readonly commits: number;
  /** The worktree, and what was not committed in it; nothing that stands on another machine. */
  readonly left: readonly string[];
  /** Its worktree, where that is gone and the time had not run out. */
  readonly gone: string | null;
}

export interface AbandonedAnswer {
  readonly released: readonly Abandoned[];
  readonly notShared: NotShared | null;
}

/** `id` null: all there are. */
export async function releaseAbandoned(given: Ports, id: string | null): Promise<Result<AbandonedAnswer>> {
  const opened = await openToWrite(given);
  if (!opened.ok) return opened;
  const view = opened.value;
  const task = id === null ? done(null) : findTask(view, id);
  if (!task.ok) return task;
  const ports = shareClaims(given, view);
  const asked = await ports.claims.refresh(task.value?.id ?? null);
  if (!asked.ok) return asked;
  const claims = [...(await liveClaims({ ...ports, clock: notAhead(ports.clock) })).values()];
  const meant = claims.filter((live) => (task.value === null ? live.state === 'expired' : live.id === task.value.id));
  if (task.value !== null && meant[0]?.state !== 'expired' && !(await isHomeless(ports, meant[0]))) return refused('not-abandoned', { id: task.value.id, holder: meant[0]?.state === 'held' ? (meant[0].claim?.agent ?? null) : null });
  const released: Abandoned[] = [];
  for (const live of meant) {
    const back = await giveBack(ports, view, live);
    if (!back.ok) return back;
    if (back.value !== null) released.push(back.value);
  }
  return done({ released, notShared: ports.claims.notShared() });
}

/** Held from a worktree that was deleted. Only our own refs: where the worktrees of other clones stand cannot be told from here. */
async function isHomeless({ claims, condition }: SharedPorts, live: LiveClaim | undefined): Promise<boolean> {
  const worktree = live?.state === 'held' ? (live.claim?.worktree ?? null) : null;
  if (worktree === null || !(await claims.own()).some(({ oid }) => oid === live?.oid)) return false;
  return !(await condition.exists(worktree));
}

/** null where somebody has changed it meanwhile: then it is abandoned no more. */
async function giveBack(ports: SharedPorts, view: View, { id, oid, claim, end, state }: LiveClaim): Promise<Result<Abandoned | null>> {
  if (claim === null) return done(null);
  const { agent, branch, nonce, until } = claim;
  const gone = state === 'held' ? claim.worktree : null;
  const [left, commits, holdings] = await Promise.all([leftBehind(ports, claim), commitsOn(ports, view, branch), ports.claims.holdings()]);
  const swapped = await ports.claims.swap(id, oid, { ...claim, state: 'released' });
  if (!swapped.ok) return swapped;
  if (!swapped.value) return done(null);
  if (holdings.some((holding) => holding.nonce === nonce)) await ports.claims.drop(id);
  return done({ id, agent, until: end?.toISOString() ?? until, branch, commits, left: gone === null ? left : [], gone });
}

async function commitsOn({ git, claims }: SharedPorts, view: View, branch: string | null): Promise<number> {
  if (branch === null) return 0;
  const main = await git.defaultBranch(view.survey.config.main ?? null);
  const here = await git.commitsBetween(`refs/heads/${main}`, `refs/heads/${branch}`);
  return here > 0 || claims.remote === null ? here : git.commitsBetween(`refs/remotes/${claims.remote}/${main}`, `refs/remotes/${claims.remote}/${branch}`);
}
