/** A task with all around it. */
import { isOpen } from '../../core/model.ts';
import type { Blocker, Status, Task } from '../../core/model.ts';
import { newestFirst } from '../../core/policy/handoff-inbox.ts';
import { lackingApprovers } from '../../core/policy/approval.ts';
import { relativePath } from '../../core/relative-path.ts';
import type { HandoffLine } from '../../core/survey.ts';
import { isCallerKnown } from '../acting-agent.ts';
import { blockersOn } from '../blockers/blockers-on.ts';
import { liveClaimOf } from '../claims/live-claims.ts';
import type { LiveClaim } from '../claims/live-claims.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { View } from '../view.ts';

export interface Neighbour {
  readonly id: string;
  /** null where there is no such task. */
  readonly title: string | null;
  /** A milestone that is reached is done, whatever its file says. */
  readonly status: Status | null;
  readonly label: string | null;
}

export interface TaskNeighbourhood {
  readonly what: 'task';
  readonly task: Task;
  /** Files alone would let it start. */
  readonly ready: boolean;
  /** A milestone, and all it waits for is done. */
  readonly reached: boolean;
  readonly dependencies: readonly Neighbour[];
  readonly dependents: readonly Neighbour[];
  /** null where nobody ever claimed it, or it was given back. */
  readonly claim: LiveClaim | null;
  /** False: the claim ran out, and whoever takes it over has to be named. */
  readonly isCallerKnown: boolean;
  /** Where it is worked on, as one types it from here. */
  readonly where: string | null;
  /** Newest first. */
  readonly handoffs: readonly HandoffLine[];
  readonly blockers: readonly Blocker[];
  /** Later phases in which it goes on. */
  readonly continuedIn: readonly string[];
  /** Who may approve it, where that is needed and nobody did. */
  readonly approvers: readonly string[];
}

export async function showTask(ports: Ports, view: View, task: Task, as: string | null): Promise<TaskNeighbourhood> {
  const claim = await liveClaimOf(shareClaims(ports, view), task.id);
  const isThis = (id: string | null): boolean => id?.toLowerCase() === task.id.toLowerCase();
  return {
    what: 'task',
    task,
    ready: view.isReady(task.id),
    reached: isReached(view, task),
    dependencies: task.dependencies.map(({ id, label }) => neighbour(view, id, label)),
    dependents: view.dependents(task.id).map((id) => neighbour(view, id, labelTo(view, id, isThis))),
    claim: claim?.state === 'released' ? null : claim,
    isCallerKnown: claim?.state !== 'expired' || (await isCallerKnown(ports, view, as)),
    where: claim?.claim?.worktree ? relativePath(ports.caller.cwd, claim.claim.worktree) : null,
    handoffs: view.survey.handoffs.filter((handoff) => isThis(handoff.task)).sort(newestFirst),
    blockers: blockersOn(view, task.id),
    continuedIn: (view.survey.config.phases ?? []).flatMap(({ id, continues }) => (continues?.some(isThis) === true ? [id] : [])),
    approvers: task.status === 'cancelled' ? [] : lackingApprovers(task, view.survey),
  };
}

function neighbour(view: View, id: string, label: string | null): Neighbour {
  const task = view.task(id);
  return { id: task?.id ?? id, title: task?.title ?? null, status: task === null ? null : isReached(view, task) ? 'done' : task.status, label };
}

function isReached({ survey }: View, { id, kind, status, dependencies }: Task): boolean {
  return kind === 'milestone' && isOpen({ status }) && dependencies.length > 0 && !survey.gates.some((gate) => gate.id === id);
}

function labelTo(view: View, dependent: string, isThis: (id: string) => boolean): string | null {
  return view.task(dependent)?.dependencies.find(({ id }) => isThis(id))?.label ?? null;
}
