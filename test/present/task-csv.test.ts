import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { taskCsv } from '../../src/present/planning/task-csv.ts';
import { arbitraryFullTasks, HOSTILE_TEXTS } from '../support/arbitrary-full-tasks.ts';
import { readCsv } from '../support/read-csv.ts';
import { makeTask } from '../support/records.ts';

test('has a row for each task and a cell for each field, whatever they say', () => {
  fc.assert(
    fc.property(arbitraryFullTasks, (tasks) => {
      const [head = [], ...rows] = readCsv(`${taskCsv(tasks)}\r\n`);
      expect(head.slice(0, 4)).toEqual(['id', 'task', 'agent', 'priority']);
      expect(rows.map((row) => [row.length, row[0]])).toEqual(tasks.map(({ id }) => [head.length, id]));
    }),
  );
});

test.each(HOSTILE_TEXTS)('%j is neither computed by a spreadsheet nor hidden', (title) => {
  const [, row = []] = readCsv(taskCsv([makeTask({ id: 'A-1', title, notes: title, files: [title], dependencies: [{ id: title, label: title }] })]));
  for (const cell of row) {
    expect(cell).not.toMatch(/^[\s"]*[=+@-]/);
    expect(cell).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/);
  }
});

test('lists are parted by semicolons, hours are numbers', () => {
  const [head = [], row = []] = readCsv(taskCsv([makeTask({ id: 'A-1', title: '=cmd|x', estimate: 90, progress: 40, dependencies: ['B-1', { id: 'C-1', label: 'API, ready' }], actions: ['one', 'two'], notes: 'a\nb' })]));
  expect(Object.fromEntries(head.map((name, at) => [name, row[at]]).filter(([, cell]) => cell !== ''))).toEqual({
    id: 'A-1', task: "'=cmd|x", priority: 'medium', kind: 'task', status: 'todo', progress: '40', dependencies: 'B-1; C-1 (API, ready)', estimate_hours: '1.5', actions: 'one; two', notes: 'a b',
  });
});
