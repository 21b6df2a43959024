import { editTask } from '../../core/documents/edit-task.ts';
import type { TaskFields } from '../../core/documents/edit-task.ts';
import { rosterOf } from '../../core/documents/roster.ts';
import type { Approval, Task } from '../../core/model.ts';
import { approversOf, mayApprove } from '../../core/policy/approval.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findTask } from '../find-task.ts';
import { isTaken, liveClaimOf } from '../claims/live-claims.ts';
import type { SharedPorts } from '../claims/shared-claims.ts';
import type { View } from '../view.ts';
import { whatIsLeft } from '../tasks/what-is-left.ts';
import { writeTasks } from '../tasks/write-tasks.ts';

export interface Approved {
  readonly task: string;
  readonly file: string;
  /** What was answered about. */
  readonly what: 'task' | 'blocker';
  /** Nothing else was left to do: it is done now, or blocks no more. */
  readonly settled: boolean;
}

/** A yes also calls done what has nothing else left: a gate, or a task in review, that no verifier proves and nobody holds. */
export async function approveTask(ports: SharedPorts, { id }: Task, approval: Approval): Promise<Result<Approved>> {
  const live = await liveClaimOf(ports, id);
  return writeTasks(ports, async (view, files) => {
    const found = findTask(view, id);
    if (!found.ok) return found;
    const task = found.value;
    const against = whatForbids(view, task, approval);
    if (against !== null) return against;
    const settles = approval.approved && isLast(task) && !isTaken(live ?? undefined);
    const open = settles ? whatIsLeft(view, task.id) : null;
    if (open !== null) return open;
    const { file } = task.place;
    const { approved, by, at, note } = approval;
    const fields: TaskFields = { ...(settles ? { status: 'done', progress: 100, completed: at } : {}), approval: { approved, by, at, note } };
    const edited = editTask({ file, text: (await files.read(file)) ?? '', folder: ports.location.folder }, id, () => fields);
    return edited.ok ? done({ changes: [{ path: file, text: edited.value }], value: { task: task.id, file, what: 'task', settled: settles || task.status === 'done' } }) : edited;
  });
}

function whatForbids({ survey }: View, task: Task, { approved, by }: Approval): Result<never> | null {
  const { id, status, approval, agent, place } = task;
  if (status === 'cancelled') return refused('cancelled', { id });
  if (status === 'done' && (approval?.approved === true || !approved)) return refused('already-done', { id, where: `see ${place.file}` });
  const named = approversOf(task, survey.config, survey.agents);
  const approvers = named.length === 0 && agent !== null ? [agent] : named;
  return approvers.length === 0 || mayApprove(by, approvers, rosterOf(survey.agents)) ? null : refused('not-the-approver', { id, approvers, who: by });
}

function isLast({ kind, status, verify }: Task): boolean {
  return verify.length === 0 && status !== 'done' && (kind === 'gate' || status === 'review');
}
