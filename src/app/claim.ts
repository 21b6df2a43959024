/** Takes a task to work on: the one named, or the best that is free for the agent. Writes no file. */
import { settingsOf } from '../core/documents/settings.ts';
import type { Task } from '../core/model.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { RefusalCode, Result } from '../core/problem/refusal.ts';
import type { ClaimRecord } from '../core/schedule/claim.ts';
import { isPastUntil } from '../core/schedule/claim-state.ts';
import { criteriaText } from '../core/schedule/criteria.ts';
import { decideClaim } from '../core/schedule/decide-claim.ts';
import { actingAgent, isAnothers } from './acting-agent.ts';
import type { Asking, ClaimCommand } from './asking.ts';
import { claimPlace, planUncommitted } from './claim-place.ts';
import { claimRefusal } from './claim-refusal.ts';
import { findTask } from './find-task.ts';
import { freeTasks } from './free-tasks.ts';
import { isMine } from './held-task.ts';
import { holdsOn } from './holds-on.ts';
import { doneThere } from './done-there.ts';
import { branchRef, liveClaims } from './live-claims.ts';
import { openToWrite } from './open-to-write.ts';
import { openWithClaims } from './open-with-claims.ts';
import type { ClaimRef, Ports } from './ports.ts';
import type { NotShared } from './shared-claims.ts';
import { moveClaim, takeClaim } from './take-claim.ts';

export interface ClaimAnswer {
  readonly id: string;
  readonly title: string;
  readonly claim: ClaimRecord;
  /** False: it was held here already. */
  readonly isNew: boolean;
  /** Whose expired claim was taken over. */
  readonly lostFrom: string | null;
  /** A task in progress that may touch the same files. */
  readonly near: { readonly with: string; readonly files: string } | null;
  /** A worktree was made for it. */
  readonly madeWorktree: boolean;
  /** Why only this machine knows of it; null: all who should know of it do. */
  readonly notShared: NotShared | null;
}

/** What a task that was free a moment ago may have become. */
const TAKEN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['held-by-another', 'expired-claim', 'already-done']);

export async function claim(ports: Ports, command: ClaimCommand): Promise<Result<ClaimAnswer>> {
  const opened = await openWithClaims(ports, openToWrite);
  if (!opened.ok) return opened;
  const { view } = opened.value;
  const acting = await actingAgent(ports, view, command.as);
  if (!acting.ok) return acting;
  const asking: Asking = { ...opened.value, agent: acting.value.agent, command };
  if (command.id === null) return claimBest(asking);
  const task = findTask(view, command.id);
  if (!task.ok) return task;
  const asked = await opened.value.ports.claims.refresh(task.value.id);
  return asked.ok ? claimTask(asking, task.value) : asked;
}

async function claimBest(before: Asking): Promise<Result<ClaimAnswer>> {
  const { ports, view, agent } = before;
  const asked = await ports.claims.refresh(null);
  if (!asked.ok) return asked;
  const claims = ports.claims.remote === null ? before.claims : await liveClaims(ports);
  const asking = { ...before, claims };
  const { free, withheld } = freeTasks(view, claims, false);
  for (const candidate of free) {
    const task = view.task(candidate.id);
    if (task === null || isAnothers(view, task.agent, agent)) continue;
    const answer = await claimTask(asking, task);
    // Another was quicker: the next best will do.
    if (answer.ok || !TAKEN.has(answer.refusal.code)) return answer;
  }
  return refused('nothing-to-claim', { agent, waiting: view.survey.waiting, held: withheld.length });
}

async function claimTask(asking: Asking, task: Task): Promise<Result<ClaimAnswer>> {
  const { ports, view, agent, command } = asking;
  const [place, elsewhere] = await Promise.all([claimPlace(asking, task), doneThere(ports, view, task)]);
  if (elsewhere !== null) return refused('already-done', { id: task.id, where: `on ${elsewhere}` });
  // Goes round only when another has changed the claim meanwhile.
  for (;;) {
    const ref = await ports.claims.read(task.id);
    if (ref !== null && ref.claim === null) return refused('unreadable-claim', { id: task.id });
    const now = ports.clock.now();
    const held = (await ports.claims.holdings()).find((holding) => holding.id === task.id && isMine(holding, agent, ports.caller.session));
    const request = {
      ...place,
      agent,
      now,
      nonce: ports.random.hex(16),
      leaseMinutes: settingsOf(view.survey.config).leaseMinutes,
      criteria: ports.digest(criteriaText(task)),
      session: ports.caller.session,
      held: held?.nonce ?? null,
      takeOver: command.takeOver,
    };
    const decision = decideClaim(ref?.claim ?? null, await tipOf(ports, ref, now), request);
    if (decision.kind === 'ours') {
      const kept = decision.next === null ? done(true) : await ports.claims.swap(task.id, ref?.oid ?? null, decision.next);
      if (!kept.ok) return kept;
      if (!kept.value) continue;
      const claimed = decision.next ?? decision.claim;
      const moved = await moveClaim(asking, task, claimed);
      return moved.ok ? done(answerOf(asking, task, claimed, { isNew: false, lostFrom: null, madeWorktree: moved.value })) : moved;
    }
    if (decision.kind !== 'take') return claimRefusal(asking, task, decision);
    const unfit = whyNot(asking, task) ?? (await planUncommitted(asking, task, place.head));
    if (unfit !== null) return unfit;
    const taken = await takeClaim(asking, task, ref, decision.next);
    if (!taken.ok) return taken;
    const lostFrom = ref?.claim?.state === 'held' ? ref.claim.agent : null;
    if (taken.value) return done(answerOf(asking, task, decision.next, { isNew: true, lostFrom, madeWorktree: command.worktree }));
  }
}

async function tipOf({ git }: Pick<Ports, 'git'>, ref: ClaimRef | null, now: Date): Promise<Date | null> {
  const claimed = ref?.claim ?? null;
  const branch = claimed !== null && isPastUntil(claimed, now) ? claimed.branch : null;
  return branch === null ? null : ((await git.tipTimes([branchRef(branch)])).get(branchRef(branch)) ?? null);
}

/** What the files and the team say against starting it; null: nothing. */
function whyNot({ view, agent, command }: Asking, task: Task): Result<never> | null {
  if (task.status === 'done') return refused('already-done', { id: task.id, where: `see ${task.place.file}` });
  if (task.status === 'cancelled') return refused('cancelled', { id: task.id });
  if (!command.take && isAnothers(view, task.agent, agent)) return refused('wrong-agent', { id: task.id, agent, assigned: task.agent ?? '' });
  if (view.survey.ready.some(({ id }) => id === task.id)) return null;
  return refused('not-ready', { id: task.id, holds: holdsOn(view, task.id) });
}

function answerOf({ ports, view, claims }: Asking, task: Task, claimed: ClaimRecord, how: Pick<ClaimAnswer, 'isNew' | 'lostFrom' | 'madeWorktree'>): ClaimAnswer {
  const because = freeTasks(view, claims, true).withheld.find((withheld) => withheld.task.id === task.id)?.because;
  const near = because?.why === 'overlap' ? { with: because.with, files: because.files } : null;
  return { id: task.id, title: task.title, claim: claimed, ...how, near, notShared: ports.claims.notShared() };
}
