/** A repository with four agents on files of their own, and two tasks of different agents on the same ones. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ readonly id: string, readonly agent: string, readonly files: readonly string[], readonly after: readonly string[] }} ArenaTask `files`: globs */
/** @typedef {(...args: string[]) => string} ArenaGit */
/** @typedef {{ readonly root: string, readonly trace: string, readonly into: string, readonly tasks: readonly ArenaTask[], readonly git: ArenaGit, readonly hub?: ArenaGit }} DispatchArena `into`: the branch in which work comes together; `hub`: where claims are, if not there */

const FOLDERS = { frontend: 'web', backend: 'api', writer: 'docs', dba: 'db' };

/** How the agent of the arenas is run. */
export const RUNTIME = 'script: { kind: command, run: [node, agent.mjs], env: [AGENT_TRACE, AGENT_MILLISECONDS, AGENT_FAILS, AGENT_TOGETHER, GIT_CONFIG_GLOBAL] }';

const SETTINGS = `protocol: 1
project: app
commit: true
integration: main
team:
${Object.entries(FOLDERS).map(([id, folder]) => `  ${id}: { owns: [${folder}/**], runtime: script }\n`).join('')}runtimes:
  ${RUNTIME}
verifiers:
  whole: { run: [node, -e, "process.exit(0)"] }
`;

/** @param {string} place an empty folder @param {{ readonly rounds: number, readonly settings?: string, readonly isApart?: boolean }} size `settings`: more of coord.yaml; `isApart`: no agents share files @returns {DispatchArena} */
export function makeDispatchArena(place, { rounds, settings = '', isApart = false }) {
  const { root, git, write } = makeArenaFolder(place);
  const tasks = tasksOf(rounds, isApart);
  write('deployment/coord.yaml', `${SETTINGS}${settings}`);
  for (const { id, agent, files, after } of tasks) write(`deployment/tasks/${id}.yaml`, `id: ${id}\ntask: Do ${id}\nagent: ${agent}\nfiles: [${files.join(', ')}]\ndependencies: [${after.join(', ')}]\nverify: [whole]\n`);
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
  return { root, trace: join(place, 'trace.txt'), into: 'main', tasks, git };
}

/** @param {string} folder @returns {ArenaGit} */
export function gitIn(folder) {
  return (...args) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** A repository without a commit, in which the agent is. @param {string} place */
export function makeArenaFolder(place) {
  const root = join(place, 'app');
  mkdirSync(root);
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = gitIn(root);
  copyFileSync(fileURLToPath(new URL('./agent.mjs', import.meta.url)), join(root, 'agent.mjs'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Bench');
  git('config', 'user.email', 'bench@example.com');
  return { root, git, write };
}

/** @param {number} rounds @param {boolean} isApart @returns {ArenaTask[]} */
function tasksOf(rounds, isApart) {
  const own = Object.entries(FOLDERS).flatMap(([agent, folder]) => Array.from({ length: rounds }, (_, at) => ({ id: `${agent.toUpperCase()}-${at + 1}`, agent, files: [`${folder}/**`], after: at === 0 ? [] : [`${agent.toUpperCase()}-${at}`] })));
  const shared = ['frontend', 'backend'].map((agent, at) => ({ id: `SHARED-${at + 1}`, agent, files: ['shared/**'], after: [] }));
  return isApart ? own : [...own, ...shared];
}
