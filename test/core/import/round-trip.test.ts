/** Out of coord in another tool's form, and in again: the same tasks, whatever they say. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBacklog } from '../../../src/core/export/print-backlog.ts';
import { printGithub } from '../../../src/core/export/print-github.ts';
import { printTaskMaster } from '../../../src/core/export/print-task-master.ts';
import type { Reading } from '../../../src/core/import/draft.ts';
import { readBacklog } from '../../../src/core/import/from-backlog.ts';
import { readGithub } from '../../../src/core/import/from-github.ts';
import { readTaskMaster } from '../../../src/core/import/from-task-master.ts';
import { toldOf } from '../../../src/core/import/kept-fields.ts';
import { readMarkdown } from '../../../src/core/import/markdown/read-markdown.ts';
import { isOpen, STATUSES } from '../../../src/core/model.ts';
import type { Task } from '../../../src/core/model.ts';
import { progressBlock } from '../../../src/core/pages/progress-page.ts';
import { escapedHidden, printable } from '../../../src/present/text/plain.ts';
import { arbitraryFullTasks } from '../../support/arbitrary-full-tasks.ts';
import { makeTask, makeWorkspace } from '../../support/records.ts';

/** Where it stands is another matter. */
const WHERE = { key: null, origin: null, sureness: null };

/** As a terminal would show it, which changes nothing. */
const shown = (text: string): string => printable(escapedHidden(text), false);

const FORMS: Readonly<Record<string, (tasks: readonly Task[]) => Reading>> = {
  'task-master': (tasks) => readTaskMaster([{ name: 'tasks.json', text: shown(printTaskMaster(tasks)) }]),
  'backlog.md': (tasks) => readBacklog(printBacklog(tasks, 'app').filter(({ path }) => path.endsWith('.md')).map(({ path, text }) => ({ name: `backlog/${path}`, text }))),
  github: (tasks) => readGithub([{ name: 'issues.json', text: shown(printGithub(tasks)) }]),
};

describe.each(Object.entries(FORMS))('%s', (_, throughForm) => {
  test('gives back every field it can hold', () => {
    fc.assert(
      fc.property(arbitraryFullTasks, (drawn) => {
        const tasks = drawn.map((task) => inOrder(task, drawn));
        const { draft } = throughForm(tasks);
        expect(draft.tasks.map(byId(draft.tasks)).map(told)).toEqual(tasks.map((task) => ({ ...toldOf(task), ...WHERE })));
      }),
    );
  });
});

test('the page of progress gives back all that stands on it', () => {
  fc.assert(
    fc.property(arbitraryFullTasks, (drawn) => {
      // A title of nothing but blanks cannot be seen.
      const tasks = drawn.filter(({ title }) => onOneLine(title) !== '');
      const { workspace, graph } = makeWorkspace({ tasks });
      const { draft } = readMarkdown([{ name: 'progress.md', text: `# Progress\n\n${progressBlock({ workspace, graph })}\n` }]);
      expect(draft.tasks.map(onPage).sort(byText)).toEqual(tasks.map(({ title, progress, status, started, completed, ...task }) => onPage({ ...task, title: onOneLine(title), progress: isOpen({ status }) ? progress : null, status, started: day(started), completed: day(completed) })).sort(byText));
    }),
  );
});

test.each(STATUSES)('a title that ends like a state comes back as a title where it is %s', (status) => {
  const titles = ['Write (In review)', 'Write (Done)', 'Write (40%)', 'Write (Started: 2026-05-04, 40%)', 'Write (twice)'];
  const tasks = titles.map((title, index) => makeTask({ id: `T-${index}`, title, status }));
  const { workspace, graph } = makeWorkspace({ tasks });
  const { draft } = readMarkdown([{ name: 'progress.md', text: `# Progress\n\n${progressBlock({ workspace, graph })}\n` }]);
  expect(draft.tasks.map((task) => [task.title, task.status])).toEqual(titles.map((title) => [title, status]));
});

const onPage = ({ id, title, agent, status, progress, started, completed }: Pick<Task, 'title' | 'agent' | 'status' | 'progress' | 'started' | 'completed'> & { readonly id: string | null }): string => JSON.stringify({ id, title, agent, status, progress, started, completed });
const day = (time: string | null): string | null => time?.slice(0, 10) ?? null;
const onOneLine = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
const byText = (one: string, other: string): number => (one < other ? -1 : 1);

/** What is done waited for nothing that is not: nobody's files may say otherwise. */
function inOrder(task: Task, all: readonly Task[]): Task {
  const isOpen = (id: string): boolean => all.some((one) => one.id === id && one.status !== 'done');
  return task.status === 'done' ? { ...task, dependencies: task.dependencies.filter(({ id }) => !isOpen(id)) } : task;
}

/** Readers name dependencies by keys. */
function byId(all: Reading['draft']['tasks']): (task: Reading['draft']['tasks'][number]) => Reading['draft']['tasks'][number] {
  const ids = new Map(all.map(({ key, id }) => [key, id ?? key]));
  return (task) => ({ ...task, dependencies: task.dependencies.map(({ on, label }) => ({ on: ids.get(on) ?? on, label })) });
}

function told(task: Reading['draft']['tasks'][number]): unknown {
  return { ...task, priority: task.priority ?? 'medium', ...WHERE };
}
