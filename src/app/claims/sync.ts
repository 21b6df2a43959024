/** Brings claims here and at the remote into step: fetches, publishes, restores, drops. Never touches index, HEAD or a branch. */
import { isoSeconds } from '../../core/dates.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { claimNews, toldClaims } from '../../core/schedule/claim-news.ts';
import type { ClaimNews, ToldClaim } from '../../core/schedule/claim-news.ts';
import { clockSkew } from '../../core/schedule/claim-warning.ts';
import type { ClaimWarning } from '../../core/schedule/claim-warning.ts';
import { planSync } from '../../core/schedule/plan-sync.ts';
import type { SyncPlan } from '../../core/schedule/plan-sync.ts';
import { sharedBranch, tasksDoneAt } from './done-there.ts';
import { lostWork } from './lost-work.ts';
import { notAhead } from '../not-ahead.ts';
import { openToWrite } from '../open-to-write.ts';
import type { ClaimRef, Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';
import type { SharedPorts } from './shared-claims.ts';
import { takeSteps } from './sync-steps.ts';
import type { StepsTaken } from './sync-steps.ts';
import type { View } from '../view.ts';

export interface SyncAnswer extends Omit<StepsTaken, 'refused'> {
  readonly remote: string;
  /** What others did since the last time. */
  readonly news: readonly ClaimNews[];
  /** The remote's default branch as git spells it here, and how many of its commits are not in HEAD. */
  readonly branch: { readonly name: string; readonly behind: number };
  readonly warnings: readonly ClaimWarning[];
}

export async function sync(given: Ports): Promise<Result<SyncAnswer>> {
  const opened = await openToWrite(given);
  if (!opened.ok) return opened;
  const view = opened.value;
  const ports = shareClaims(given, view);
  const { remote } = ports.claims;
  const file = `${ports.location.folder}/coord.yaml`;
  if (remote === null) return refused('claims-local', { file });
  const [before, notes, branch] = await Promise.all([ports.remotes.list(remote), ports.remotes.notes(remote), sharedBranch(ports, view)]);
  const asked = await ports.claims.refresh(null);
  if (!asked.ok) return asked;
  if (ports.claims.notShared() !== null) return refused('no-such-remote', { remote, file });
  const fetched = { view, restored: asked.value.restored, remote, before, branch: branch ?? '', last: notes === null ? null : new Date(notes.at), shown: notes?.shown ?? {}, told: notes?.told ?? toldClaims(before) };
  return settle(ports, fetched);
}

interface Fetched {
  readonly view: View;
  readonly remote: string;
  readonly before: readonly ClaimRef[];
  readonly branch: string;
  readonly last: Date | null;
  readonly shown: SyncPlan['shown'];
  /** What was told of last time. */
  readonly told: readonly ToldClaim[];
  /** What the fetch found to be lost, and gave back. */
  readonly restored: readonly string[];
}

async function settle(ports: SharedPorts, { view, remote, before, branch, last, shown, told, restored: givenBack }: Fetched): Promise<Result<SyncAnswer>> {
  // Claims that are done are dropped by age, which a time that has not come yet must not tell.
  const now = notAhead(ports.clock).now();
  const [local, seen] = await Promise.all([ports.claims.own(), ports.remotes.list(remote)]);
  const finished = [...new Set([...local, ...before, ...seen].flatMap(({ id, claim }) => (claim?.state === 'done' ? [id] : [])))];
  const doneThere = await tasksDoneAt(ports, branch, finished.flatMap((id) => view.task(id) ?? []));
  const plan = planSync({ remote, now, local, before, seen, doneThere, shown });
  const taken = await takeSteps(ports, remote, plan.steps);
  if (!taken.ok) return taken;
  const { refused: refusedBy, ...rest } = taken.value;
  const steps = { ...rest, restored: [...new Set([...givenBack, ...rest.restored])].sort() };
  // As the steps have left them: what was given back to the remote is no news next time.
  await ports.remotes.keepNotes(remote, { at: isoSeconds(now), shown: plan.shown, told: toldClaims(await ports.remotes.list(remote)) });
  const own = new Set(local.flatMap(({ claim }) => claim?.nonce ?? []));
  const warnings: readonly ClaimWarning[] = [
    ...(refusedBy === null ? [] : [{ code: 'claims-not-shared' as const, remote, ...refusedBy }]),
    ...plan.lost.map(({ id, agent, by }) => ({ code: 'claim-lost' as const, ids: [id], agent, by })),
    ...(steps.restored.length === 0 ? [] : [{ code: 'claims-set-back' as const, ids: steps.restored, remote }]),
    ...(await lostWork(ports, view, remote, seen.filter(({ id }) => !doneThere.has(id)))),
    ...clockSkew(seen, told, last, now),
  ];
  const behind = await ports.git.commitsBetween('HEAD', `refs/remotes/${branch}`);
  return done({ remote, news: claimNews(told, seen, own), branch: { name: branch, behind }, ...steps, warnings });
}
