/** What is about to collide, as `--json` has it. */
import type { ConflictsAnswer } from '../app/planning/plan-conflicts.ts';
import type { TaskSide } from '../core/policy/task-conflicts.ts';
import type { PlanConflicts } from '../core/schemas/types.ts';

export function conflictsEntry({ tasks, branches }: ConflictsAnswer): PlanConflicts {
  return {
    tasks: { conflicts: tasks.conflicts.map(({ one, other, owners }) => ({ one: taskEntry(one), other: taskEntry(other), owners: [...owners] })), more: tasks.more },
    branches: { ...branches, conflicts: branches.conflicts.map(({ one, other, files }) => ({ one, other, files: files.map(({ path, owners }) => ({ path, owners: [...owners] })) })) },
  };
}

function taskEntry({ task, isUnderway, glob }: TaskSide): PlanConflicts['tasks']['conflicts'][number]['one'] {
  return { task: task.id, agent: task.agent, underway: isUnderway, glob };
}
