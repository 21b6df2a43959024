import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTasks } from '../../../src/core/graph/drawing.ts';
import { nearDrawing } from '../../../src/core/graph/near-drawing.ts';
import { placeDrawing } from '../../../src/core/graph/place-drawing.ts';
import { buildTaskGraph } from '../../../src/core/graph/task-graph.ts';
import type { Drawing } from '../../../src/core/graph/drawing.ts';
import { makeTask } from '../../support/records.ts';

const drawing = (ids: string, edges: readonly string[]): Drawing => ({ nodes: ids.split('').map((id) => ({ id, title: id, status: 'todo', critical: false })), edges: edges.map(([from = '', to = '']) => ({ from, to, label: null })) });

describe('a placed drawing', () => {
  it('puts each task behind all it waits for, and leaves out what a longer way says', () => {
    const placed = placeDrawing(drawing('abc', ['ab', 'bc', 'ac']));
    expect(placed.nodes.map(({ id, column }) => `${id}${column}`)).toEqual(['a0', 'b1', 'c2']);
    expect(placed.edges.map(({ from, to }) => from + to)).toEqual(['ab', 'bc']);
  });

  it('draws circles too', () => {
    expect(placeDrawing(drawing('ab', ['ab', 'ba', 'aa'])).edges).toHaveLength(3);
  });

  it('gives no two tasks the same place, and leads to the right', () => {
    const arbitrary = fc.integer({ min: 2, max: 12 }).chain((size) => fc.record({ size: fc.constant(size), pairs: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([from, to]) => from < to), { selector: String }) }));
    fc.assert(
      fc.property(arbitrary, ({ size, pairs }) => {
        const ids = 'abcdefghijkl'.slice(0, size);
        const { nodes, edges, columns, rows } = placeDrawing(drawing(ids, pairs.map(([from, to]) => `${ids[from] ?? ''}${ids[to] ?? ''}`)));
        expect(new Set(nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(size);
        expect(nodes.every(({ column, row }) => column < columns && row < rows)).toBe(true);
        const columnOf = new Map(nodes.map(({ id, column }) => [id, column]));
        expect(edges.every(({ from, to }) => (columnOf.get(from) ?? 0) < (columnOf.get(to) ?? 0))).toBe(true);
      }),
    );
  });
});

describe('the near part of a graph', () => {
  const tasks = [makeTask({ id: 'DONE', status: 'done' }), makeTask({ id: 'NOW', dependencies: ['DONE'] }), makeTask({ id: 'NEXT', dependencies: ['NOW'] }), makeTask({ id: 'FAR', dependencies: ['NEXT'] }), makeTask({ id: 'NOT', status: 'cancelled' })];
  const graph = buildTaskGraph(tasks);
  const whole = drawTasks(graph, { from: null, critical: false });
  const near = (most: number, ids = ['NOW']) => nearDrawing(graph, whole, ids, most);

  it('is all of it where there is room, without what is cancelled', () => {
    expect(near(4).nodes.map(({ id }) => id)).toEqual(['DONE', 'NOW', 'NEXT', 'FAR']);
    expect(near(4).left).toBe(0);
  });

  it('begins at what is worked on and goes on along what waits for it', () => {
    expect(near(2)).toMatchObject({ nodes: [{ id: 'NOW' }, { id: 'NEXT' }], edges: [{ from: 'NOW', to: 'NEXT' }], left: 2 });
    expect(near(3, []).nodes.map(({ id }) => id)).toEqual(['NOW', 'NEXT', 'FAR']);
  });
});
