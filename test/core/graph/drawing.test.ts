import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAgents, drawTasks } from '../../../src/core/graph/drawing.ts';
import { makeAgent, makeTask, makeWorkspace } from '../../support/records.ts';

const WHOLE = { from: null, critical: false };

/** Up to eight tasks that may wait for any of each other, and for one that is missing. */
const tasks = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 }), { maxLength: 8 }).map((lists) => lists.map((list, at) => makeTask({ id: `T-${at}`, dependencies: list.map((other) => `T-${other}`) })));

describe('drawTasks', () => {
  it('has an edge for each dependency, and both its ends', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        const { nodes, edges } = drawTasks(makeWorkspace({ tasks: all }).graph, WHOLE);
        const ids = new Set(nodes.map(({ id }) => id));
        expect(edges).toHaveLength(all.reduce((sum, { dependencies }) => sum + dependencies.length, 0));
        expect(ids.size).toBe(nodes.length);
        for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
      }),
    );
  });

  it('from a task has what waits for it and nothing else', () => {
    const all = [makeTask({ id: 'A' }), makeTask({ id: 'B', dependencies: ['a', 'X'] }), makeTask({ id: 'C', dependencies: ['B', 'D'] }), makeTask({ id: 'D' })];
    const { nodes, edges } = drawTasks(makeWorkspace({ tasks: all }).graph, { from: 0, critical: false });
    expect(nodes.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['A B', 'B C']);
  });

  it('marks the chain that takes longest, and can show it alone', () => {
    const all = [makeTask({ id: 'A', estimate: 60 }), makeTask({ id: 'B', estimate: 600 }), makeTask({ id: 'C', estimate: 60, dependencies: ['A', 'B'] })];
    const { graph } = makeWorkspace({ tasks: all });
    expect(drawTasks(graph, WHOLE).nodes.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['B', 'C']);
    expect(drawTasks(graph, { from: null, critical: true })).toMatchObject({ nodes: [{ id: 'B' }, { id: 'C' }], edges: [{ from: 'B', to: 'C' }] });
  });
});

describe('drawAgents', () => {
  it('joins what the team needs with dependencies between its tasks, a label saying more than none', () => {
    const agents = [makeAgent({ id: 'web', name: 'Web', needs: [{ from: 'api', label: 'Contract' }] }), makeAgent({ id: 'api' }), makeAgent({ id: 'idle' })];
    const all = [
      makeTask({ id: 'A', agent: 'api' }),
      makeTask({ id: 'B', agent: 'web', dependencies: ['A'] }),
      makeTask({ id: 'C', agent: 'web', dependencies: ['B'] }),
      makeTask({ id: 'D', agent: 'api', dependencies: [{ id: 'B', label: 'Screens' }] }),
      makeTask({ id: 'E', agent: 'guest', dependencies: ['A'] }),
    ];
    const { nodes, edges } = drawAgents(makeWorkspace({ tasks: all, agents }).graph, agents);
    expect(nodes.map(({ id, title }) => `${id} ${title}`)).toEqual(['web Web', 'api api', 'idle idle', 'guest guest']);
    expect(edges).toEqual([
      { from: 'api', to: 'web', label: 'Contract' },
      { from: 'web', to: 'api', label: 'Screens' },
      { from: 'api', to: 'guest', label: null },
    ]);
  });
});
