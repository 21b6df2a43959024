import { expect, test } from 'vitest';
import { readBeads } from '../../../src/core/import/from-beads.ts';
import { faults, leftOut, readWith, short } from '../../support/reading.ts';

const read = readWith(readBeads, '.beads/issues.jsonl');
const lines = (...issues: readonly object[]): string => issues.map((issue) => `${JSON.stringify(issue)}\n`).join('');
const edge = (from: string, to: string, type: string): object => ({ issue_id: from, depends_on_id: to, type, created_at: '2026-01-18T13:41:48.55+08:00', created_by: 'ada' });

test('carries over states, priorities, dependencies, and epics with their parts', () => {
  const reading = read(
    lines(
      { id: 'app-85m', title: 'UI', issue_type: 'epic', status: 'open', priority: 1, created_at: '2026-01-18T13:38:24+08:00' },
      { _type: 'issue', id: 'app-4hx', title: 'Build the form', description: 'With fields.', acceptance_criteria: '- [ ] saves\n- checks', design: 'Plain.', notes: 'See above.', status: 'in_progress', priority: 2, issue_type: 'task', assignee: 'ada', estimated_minutes: 90, labels: ['ui'], dependencies: [edge('app-4hx', 'app-85m', 'parent-child'), edge('app-4hx', 'app-ez5', 'blocks'), edge('app-4hx', 'app-zzz', 'related')] },
      { id: 'app-ez5', title: 'Model', status: 'closed', priority: 0, issue_type: 'bug', closed_at: '2026-01-18T14:52:14.63+08:00', due_at: '2026-02-01T00:00:00Z' },
      { id: 'app-old', title: 'Gone', status: 'tombstone', priority: 3, issue_type: 'task' },
      { _type: 'memory', key: 'note', value: 'x' },
      { id: 'app-b', title: 'Stuck', status: 'blocked', priority: 4, issue_type: 'chore', dependencies: [{ depends_on_id: 'app-85m', dep_type: 'blocks' }] },
    ),
  );
  expect(short(reading)).toEqual(['app-85m milestone todo high - app-4hx', 'app-4hx task in_progress medium ada app-ez5', 'app-ez5 task done high - -', 'app-b task todo low - app-85m']);
  expect(reading.draft.tasks[1]).toMatchObject({ acceptance: ['saves', 'checks'], estimate: '90 min', notes: 'With fields.\n\nDesign:\nPlain.\n\nNotes:\nSee above.\n\nLabels:\nui' });
  expect(reading.draft.tasks[2]).toMatchObject({ completed: '2026-01-18T14:52:14.63+08:00', deadline: '2026-02-01T00:00:00Z' });
  expect(leftOut(reading)).toEqual(['4 no-task Gone', '5 no-task ', '6 no-value status: blocked']);
});

test('says which line is none, which ids stand twice, and circles', () => {
  expect(faults(read('{"id": "a", "title": "A"}\n<<<<<<< HEAD\n'))).toEqual(['unreadable-source this line is no JSON object 2']);
  expect(faults(read(lines({ id: 'a', title: 'A' }, { id: 'A', title: 'B' })))).toEqual(['duplicate-id a 1 2']);
  expect(faults(read(lines({ id: 'a', title: 'A', dependencies: [edge('a', 'b', 'blocks')] }, { id: 'b', title: 'B', dependencies: [edge('b', 'a', 'blocks')] })))).toEqual(['dependency-cycle a>b>a 1 2']);
  expect(faults(read(lines({ id: 'a', title: 'A', dependencies: [edge('a', 'b', 'parent-child')] }, { id: 'b', title: 'B', dependencies: [edge('b', 'a', 'parent-child')] })))).toEqual([]);
});

test('a missing dependency stays named; an empty file has no tasks', () => {
  expect(short(read(lines({ id: 'a', title: 'A', dependencies: [edge('a', 'gone', 'blocks')] })))).toEqual(['a task todo - - gone']);
  expect(read('').draft.tasks).toEqual([]);
});
