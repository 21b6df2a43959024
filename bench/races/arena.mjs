import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';

/** @param {number} at */
export const agentName = (at) => `agent-${at + 1}`;

/**
 * A repository with a small workspace, and linked worktrees beside it, each on a branch of its own; or clones of it that
 * share their claims through a bare repository.
 * @param {string} place an empty folder
 * @param {{ readonly tasks: readonly string[], readonly agents: number, readonly worktrees: number, readonly clones?: number, readonly queued?: readonly string[] }} wanted
 *   `queued`: tasks that stand together in one queue file
 * @returns {{ root: string, folders: string[], claims: string }} `folders`: the main work tree and the linked ones, or the
 *   clones; `claims`: the repository whose claims count
 */
export function makeArena(place, { tasks, agents, worktrees, clones = 0, queued = [] }) {
  const root = join(place, 'app');
  mkdirSync(join(root, 'deployment/tasks'), { recursive: true });
  const write = (/** @type {string} */ path, /** @type {string} */ text) => writeFileSync(join(root, 'deployment', path), text);
  const team = Array.from({ length: agents }, (_, at) => `  ${agentName(at)}: {}\n`).join('');
  write('coord.yaml', `protocol: 1\nproject: race\ncommit: true\n${clones > 0 ? 'claims: origin\nmain: main\n' : ''}team:\n${team}verifiers:\n  look: {run: [git, --version]}\n`);
  for (const id of tasks) write(`tasks/${id}.yaml`, `id: ${id}\ntask: Do ${id}\nverify: [look]\n`);
  if (queued.length > 0) write('tasks/queue.yaml', `task_queue:\n  medium_priority:\n${queued.map((id) => `    - id: ${id} # kept\n      task: Do ${id}\n`).join('')}`);
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['config', 'gc.auto', '0']);
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '-m', 'Plan']);
  if (clones > 0) return { root, ...shareAmong(place, root, clones) };
  const linked = Array.from({ length: worktrees }, (_, at) => join(place, `linked-${at + 1}`));
  for (const [at, path] of linked.entries()) git(root, ['worktree', 'add', '-q', '-b', `linked-${at + 1}`, path]);
  return { root, folders: [root, ...linked], claims: root };
}

/** @param {string} place @param {string} root @param {number} clones @returns {{ folders: string[], claims: string }} */
function shareAmong(place, root, clones) {
  const hub = join(place, 'hub.git');
  git(place, ['clone', '-q', '--bare', root, hub]);
  git(root, ['remote', 'add', 'origin', hub]);
  git(root, ['fetch', '-q', 'origin']);
  const others = Array.from({ length: clones - 1 }, (_, at) => join(place, `clone-${at + 2}`));
  for (const path of others) {
    git(place, ['clone', '-q', hub, path]);
    git(path, ['config', 'gc.auto', '0']);
  }
  return { folders: [root, ...others], claims: hub };
}
