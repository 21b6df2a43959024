/** Handoffs, blockers and slots speak of tasks; here, of one that no file defines. */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownTasks(workspace: Workspace, graph: TaskGraph): Problem[] {
  const suggest = suggestFrom(() => graph.tasks.map(({ id }) => id));
  return [...namedTasks(workspace)].flatMap(({ id, field, place }) => (graph.byId.has(id.toLowerCase()) ? [] : [problem('unknown-task', place, { id, field, nearest: suggest(id) })]));
}

function* namedTasks({ handoffs, blockers, config, folder }: Workspace): Generator<{ readonly id: string; readonly field: string; readonly place: Place }> {
  for (const { task, place } of [...handoffs, ...blockers]) if (task !== null) yield { id: task, field: 'task', place: fieldOf(place, 'task') };
  const file: Place = { file: `${folder}/coord.yaml` };
  for (const [index, { continues }] of (config.phases ?? []).entries()) {
    for (const [at, id] of (continues ?? []).entries()) yield { id, field: 'continues', place: fieldOf(file, 'phases', index, 'continues', at) };
  }
}
