import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';

/** @param {number} at */
export const agentName = (at) => `agent-${at + 1}`;

/**
 * A repository with a small workspace, and linked worktrees beside it, each on a branch of its own.
 * @param {string} place an empty folder
 * @param {{ readonly tasks: readonly string[], readonly agents: number, readonly worktrees: number, readonly queued?: readonly string[], readonly sharing?: boolean }} wanted
 *   `queued`: tasks that stand together in one queue file; `sharing`: claims are shared through origin
 * @returns {{ root: string, folders: string[] }} `folders`: the main work tree and the linked ones
 */
export function makeArena(place, { tasks, agents, worktrees, queued = [], sharing = false }) {
  const root = join(place, 'app');
  mkdirSync(join(root, 'deployment/tasks'), { recursive: true });
  const write = (/** @type {string} */ path, /** @type {string} */ text) => writeFileSync(join(root, 'deployment', path), text);
  const team = Array.from({ length: agents }, (_, at) => `  ${agentName(at)}: {}\n`).join('');
  const areas = Array.from({ length: agents }, (_, at) => `  ${agentName(at)}: {owner: ${agentName(at)}, decision_maker: ${agentName(at)}}\n`).join('');
  write('coord.yaml', `protocol: 1\nproject: race\ncommit: true\nclaims: ${sharing ? 'origin' : 'local'}\nteam:\n${team}ownership:\n${areas}verifiers:\n  look: {run: [git, --version]}\n`);
  for (const id of tasks) write(`tasks/${id}.yaml`, `id: ${id}\ntask: Do ${id}\nverify: [look]\n`);
  if (queued.length > 0) write('tasks/queue.yaml', `task_queue:\n  medium_priority:\n${queued.map((id) => `    - id: ${id} # kept\n      task: Do ${id}\n`).join('')}`);
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['config', 'gc.auto', '0']);
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '-m', 'Plan']);
  const linked = Array.from({ length: worktrees }, (_, at) => join(place, `linked-${at + 1}`));
  for (const [at, path] of linked.entries()) git(root, ['worktree', 'add', '-q', '-b', `linked-${at + 1}`, path]);
  return { root, folders: [root, ...linked] };
}
