/** A repository with four agents on files of their own, and two tasks of different agents on the same ones. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ readonly id: string, readonly agent: string, readonly files: string, readonly after: readonly string[] }} ArenaTask */
/** @typedef {{ readonly root: string, readonly trace: string, readonly tasks: readonly ArenaTask[], readonly git: (...args: string[]) => string }} DispatchArena */

const FOLDERS = { frontend: 'web', backend: 'api', writer: 'docs', dba: 'db' };

const SETTINGS = `protocol: 1
project: app
commit: true
integration: main
team:
${Object.entries(FOLDERS).map(([id, folder]) => `  ${id}: { owns: [${folder}/**], runtime: script }\n`).join('')}runtimes:
  script: { kind: command, run: [node, agent.mjs], env: [AGENT_TRACE, AGENT_MILLISECONDS, AGENT_FAILS, GIT_CONFIG_GLOBAL] }
verifiers:
  whole: { run: [node, -e, "process.exit(0)"] }
`;

/** @param {string} place an empty folder @param {{ readonly rounds: number }} size @returns {DispatchArena} */
export function makeDispatchArena(place, { rounds }) {
  const root = join(place, 'app');
  mkdirSync(root);
  const tasks = tasksOf(rounds);
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  /** @param {string[]} args */
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  write('deployment/coord.yaml', SETTINGS);
  for (const { id, agent, files, after } of tasks) write(`deployment/tasks/${id}.yaml`, `id: ${id}\ntask: Do ${id}\nagent: ${agent}\nfiles: [${files}/**]\ndependencies: [${after.join(', ')}]\nverify: [whole]\n`);
  copyFileSync(fileURLToPath(new URL('./agent.mjs', import.meta.url)), join(root, 'agent.mjs'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Bench');
  git('config', 'user.email', 'bench@example.com');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  return { root, trace: join(place, 'trace.txt'), tasks, git };
}

/** @param {number} rounds @returns {ArenaTask[]} */
function tasksOf(rounds) {
  const own = Object.entries(FOLDERS).flatMap(([agent, files]) => Array.from({ length: rounds }, (_, at) => ({ id: `${agent.toUpperCase()}-${at + 1}`, agent, files, after: at === 0 ? [] : [`${agent.toUpperCase()}-${at}`] })));
  const shared = ['frontend', 'backend'].map((agent, at) => ({ id: `SHARED-${at + 1}`, agent, files: 'shared', after: [] }));
  return [...own, ...shared];
}
