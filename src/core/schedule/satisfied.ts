/** Which tasks nothing waits for any longer, as far as files go. */
import type { Workspace } from '../documents/workspace.ts';
import type { Layers } from '../graph/layers.ts';
import { listOf } from '../graph/task-graph.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import { lackingApprovers } from '../policy/approval.ts';

/**
 * 1 at the positions of those that are done, cancelled, or a milestone that is reached: it needs no marking where its dependencies say it all;
 * one without dependencies does. `repeated`: ids, in lower case, that stand twice: nothing is known of them.
 */
export function satisfiedTasks(workspace: Workspace, graph: TaskGraph, { order }: Layers, repeated: ReadonlySet<string>): Uint8Array {
  const satisfied = new Uint8Array(graph.tasks.length);
  const lacking = new Set(graph.missing.map(({ task }) => task));
  const isRepeated = (at: number): boolean => repeated.has(graph.tasks[at]?.id.toLowerCase() ?? '');
  graph.tasks.forEach((task, at) => {
    const isShut = task.status === 'done' && lackingApprovers(task, workspace).length > 0;
    if (!isOpen(task) && !isShut && !isRepeated(at)) satisfied[at] = 1;
  });
  for (const at of order) {
    const waits = listOf(graph.dependencies, at);
    const isReached = graph.tasks[at]?.kind === 'milestone' && waits.length > 0 && !lacking.has(at) && !isRepeated(at) && waits.every((other) => satisfied[other] === 1);
    if (isReached) satisfied[at] = 1;
  }
  return satisfied;
}

/** Ids, in lower case, that more than one record has. */
export function repeatedIds(tasks: readonly Task[], graph: TaskGraph): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  // The graph has taken the first of each.
  if (graph.tasks.length === tasks.length) return repeated;
  for (const { id } of tasks) {
    const key = id.toLowerCase();
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}
