import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */
/** @import { Peer } from './peer.mjs' */

const AT = '2026-01-05T09:00:00.000Z';
const RANK = { high: 1, medium: 2, low: 3 };

/** One JSON object a line in one file, read by a program on Bun. @type {Peer} */
export const seeds = {
  name: 'os-eco seeds',
  packages: ['@os-eco/seeds-cli@0.5.13', 'bun@1.4.5'],
  command(modules) {
    const bun = join(modules, '.bin/bun');
    const program = join(modules, '@os-eco/seeds-cli/src/index.ts');
    return existsSync(bun) && existsSync(program) ? [bun, program] : null;
  },
  init: ['init'],
  write(folder, tasks) {
    const open = new Set(tasks.filter(({ status }) => status === 'todo').map(({ id }) => id));
    const lines = tasks.map((task) => `${JSON.stringify(issueOf(task, open))}\n`);
    writeFileSync(join(folder, '.seeds/issues.jsonl'), lines.join(''));
  },
  all: ['list', '--all', '--limit', '1000000', '--format', 'json'],
  count(answer) {
    /** @type {{ issues: unknown[] }} */
    const { issues } = JSON.parse(answer);
    return issues.length;
  },
  next: ['ready', '--limit', '10'],
  show: (task) => ['show', task.id],
  list: ['list', '--limit', '1000000'],
};

/** As its own verbs leave an issue: closing one takes it off the lists of those that wait. @param {PlannedTask} task @param {ReadonlySet<string>} open */
function issueOf({ id, task, agent, priority, status, dependencies, notes }, open) {
  const blockedBy = dependencies.filter((dependency) => open.has(dependency));
  return {
    id,
    title: task,
    status: status === 'done' ? 'closed' : 'open',
    type: 'task',
    priority: RANK[priority],
    createdAt: AT,
    updatedAt: AT,
    assignee: agent,
    description: notes,
    ...(blockedBy.length > 0 ? { blockedBy } : {}),
    ...(status === 'done' ? { closedAt: AT } : {}),
  };
}
