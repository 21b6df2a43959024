import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '../measure/load-source.mjs';
import { git } from './git.mjs';
import { readyTasks } from './plan-tasks.mjs';

/** @import { PlannedTask } from './plan-tasks.mjs' */
/** @import { ClaimRecord } from '../../src/core/schedule/claim.ts' */

const { printClaim } = /** @type {typeof import('../../src/core/schedule/claim.ts')} */ (await loadSource('src/core/schedule/claim.ts'));

/** Long enough for any bench to end before its claims do. */
const LEASE_MINUTES = 7 * 24 * 60;

/**
 * Claims as coord keeps them: a blob each, under a loose ref. Tasks that could start are held first, since claims that
 * hold cost readers most; where too few can start, the rest are claims of tasks that are done.
 * @param {string} root
 * @param {readonly PlannedTask[]} tasks
 * @param {number} count
 * @param {{ now: Date, head: string }} moment
 * @returns {PlannedTask[]} those that were claimed
 */
export function writeClaims(root, tasks, count, moment) {
  const done = tasks.filter(({ status }) => status === 'done');
  const claimed = [...readyTasks(tasks), ...done].slice(0, count);
  const oids = writeBlobs(root, claimed.map((task) => printClaim(claimOf(task, moment))));
  git(root, ['update-ref', '--stdin'], claimed.map(({ id }, at) => `create refs/coord/tasks/${id} ${oids[at] ?? ''}\n`).join(''));
  return claimed;
}

/** @param {PlannedTask} task @param {{ now: Date, head: string }} moment @returns {ClaimRecord} */
function claimOf({ id, agent, status, acceptance }, { now, head }) {
  return {
    state: status === 'done' ? 'done' : 'held',
    agent,
    nonce: hash(`nonce ${id}`).slice(0, 32),
    token: 1,
    since: seconds(now),
    leaseMinutes: LEASE_MINUTES,
    until: seconds(new Date(now.getTime() + LEASE_MINUTES * 60_000)),
    branch: `${agent}/${id}`,
    head,
    criteria: hash(JSON.stringify(acceptance)),
    session: null,
    worktree: `/srv/app-${id}`,
    remote: null,
  };
}

/** @param {string} root @param {readonly string[]} texts */
function writeBlobs(root, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'coord-claims-'));
  try {
    const paths = texts.map((text, at) => {
      const path = join(folder, String(at));
      writeFileSync(path, text);
      return path;
    });
    return git(root, ['hash-object', '-w', '--no-filters', '--stdin-paths'], paths.map((path) => `${path}\n`).join('')).split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {Date} time */
function seconds(time) {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
