/** Where ids stand in the cache: sorted ignoring case, so that one is found by halving, without a map of all. */
import { listOf } from '../../core/graph/task-graph.ts';
import type { TaskGraph } from '../../core/graph/task-graph.ts';

export interface IdTable {
  readonly ids: readonly string[];
  /** `rows[i]`: the row that holds `ids[i]`. */
  readonly rows: readonly number[];
}

/** Positions in `ids`; list `i` is `items[starts[i]] .. items[starts[i + 1] - 1]`. */
export interface DependentTable {
  readonly starts: readonly number[];
  readonly items: readonly number[];
}

export function tablesOf(graph: TaskGraph, rowOf: (file: string) => number): { readonly ids: IdTable; readonly dependents: DependentTable } {
  const sorted = [...graph.byId].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, position]) => position);
  const rank = new Int32Array(sorted.length);
  sorted.forEach((position, at) => (rank[position] = at));
  const starts = [0];
  const items: number[] = [];
  for (const position of sorted) {
    for (const other of listOf(graph.dependents, position)) items.push(rank[other] ?? 0);
    starts.push(items.length);
  }
  const tasks = sorted.flatMap((position) => graph.tasks[position] ?? []);
  return { ids: { ids: tasks.map(({ id }) => id), rows: tasks.map(({ place }) => rowOf(place.file)) }, dependents: { starts, items } };
}

/** Ids match ignoring case. */
export function positionIn({ ids }: IdTable, id: string): number | null {
  const wanted = id.toLowerCase();
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '').toLowerCase() < wanted) low = middle + 1;
    else high = middle;
  }
  return ids[low]?.toLowerCase() === wanted ? low : null;
}
