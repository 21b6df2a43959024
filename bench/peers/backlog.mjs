import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */
/** @import { Peer } from './peer.mjs' */

/** A Markdown file a task. Its native program is called directly, and it is told not to look at other branches: both are faster. @type {Peer} */
export const backlog = {
  name: 'Backlog.md',
  packages: ['backlog.md@1.52.0'],
  command(modules) {
    const native = join(modules, `backlog.md-${process.platform}-${process.arch}`, 'backlog');
    return existsSync(native) ? [native] : null;
  },
  init: ['init', 'bench', '--defaults', '--integration-mode', 'none', '--check-branches', 'false', '--include-remote', 'false'],
  write(folder, tasks) {
    const place = join(folder, 'backlog/tasks');
    mkdirSync(place, { recursive: true });
    const numbers = new Map(tasks.map(({ id }, at) => [id, at + 1]));
    tasks.forEach((task, at) => writeFileSync(join(place, `task-${String(at + 1)} - ${task.task.replaceAll(' ', '-')}.md`), printTask(task, numbers)));
  },
  all: ['task', 'list', '--json'],
  count(answer) {
    /** @type {{ tasks: unknown[] }} */
    const { tasks } = JSON.parse(answer);
    return tasks.length;
  },
  next: ['task', 'list', '--ready', '--plain', '--limit', '10'],
  show: (_, at) => ['task', String(at + 1), '--plain'],
  list: ['task', 'list', '--exclude-status', 'Done', '--plain'],
};

/** @param {PlannedTask} task @param {ReadonlyMap<string, number>} numbers */
function printTask({ id, task, agent, priority, status, dependencies, notes }, numbers) {
  const number = (/** @type {string} */ other) => String(numbers.get(other) ?? 0);
  return `---
id: TASK-${number(id)}
title: ${task}
status: ${status === 'done' ? 'Done' : 'To Do'}
assignee:
  - ${agent}
created_date: '2026-01-05 09:00'
labels: []
dependencies:${dependencies.length === 0 ? ' []' : dependencies.map((other) => `\n  - TASK-${number(other)}`).join('')}
priority: ${priority}
ordinal: ${Number(number(id)) * 1000}
---

## Description

${notes}
`;
}
