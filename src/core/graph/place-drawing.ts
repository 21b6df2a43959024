/** Places for the nodes of a drawing: a column for each step of work, rows so that lines cross little. */
import type { DrawnEdge, DrawnNode, Drawing } from './drawing.ts';

export interface PlacedNode extends DrawnNode {
  readonly column: number;
  readonly row: number;
}

export interface PlacedDrawing {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly DrawnEdge[];
  readonly columns: number;
  readonly rows: number;
}

const SWEEPS = 4;

/** Edges that a way over other tasks says as well are left out. Those that go round in a circle are drawn, and count for no place. */
export function placeDrawing({ nodes, edges }: Drawing): PlacedDrawing {
  const columnOf = columnsOf(nodes, edges);
  const columns: string[][] = [];
  for (const { id } of nodes) (columns[columnOf.get(id) ?? 0] ??= []).push(id);
  const order = untangled(columns, edges);
  const place = new Map(order.flatMap((ids, column) => ids.map((id, row) => [id, { column, row }] as const)));
  return {
    nodes: nodes.map((node) => ({ ...node, ...(place.get(node.id) ?? { column: 0, row: 0 }) })),
    edges: edges.filter((edge) => !isSaidBy(edge, edges, columnOf)),
    columns: order.length,
    rows: order.reduce((most, ids) => Math.max(most, ids.length), 0),
  };
}

/** Whether another way leads from its beginning to its end. Ways only lead to the right. */
function isSaidBy({ from, to }: DrawnEdge, edges: readonly DrawnEdge[], columnOf: ReadonlyMap<string, number>): boolean {
  const column = (id: string): number => columnOf.get(id) ?? 0;
  if (column(to) - column(from) < 2) return false;
  const reached = new Set(edges.filter((edge) => edge.from === from && edge.to !== to).map((edge) => edge.to));
  for (const id of reached) {
    if (id === to) return true;
    for (const edge of edges) if (edge.from === id && column(edge.to) <= column(to)) reached.add(edge.to);
  }
  return false;
}

/** Behind everything it waits for. */
function columnsOf(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): ReadonlyMap<string, number> {
  const open = new Map(nodes.map(({ id }) => [id, 0]));
  const next = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    next.get(from)?.push(to);
    open.set(to, (open.get(to) ?? 0) + 1);
  }
  const columns = new Map(nodes.map(({ id }) => [id, 0]));
  const free = nodes.flatMap(({ id }) => (open.get(id) === 0 ? [id] : []));
  for (const id of free) {
    for (const to of next.get(id) ?? []) {
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
      open.set(to, (open.get(to) ?? 0) - 1);
      if (open.get(to) === 0) free.push(to);
    }
  }
  return columns;
}

/** Each column in the order of the middles of what its nodes are tied to, to and fro. */
function untangled(columns: readonly (readonly string[])[], edges: readonly DrawnEdge[]): readonly (readonly string[])[] {
  const tied = new Map<string, string[]>();
  for (const { from, to } of edges) for (const [one, other] of [[from, to], [to, from]] as const) tied.set(one, [...(tied.get(one) ?? []), other]);
  const order = columns.map((ids) => [...ids]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const ids of sweep % 2 === 0 ? order : [...order].reverse()) {
      const rows = new Map(order.flatMap((own) => own.map((id, row) => [id, row] as const)));
      const middle = (id: string): number => {
        const others = tied.get(id) ?? [];
        return others.length === 0 ? (rows.get(id) ?? 0) : others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length;
      };
      const middles = new Map(ids.map((id) => [id, middle(id)]));
      ids.sort((one, other) => (middles.get(one) ?? 0) - (middles.get(other) ?? 0));
    }
  }
  return order;
}
