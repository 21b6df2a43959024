/** What coord draws, as mermaid reads it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTasks } from '../../src/core/graph/drawing.ts';
import { buildTaskGraph } from '../../src/core/graph/task-graph.ts';
import type { Task } from '../../src/core/model.ts';
import { graphMermaid } from '../../src/present/overview/graph-mermaid.ts';
import { plain } from '../../src/present/text/plain.ts';
import { arbitraryFullTasks, HOSTILE_TEXTS } from '../support/arbitrary-full-tasks.ts';
import { readMermaid } from '../support/read-mermaid.ts';
import { makeTask } from '../support/records.ts';

const mermaidOf = (tasks: readonly Task[]): string => graphMermaid(drawTasks(buildTaskGraph(tasks), { from: null, critical: false }));
/** Blanks in a row are one where it is drawn. */
const drawn = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

test('says of a plan what it is', async () => {
  const tasks = [makeTask({ id: 'A-1', title: 'Say "hi"', status: 'done' }), makeTask({ id: 'B-1', title: 'Listen', dependencies: [{ id: 'A-1', label: 'The "word"' }, 'GONE-1'] })];
  expect(await readMermaid(mermaidOf(tasks))).toEqual({ boxes: ['A-1 Say "hi"', 'B-1 Listen', 'GONE-1 no file defines it'], arrows: [[0, 1, 'The "word"'], [2, 1, '']] });
});

test.each(HOSTILE_TEXTS)('a title and a label %j stay what they are', async (text) => {
  const { boxes, arrows } = await readMermaid(mermaidOf([makeTask({ id: 'A-1', title: text }), makeTask({ id: 'B-1', dependencies: [{ id: 'A-1', label: text }] })]));
  expect(boxes.map(drawn)).toEqual([drawn(`A-1 ${text}`), 'B-1 Do B-1']);
  expect(arrows.map(([from, to, label]) => [from, to, drawn(label)])).toEqual([[0, 1, drawn(text)]]);
});

test('any plan is read with all its boxes and arrows', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFullTasks, async (tasks) => {
      const drawing = drawTasks(buildTaskGraph(tasks), { from: null, critical: false });
      const { boxes, arrows } = await readMermaid(graphMermaid(drawing));
      expect([boxes.length, arrows.length]).toEqual([drawing.nodes.length, drawing.edges.length]);
    }),
    { numRuns: 50 },
  );
});
