/**
 * Where ids stand in the cache: one text, a line for each id with its row, sorted ignoring case. A line is found by
 * searching the text, so that nothing has to be made of the ten thousand others.
 */
import { listOf } from '../../core/graph/task-graph.ts';
import type { TaskGraph } from '../../core/graph/task-graph.ts';

/** `"\nFIX-001 12\nFIX-002 7\n"` */
export type IdTable = string;

/** Positions in the order of ids; list `i` is `items[starts[i]] .. items[starts[i + 1] - 1]`. */
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
  const lines = sorted.flatMap((position) => graph.tasks[position] ?? []).map(({ id, place }) => `${id} ${String(rowOf(place.file))}\n`);
  return { ids: `\n${lines.join('')}`, dependents: { starts, items } };
}

export function idsIn(table: IdTable): string[] {
  return table.split('\n').slice(1, -1).map((line) => line.slice(0, line.indexOf(' ')));
}

/** The row that holds the task; ids match ignoring case. */
export function rowOf(table: IdTable, id: string): number | null {
  const line = lineOf(table, id);
  return line === null ? null : Number(table.slice(table.indexOf(' ', line) + 1, table.indexOf('\n', line)));
}

/** In the order of ids. */
export function positionOf(table: IdTable, id: string): number | null {
  const line = lineOf(table, id);
  if (line === null) return null;
  let position = 0;
  for (let at = table.indexOf('\n', 1); at !== -1 && at < line; at = table.indexOf('\n', at + 1)) position++;
  return position;
}

/** Where the id's line begins. Ids of tasks are ASCII and hold no white space (core/documents/task-id.ts); what is asked for may. */
function lineOf(table: IdTable, id: string): number | null {
  if (/\s/.test(id)) return null;
  const exact = table.indexOf(`\n${id} `);
  const at = exact === -1 ? table.toLowerCase().indexOf(`\n${id.toLowerCase()} `) : exact;
  return at === -1 ? null : at + 1;
}
