/** Files of YAML and JSON, read as if they stood in a fence. */
import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';

const read = (name: string, text: string) => readMarkdown([{ name, text }]);
const lines = (name: string, text: string) => read(name, text).draft.tasks.map(({ origin, id, title, status, priority, phase, agent }) => [origin.line, id, title, status, priority, phase, agent]);

const QUEUE = `task_queue:
  high_priority:
    - title: Set up 2 servers
      id: 1
    - {id: 2, title: Deploy, done: true}
  low_priority:
    - id: 3
      title: Clean
      progress: 40
`;

test('a queue, each task on the line on which it begins', () => {
  expect(lines('q.yaml', QUEUE)).toEqual([
    [3, '1', 'Set up 2 servers', 'todo', 'high', null, null],
    [5, '2', 'Deploy', 'done', 'high', null, null],
    [7, '3', 'Clean', 'in_progress', 'low', null, null],
  ]);
});

test('the shelf and the kind of a record', () => {
  const { tasks, phases, groups } = read('q.yaml', 'task_queue:\n  high_priority:\n    - { id: G-1, task: Dig, phase: first, group: pond }\n    - { id: G-2, task: Swim, kind: milestone, phase: first, group: pond, dependencies: [G-1] }\n').draft;
  expect(tasks).toMatchObject([{ kind: 'task', phase: 'first', group: 'pond' }, { kind: 'milestone', phase: 'first', group: 'pond' }]);
  expect([phases.map(({ key }) => key), groups.map(({ key }) => key)]).toEqual([['first'], ['pond']]);
});

test('lists by phase, by state and by team; nothing in them is lost', () => {
  const text = 'phases:\n  - name: First\n    tasks: [Dig, {id: P-2, title: Fill}]\ndone:\n  - Measure\nGarden_Team:\n  tasks:\n    - G-1: Mow\n    - title: Rake\n';
  expect(lines('plan.yml', text)).toEqual([
    [3, null, 'Dig', 'todo', null, 'First', null],
    [3, 'P-2', 'Fill', 'todo', null, 'First', null],
    [5, null, 'Measure', 'done', null, null, null],
    [8, 'G-1', 'Mow', 'todo', null, null, 'Garden Team'],
    [9, null, 'Rake', 'todo', null, null, 'Garden Team'],
  ]);
});

test('tasks by their ids, in JSON', () => {
  const text = '{\n  "plan": {\n    "tasks": {\n      "T1": {"title": "Dig"},\n      "T2": {"title": "Fill", "depends_on": ["T1"]}\n    }\n  }\n}\n';
  const { tasks } = read('plan.json', text).draft;
  expect(lines('plan.json', text).map(([line, id]) => [line, id])).toEqual([[4, 'T1'], [5, 'T2']]);
  expect(tasks[1]?.dependencies.map(({ on }) => on)).toEqual([tasks[0]?.key]);
});

test('severities and figures go to the settings', () => {
  const { settings } = read('s.yaml', 'severity_levels:\n  P0_critical: {description: Down, response_time: 15 minutes, agents_required: [Ops]}\nagent_metrics:\n  coverage: {target: 80%}\n').draft;
  expect(settings.map(({ key, name, value, agents }) => [key, name, value, agents])).toEqual([['severities', 'P0', { description: 'Down', respond: '15 minutes' }, ['Ops']], ['targets', 'coverage', { target: '80%' }, []]]);
});

test.each([['a: [1\nb: }\n', 2], ['a: 1\na: 2\n', 2], ['a: 1\n---\nb: 2\n', 2]])('%j is refused by name', (text, line) => {
  expect(read('plan.yaml', text).faults).toMatchObject([{ code: 'unreadable-source', origins: [{ file: 'plan.yaml', line }] }]);
});

test('settings of something else hold no task', () => {
  expect(read('compose.yml', 'services:\n  web: {image: nginx}\n').draft.tasks).toEqual([]);
});
