import { expect, it } from 'vitest';
import { drawTasks } from '../../../src/core/graph/drawing.ts';
import { nearDrawing } from '../../../src/core/graph/near-drawing.ts';
import type { NearDrawing } from '../../../src/core/graph/near-drawing.ts';
import { buildTaskGraph } from '../../../src/core/graph/task-graph.ts';
import type { Task } from '../../../src/core/model.ts';
import { makeTask } from '../../support/records.ts';

const near = (tasks: readonly Task[], ids: readonly string[], most: number): NearDrawing => {
  const graph = buildTaskGraph(tasks);
  return nearDrawing(graph, drawTasks(graph, { from: null, critical: false }), ids, most);
};
const idsOf = ({ nodes }: NearDrawing): readonly string[] => nodes.map(({ id }) => id).sort();
/** N-1 waits for N-0, which waits for A; four wait for A alone. */
const tasks = ['A', 'N-0', 'N-1', 'W-1', 'W-2', 'W-3', 'W-4'].map((id) => makeTask({ id, dependencies: id === 'A' ? [] : [id === 'N-1' ? 'N-0' : 'A'] }));

it('is the whole where there is room', () => {
  expect(near([...tasks, makeTask({ id: 'GONE', status: 'cancelled' })], ['A'], 7)).toMatchObject({ left: 0, nodes: { length: 7 }, edges: { length: 6 } });
});

it('follows chains before it shows all that waits for one', () => {
  const drawing = near(tasks, ['A'], 4);
  expect([idsOf(drawing), drawing.left]).toEqual([['A', 'N-0', 'N-1', 'W-1'], 3]);
});

it('shows what the near ones wait for where there is room left, and begins somewhere where nothing is near', () => {
  expect(idsOf(near(tasks, ['N-1'], 3))).toEqual(['N-0', 'N-1']);
  expect(idsOf(near(tasks, [], 3))).toEqual(['A', 'N-0', 'W-1']);
});
