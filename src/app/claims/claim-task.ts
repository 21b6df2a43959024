/** Takes one task, or says why it cannot be had. Writes no file. */
import { settingsOf } from '../../core/documents/settings.ts';
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { criteriaText } from '../../core/schedule/criteria.ts';
import { decideClaim } from '../../core/schedule/decide-claim.ts';
import type { ClaimDecision, ClaimRequest } from '../../core/schedule/decide-claim.ts';
import { isAnothers } from '../acting-agent.ts';
import type { Asking } from './asking.ts';
import { claimPlace, planThere } from './claim-place.ts';
import type { OtherThere, Place } from './claim-place.ts';
import { claimRefusal } from './claim-refusal.ts';
import { doneThere } from './done-there.ts';
import { freeTasks } from './free-tasks.ts';
import { isMine } from './held-task.ts';
import { holdsOn } from './holds-on.ts';
import { tipOf } from './live-claims.ts';
import { notAhead } from '../not-ahead.ts';
import type { ClaimRef } from '../ports.ts';
import type { NotShared, SharedPorts } from './shared-claims.ts';
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
  /** What that worktree has otherwise than it stands here, of what decides how the task is done; null: nothing. */
  readonly otherThere: OtherThere | null;
  /** Why only this machine knows of it; null: all who should know of it do. */
  readonly notShared: NotShared | null;
}

export async function claimTask(asking: Asking, task: Task): Promise<Result<ClaimAnswer>> {
  const { ports, view } = asking;
  const [planned, elsewhere, first] = await Promise.all([claimPlace(asking, task), doneThere(ports, view, task), ports.claims.read(task.id)]);
  if (elsewhere !== null && task.status !== 'done') return refused('already-done', { id: task.id, where: `on ${elsewhere}` });
  if (!planned.ok) return planned;
  // Goes round only when another has changed the claim meanwhile.
  for (let ref = first; ; ref = await ports.claims.read(task.id)) {
    if (ref !== null && ref.claim === null) return refused('unreadable-claim', { id: task.id });
    const request = await requestFor(asking, task, planned.value);
    const decision = decideClaim(ref?.claim ?? null, ref === null ? null : await tipOf(ports, ref, request.now), request);
    const answer = await carryOut(asking, task, ref, decision);
    if (answer !== null) return answer;
  }
}

async function requestFor({ ports, view, agent, command }: Asking, task: Task, place: Place): Promise<ClaimRequest> {
  const { session } = ports.caller;
  const held = (await ports.claims.holdings()).find((holding) => holding.id === task.id && isMine(holding, agent, session));
  return {
    ...place,
    agent,
    now: notAhead(ports.clock).now(),
    nonce: ports.random.hex(16),
    leaseMinutes: settingsOf(view.survey.config).leaseMinutes,
    criteria: ports.digest(criteriaText(task)),
    session,
    held: held?.nonce ?? null,
    takeOver: command.takeOver,
  };
}

/** null: another has changed the claim meanwhile. */
async function carryOut(asking: Asking, task: Task, ref: ClaimRef | null, decision: ClaimDecision): Promise<Result<ClaimAnswer> | null> {
  switch (decision.kind) {
    case 'ours':
      return goOn(asking, task, ref, decision);
    case 'take':
      return take(asking, task, ref, decision.next);
    default:
      return claimRefusal(asking, task, decision);
  }
}

async function goOn(asking: Asking, task: Task, ref: ClaimRef | null, { claim, next }: Extract<ClaimDecision, { kind: 'ours' }>): Promise<Result<ClaimAnswer> | null> {
  const { ports } = asking;
  const claimed = next ?? claim;
  const isAsItIs = next === null && isKnown(ports, claimed);
  const kept = isAsItIs ? done(true) : await ports.claims.swap(task.id, ref?.oid ?? null, claimed);
  if (!kept.ok) return kept;
  if (!kept.value) return null;
  const moved = await moveClaim(asking, task, claimed);
  return moved.ok ? done(answerOf(asking, task, claimed, { isNew: false, lostFrom: null, madeWorktree: moved.value, otherThere: null })) : moved;
}

async function take(asking: Asking, task: Task, ref: ClaimRef | null, next: ClaimRecord): Promise<Result<ClaimAnswer> | null> {
  const planned = whyNot(asking, task) ?? (await planThere(asking, task, next.head));
  if (!planned.ok) return planned;
  const taken = await takeClaim(asking, task, ref, next);
  if (!taken.ok) return taken;
  if (!taken.value) return null;
  const lostFrom = ref?.claim?.state === 'held' ? ref.claim.agent : null;
  return done(answerOf(asking, task, next, { isNew: true, lostFrom, madeWorktree: asking.command.worktree, otherThere: planned.value }));
}

/** To all who should know of it. */
function isKnown({ claims }: SharedPorts, { remote }: ClaimRecord): boolean {
  return claims.remote === null || remote !== null || claims.notShared() !== null;
}

/** What the files and the team say against starting it; null: nothing. */
function whyNot({ view, agent, command }: Asking, task: Task): Result<never> | null {
  if (task.status === 'done') return refused('already-done', { id: task.id, where: `see ${task.place.file}` });
  if (task.status === 'cancelled') return refused('cancelled', { id: task.id });
  if (!command.take && isAnothers(view, task.agent, agent)) return refused('wrong-agent', { id: task.id, agent, assigned: task.agent ?? '' });
  if (view.survey.ready.some(({ id }) => id === task.id)) return null;
  return refused('not-ready', { id: task.id, holds: holdsOn(view, task.id) });
}

function answerOf({ ports, view, claims }: Asking, task: Task, claimed: ClaimRecord, how: Pick<ClaimAnswer, 'isNew' | 'lostFrom' | 'madeWorktree' | 'otherThere'>): ClaimAnswer {
  const because = freeTasks(view, claims, true).withheld.find((withheld) => withheld.task.id === task.id)?.because;
  const near = because?.why === 'overlap' ? { with: because.with, files: because.files } : null;
  return { id: task.id, title: task.title, claim: claimed, ...how, near, notShared: ports.claims.notShared() };
}
