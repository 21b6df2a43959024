/** A task due before something it waits for cannot be on time if that one is finished on its last day. */
import { instantOf } from '../dates.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import { listOf } from '../graph/task-graph.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findDeadlinesBeforeDependency({ config }: Workspace, graph: TaskGraph): Problem[] {
  const zone = settingsOf(config).timeZone;
  const due = graph.tasks.map((task) => (isOpen(task) && task.deadline !== null ? instantOf(task.deadline, zone) : null));
  return graph.tasks.flatMap((task, position) => {
    const own = due[position] ?? null;
    if (own === null) return [];
    return [...new Set(listOf(graph.dependencies, position))].flatMap((other) => {
      const dependency = graph.tasks[other];
      if (dependency === undefined || own >= (due[other] ?? own)) return [];
      const facts = { id: task.id, deadline: task.deadline ?? '', dependency: dependency.id, dependencyDeadline: dependency.deadline ?? '' };
      return [problem('deadline-before-dependency', fieldOf(task.place, 'deadline'), facts)];
    });
  });
}
