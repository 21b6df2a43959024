import { expect, test } from 'vitest';
import { graphTree } from '../../src/present/overview/graph-tree.ts';
import { PIPE } from '../support/screens.ts';

const chain = (length: number) => {
  const ids = Array.from({ length }, (_, at) => `T-${at}`);
  const nodes = ids.map((id) => ({ id, title: id, status: 'todo', critical: false }) as const);
  return { nodes, edges: ids.slice(1).map((to, at) => ({ from: `T-${at}`, to, label: null })) };
};

test('a long chain begins at the margin again, and every task is shown once', () => {
  const lines = graphTree(chain(100), PIPE).split('\n');
  expect(lines.slice(39, 43).map((line) => line.trim())).toEqual(['└─ T-39 todo', '└─ T-40 (goes on below)', 'T-40 todo', '└─ T-41 todo']);
  expect(lines.filter((line) => / T-\d+ todo$|^T-\d+ todo$/.test(line))).toHaveLength(100);
});

test('a chain of any length can be drawn', () => {
  expect(graphTree(chain(20_000), PIPE).split('\n')).toHaveLength(20_000 + 499);
});
