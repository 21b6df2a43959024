/** A plan goes out in another tool's form and comes into an empty repository: there it is the same plan. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFile } from '../../src/core/documents/read-file.ts';
import { printQueue } from '../../src/core/export/print-queue.ts';
import { HOSTILE_TEXTS } from '../support/arbitrary-full-tasks.ts';
import { makeTask } from '../support/records.ts';
import type { Story } from '../support/story.ts';
import { story, storyIn } from '../support/story.ts';
import { makeRepository } from '../support/repository.ts';

const title = (at: number): string => HOSTILE_TEXTS[at] ?? '';
const TASKS = HOSTILE_TEXTS.map((text, at) =>
  makeTask({
    id: `T-${at}`,
    title: text,
    agent: at % 2 === 0 ? 'frontend' : null,
    priority: at % 3 === 0 ? 'high' : 'low',
    kind: at % 7 === 0 ? 'gate' : 'task',
    status: at === 1 ? 'cancelled' : 'todo',
    phase: 'build',
    group: 'week-1',
    notes: title(at + 1),
    acceptance: [text, title(at + 2)].filter((one) => one !== ''),
    actions: [text],
    files: ['src/**'],
    estimate: 210,
    margin: 30,
    deadline: '2025-08-20',
    dependencies: at === 0 ? [] : [{ id: `T-${at - 1}`, label: text }],
  }),
);
const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nproject: app\nteam:\n  frontend: {name: frontend}\nphases:\n  - {id: build, name: build}\ngroups:\n  week-1: {name: week-1}\n',
  'deployment/tasks/queue.yaml': printQueue(TASKS),
};

/** By their ids: files stand in another order there. */
function tasksOf(app: Story): unknown {
  const { tasks } = readFile('deployment/tasks/queue.yaml', app.coord('export queue').stdout, 'deployment');
  return Object.fromEntries((tasks ?? []).map((task) => [task.id, { ...task, place: null }]));
}

it.each(['github', 'task-master', 'backlog.md'])('through %s', (form) => {
  const app = storyIn(makeRepository({ files: FILES }));
  expect(app.coord('validate').exit).toBe(0);
  const other = story();
  const source = form === 'backlog.md' ? 'backlog' : 'out.json';
  if (form === 'backlog.md') expect(app.coord(`export ${form} --out ${source}`).stdout).toBe(`backlog/ made: ${TASKS.length + 1} files, not committed.\n`);
  else app.write(source, app.coord(`export ${form}`).stdout);
  const imported = other.coord(['import', '--from', form, join(app.root, source)]);
  expect({ exit: imported.exit, stderr: imported.stderr }).toEqual({ exit: 0, stderr: '' });
  expect(other.coord('validate')).toMatchObject({ exit: 0, stderr: '' });
  expect(tasksOf(other)).toEqual(tasksOf(app));
  expect(other.coord(['import', '--from', form, join(app.root, source)]).stdout).toBe(`Nothing to add: ${TASKS.length} tasks there already.\n`);
});
