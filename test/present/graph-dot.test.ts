/** What coord draws, as Graphviz reads and draws it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTasks } from '../../src/core/graph/drawing.ts';
import { buildTaskGraph } from '../../src/core/graph/task-graph.ts';
import type { Task } from '../../src/core/model.ts';
import { graphDot } from '../../src/present/overview/graph-dot.ts';
import { plain } from '../../src/present/text/plain.ts';
import { arbitraryFullTasks, HOSTILE_TEXTS } from '../support/arbitrary-full-tasks.ts';
import { readDot } from '../support/read-dot.ts';
import { makeTask } from '../support/records.ts';

const dotOf = (tasks: readonly Task[]): string => graphDot(drawTasks(buildTaskGraph(tasks), { from: null, critical: false }));
/** Blanks in a row are one where it is drawn. */
const drawn = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

test('says of a plan what it is', () => {
  const tasks = [makeTask({ id: 'A-1', title: 'Say "hi"', status: 'done' }), makeTask({ id: 'B-1', title: 'Listen', dependencies: [{ id: 'A-1', label: 'The "word"' }, 'GONE-1'] })];
  expect(readDot(dotOf(tasks))).toEqual({ boxes: ['A-1 Say "hi"', 'B-1 Listen', 'GONE-1 no file defines it'], arrows: [['A-1->B-1', 'The "word"'], ['GONE-1->B-1', '']] });
});

test.each([...HOSTILE_TEXTS, 'a \\ b \\N \\l \\"', 'x &amp; y &lt;z&gt; &#65;', '<b>bold</b>'])('a title and a label %j stay what they are', (text) => {
  const { boxes, arrows } = readDot(dotOf([makeTask({ id: 'A-1', title: text }), makeTask({ id: 'B-1', dependencies: [{ id: 'A-1', label: text }] })]));
  expect(boxes.map(drawn)).toEqual([drawn(`A-1 ${text}`), 'B-1 Do B-1']);
  expect(arrows.map(([ends, label]) => [ends, drawn(label)])).toEqual([['A-1->B-1', drawn(text)]]);
});

test('any plan is read with all its boxes and arrows', () => {
  fc.assert(
    fc.property(arbitraryFullTasks, (tasks) => {
      const drawing = drawTasks(buildTaskGraph(tasks), { from: null, critical: false });
      const { boxes, arrows } = readDot(graphDot(drawing));
      expect([boxes.length, arrows.length]).toEqual([drawing.nodes.length, drawing.edges.length]);
    }),
    { numRuns: 50 },
  );
});
