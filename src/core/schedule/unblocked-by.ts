/** What can be started when a task is done that could not before: worked out before anything is written. */
import type { Workspace } from '../documents/workspace.ts';
import { buildTaskGraph } from '../graph/task-graph.ts';
import type { Task } from '../model.ts';
import { takeSurvey } from '../take-survey.ts';

export function unblockedBy(workspace: Workspace, id: string): readonly Task[] {
  const after = { ...workspace, tasks: workspace.tasks.map((task) => (task.id === id ? { ...task, status: 'done' as const } : task)) };
  const before = new Set(readyIds(workspace));
  const byId = new Map(workspace.tasks.map((task) => [task.id, task]));
  return readyIds(after).filter((ready) => !before.has(ready)).flatMap((ready) => byId.get(ready) ?? []);
}

function readyIds(workspace: Workspace): readonly string[] {
  return takeSurvey(workspace, buildTaskGraph(workspace.tasks), () => []).ready.map(({ id }) => id);
}
