/** Handoffs and blockers speak of a task; here, of one that no file defines. */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownTasks({ handoffs, blockers }: Workspace, graph: TaskGraph): Problem[] {
  const suggest = suggestFrom(() => graph.tasks.map(({ id }) => id));
  const records: readonly { readonly task: string | null; readonly place: Place }[] = [...handoffs, ...blockers];
  return records.flatMap(({ task: id, place }) => {
    if (id === null || graph.byId.has(id.toLowerCase())) return [];
    return [problem('unknown-task', fieldOf(place, 'task'), { id, field: 'task', nearest: suggest(id) })];
  });
}
