import { chance, pick } from '../chance.mjs';

/**
 * A task's fields as a file holds them.
 * @typedef {object} PlannedTask
 * @property {string} id
 * @property {string} task
 * @property {string} agent
 * @property {'high' | 'medium' | 'low'} priority
 * @property {'todo' | 'done'} status
 * @property {number | null} progress
 * @property {string[]} dependencies
 * @property {string} phase
 * @property {string} group
 * @property {string} estimate
 * @property {string} deadline
 * @property {string[]} files
 * @property {string[]} actions
 * @property {string[]} acceptance
 * @property {string[]} verify
 * @property {string[]} artifacts
 * @property {string | null} started
 * @property {string | null} completed
 * @property {{ head: string, tree: string, verified: { name: string, exit_code: number, at: string }[] } | null} proof
 * @property {string} notes
 */

/** The team: an agent's id, the area it owns and what its task ids begin with. */
export const TEAM = [
  { agent: 'frontend', area: 'web', prefix: 'UI' },
  { agent: 'backend', area: 'api', prefix: 'API' },
  { agent: 'infrastructure', area: 'infra', prefix: 'INFRA' },
  { agent: 'realtime', area: 'realtime', prefix: 'RT' },
  { agent: 'integration', area: 'integration', prefix: 'INT' },
  { agent: 'testing', area: 'e2e', prefix: 'QA' },
  { agent: 'data', area: 'data', prefix: 'DB' },
  { agent: 'docs', area: 'manual', prefix: 'DOC' },
];
export const PHASES = ['foundation', 'core', 'features', 'hardening', 'launch'];
export const GROUPS = ['deployment', 'security', 'performance', 'observability', 'billing', 'accounts', 'search', 'export'];

const SHARED = 'shared/**';
const DONE_SHARE = 0.6;
const DAY = 86_400_000;
const WORK = ['Add', 'Fix', 'Measure', 'Document', 'Split', 'Replace', 'Test', 'Tune', 'Move', 'Review'];
const SUBJECT = ['the login form', 'rate limits', 'the upload queue', 'database indexes', 'the error page', 'retries', 'the price table', 'backups', 'the audit log', 'the search box'];
const REASON = ['for mobile users', 'before the launch', 'behind a flag', 'without downtime', 'for large accounts', 'on slow networks'];

/**
 * Tasks in an order in which each waits only for earlier ones near it; the first 60 % are done, so that no rule is broken.
 * @param {{ tasks: number, deps: number, today: Date, head: string, tree: string, seed?: number }} wanted `deps`: on average
 * @returns {PlannedTask[]}
 */
export function planTasks({ tasks, deps, today, head, tree, seed = 1 }) {
  const random = chance(seed);
  const near = Math.max(10, Math.floor(tasks / 8));
  /** @type {PlannedTask[]} */
  const planned = [];
  for (let at = 0; at < tasks; at++) {
    const dependencies = new Set();
    for (let left = Math.floor(random() * (2 * deps + 1)); left > 0 && at > 0; left--) {
      dependencies.add(planned[at - 1 - Math.floor(random() * Math.min(at, near))]?.id);
    }
    planned.push(planTask({ at, tasks, today, head, tree, random, dependencies: [...dependencies] }));
  }
  return planned;
}

/** @param {{ at: number, tasks: number, today: Date, head: string, tree: string, random: () => number, dependencies: string[] }} known @returns {PlannedTask} */
function planTask({ at, tasks, today, head, tree, random, dependencies }) {
  const { agent, area, prefix } = pick(TEAM, random);
  const id = `${prefix}-${String(at + 1).padStart(5, '0')}`;
  const isDone = at < tasks * DONE_SHARE;
  // Deadlines rise with the order; a tenth of what is open is overdue.
  const due = new Date(today.getTime() + (at / tasks - DONE_SHARE - 0.04) * 365 * DAY);
  const day = due.toISOString().slice(0, 10);
  return {
    id,
    task: `${pick(WORK, random)} ${pick(SUBJECT, random)} ${pick(REASON, random)}`,
    agent,
    priority: pick(['high', 'medium', 'medium', 'low'], random),
    status: isDone ? 'done' : 'todo',
    progress: isDone ? 100 : null,
    dependencies,
    phase: PHASES[Math.floor((at / tasks) * PHASES.length)] ?? 'launch',
    group: pick(GROUPS, random),
    estimate: `${1 + Math.floor(random() * 16)} hours`,
    deadline: day,
    // A few tasks of an area share files, so that some are held back by others.
    files: random() < 0.05 ? [`src/${area}/${SHARED}`] : [`src/${area}/${id.toLowerCase()}/**`, `test/${area}/${id.toLowerCase()}.test.ts`],
    actions: ['Write the test that fails without it', 'Make it pass', 'Tell those who wait'],
    acceptance: [`${id} works as its title says: see the test`],
    verify: ['test'],
    artifacts: [`docs/${area}/${id.toLowerCase()}.md`],
    started: isDone ? day : null,
    completed: isDone ? day : null,
    proof: isDone ? { head, tree, verified: [{ name: 'test', exit_code: 0, at: `${day}T12:00:00Z` }] } : null,
    notes: `Asked for by ${pick(TEAM, random).agent}: "no later than the ${pick(PHASES, random)} phase".`,
  };
}

/**
 * Tasks that nothing in the files holds back.
 * @param {readonly PlannedTask[]} tasks
 */
export function readyTasks(tasks) {
  const done = new Set(tasks.filter(({ status }) => status === 'done').map(({ id }) => id));
  return tasks.filter(({ status, dependencies }) => status === 'todo' && dependencies.every((id) => done.has(id)));
}

/** Whether other tasks touch the same files. @param {PlannedTask} task */
export function touchesShared({ files }) {
  return files.some((glob) => glob.endsWith(SHARED));
}
