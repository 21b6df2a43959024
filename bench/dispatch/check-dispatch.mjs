/** What has to be so when all tasks of an arena were dispatched, whatever happened meanwhile. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { DispatchArena } from './dispatch-arena.mjs' */

/** @param {DispatchArena} arena @returns {string[]} faults */
export function checkDispatch(arena) {
  return [...checkWork(arena), ...checkOrder(arena), ...checkLeft(arena)];
}

/** @param {DispatchArena} arena */
function checkWork({ root, tasks, into, git, hub = git }) {
  const merges = git('log', '--merges', '--format=%s', into).split('\n');
  const worked = git('log', '--format=%s', into).split('\n');
  const lines = git('grep', '-h', '-I', '-e', '', '--', '.', ':!deployment').split('\n');
  const handoffs = existsSync(join(root, 'deployment/handoffs')) ? readdirSync(join(root, 'deployment/handoffs')) : [];
  return tasks.flatMap(({ id, agent }) => {
    const times = [lines.filter((line) => line === id).length, worked.filter((subject) => subject === `Work on ${id}`).length];
    const claim = hub('for-each-ref', '--format=%(raw)', `refs/coord/tasks/${id}`);
    return [
      ...isOr(times.every((count) => count === 1), `${id} was done ${times.join(' and ')} times`),
      ...isOr(/^status: done$/m.test(readFileSync(join(root, `deployment/tasks/${id}.yaml`), 'utf8')), `${id} is not done in its file`),
      ...isOr(merges.filter((subject) => subject === `Merge ${agent}/${id}: ${id}`).length === 1, `${id} is not merged once`),
      ...isOr(handoffs.filter((name) => name.includes(`-${id}-`)).length === 1, `${id} has not one handoff: ${handoffs.filter((name) => name.includes(`-${id}-`)).join(' ')}`),
      ...isOr(/"state": "done"/.test(claim) && /"token": 1,/.test(claim), `the claim of ${id} is not the first one, done: ${claim}`),
    ];
  });
}

/** @param {DispatchArena} arena */
function checkOrder({ trace, tasks }) {
  const lines = readFileSync(trace, 'utf8').trim().split('\n');
  /** @param {string} id */
  const span = (id) => [lines.indexOf(`begin ${id}`), lines.lastIndexOf(`end ${id}`)];
  const faults = [];
  for (const task of tasks) {
    const [begins = -1] = span(task.id);
    for (const before of task.after) if (begins < (span(before)[1] ?? Infinity)) faults.push(`${task.id} began before ${before} had ended`);
    for (const other of tasks.filter((one) => one.id !== task.id && mayMeet(one.files, task.files))) {
      const [from = -1, to = -1] = span(other.id);
      if (begins > from && begins < to) faults.push(`${task.id} began while ${other.id} was on the same files`);
    }
  }
  return faults;
}

/** What stands before a star decides: rather a meeting too many. @param {readonly string[]} some @param {readonly string[]} others */
function mayMeet(some, others) {
  const before = (/** @type {string} */ glob) => glob.replace(/\*.*$/, '');
  return some.map(before).some((one) => others.map(before).some((other) => one.startsWith(other) || other.startsWith(one)));
}

/** @param {DispatchArena} arena */
function checkLeft({ root, trace, git }) {
  const worktrees = git('worktree', 'list', '--porcelain').split('\n').filter((line) => line.startsWith('worktree ')).slice(1);
  const unsaved = git('status', '--porcelain');
  const orphans = process.platform === 'linux' ? processesWith(`AGENT_TRACE=${trace}`) : [];
  // What a claim that was never won had in mind holds nothing; coord removes it an hour later.
  const held = existsSync(join(root, '.git/coord/held')) ? readdirSync(join(root, '.git/coord/held')).filter((name) => !name.includes('~')) : [];
  return [
    ...worktrees.map((line) => `left behind: ${line}`),
    ...isOr(unsaved === '', `not committed: ${unsaved}`),
    ...orphans.map((pid) => `process ${pid} is left`),
    ...held.map((name) => `still held: ${name}`),
  ];
}

/** @param {boolean} isSo @param {string} fault */
function isOr(isSo, fault) {
  return isSo ? [] : [fault];
}

/** @param {string} mark */
function processesWith(mark) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && environmentOf(name).includes(`${mark}\0`));
}

/** @param {string} pid */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
