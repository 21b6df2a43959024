/** The open tasks that files hold back, each with its reasons, in order of id. */
import type { Workspace } from '../documents/workspace.ts';
import { tailMinutes } from '../graph/critical-path.ts';
import { layersOf } from '../graph/layers.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Task } from '../model.ts';
import { compareIds } from './ranking.ts';
import type { Hold } from './readiness.ts';
import { readinessOf } from './readiness.ts';
import { sortOpen } from './sort-open.ts';

export interface HeldBack {
  readonly task: Task;
  readonly holds: readonly Hold[];
}

export function heldBack(workspace: Workspace, graph: TaskGraph): HeldBack[] {
  const layers = layersOf(graph);
  const { heldBack: positions } = sortOpen(readinessOf(workspace, graph, layers), workspace.config, tailMinutes(graph, layers));
  return [...positions]
    .flatMap(([position, holds]) => {
      const task = graph.tasks[position];
      return task ? [{ task, holds }] : [];
    })
    .sort((one, other) => compareIds(one.task.id, other.task.id));
}
