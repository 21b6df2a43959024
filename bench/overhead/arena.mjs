/** A repository with many tasks that ask for nothing: what a run of them takes is what dispatching takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnv, git } from '../workspace/git.mjs';

/** @typedef {{ readonly root: string, readonly ids: readonly string[], readonly command: readonly [string, ...string[]] }} NoOpArena */

/** What does nothing, as programs that do something are: most agents are programs for Node. */
export const NO_OPS = /** @type {const} */ ({ node: ['node', '-e', '0'], true: ['true'] });

/** Takes no files that another takes, and names something that is there for its artifact: that nothing changed is then no failure. */
const taskText = (/** @type {string} */ id, /** @type {string} */ agent) => `id: ${id}\ntask: Leave all as it is\nagent: ${agent}\nartifacts: [README.md]\n`;

/**
 * @param {string} place an empty folder
 * @param {{ readonly tasks: number, readonly agents: number, readonly command: keyof typeof NO_OPS }} size
 * @returns {NoOpArena}
 */
export function makeNoOpArena(place, { tasks, agents, command }) {
  const root = join(place, 'app');
  mkdirSync(join(root, 'deployment/tasks'), { recursive: true });
  const ids = Array.from({ length: tasks }, (_, at) => `NOP-${String(at + 1).padStart(4, '0')}`);
  const team = Array.from({ length: agents }, (_, at) => `idler${at + 1}`);
  const run = JSON.stringify(NO_OPS[command]);
  writeFileSync(join(root, 'README.md'), 'Nothing is to be done here.\n');
  writeFileSync(
    join(root, 'deployment/coord.yaml'),
    `protocol: 1\nproject: idle\ncommit: true\nclaims: local\nmain: main\nintegration: main\nteam:\n${team.map((id) => `  ${id}: { owns: ['${id}/**'], runtime: idle }\n`).join('')}runtimes:\n  idle: { kind: command, run: ${run} }\n`,
  );
  for (const [at, id] of ids.entries()) writeFileSync(join(root, `deployment/tasks/${id}.yaml`), taskText(id, team[at % agents] ?? ''));
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['config', 'user.name', 'Bench']);
  git(root, ['config', 'user.email', 'bench@example.com']);
  git(root, ['add', '-A']);
  git(root, ['commit', '-q', '-m', 'Begin']);
  return { root, ids, command: NO_OPS[command] };
}

/** For a dispatcher: it has names of its own, and git reads no settings of the person at the keyboard. */
export const dispatcherEnv = () => ({ ...cleanEnv(), COORD_AGENT: '', COORD_SESSION: '' });
