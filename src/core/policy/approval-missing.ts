/** A task that is called done, though nobody who may has approved it: what waits for it goes on waiting. */
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { lackingApprovers } from './approval.ts';
import { fieldOf } from './field-of.ts';

export function findMissingApprovals(workspace: Workspace): Problem[] {
  return workspace.tasks.flatMap((task) => {
    if (task.status !== 'done') return [];
    const approvers = lackingApprovers(task, workspace);
    if (approvers.length === 0) return [];
    return [problem('approval-missing', fieldOf(task.place, 'status'), { id: task.id, approvers, by: task.approval?.by ?? null, approved: task.approval?.approved ?? false })];
  });
}
