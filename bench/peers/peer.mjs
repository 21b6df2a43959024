import { mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnv, git } from '../workspace/git.mjs';

/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */

/**
 * Another program that keeps tasks in a repository.
 * @typedef {object} Peer
 * @property {string} name
 * @property {string[]} packages on npm, with versions
 * @property {(modules: string) => [string, ...string[]] | null} command how to call it; null where this machine cannot run it
 * @property {string[]} init
 * @property {(folder: string, tasks: readonly PlannedTask[]) => void} write
 * @property {string[]} all every task, for programs
 * @property {(answer: string) => number} count how many tasks that answer holds
 * @property {string[]} next the ten best that can start
 * @property {(task: PlannedTask, at: number) => string[]} show
 * @property {string[]} list all that is open
 */

/**
 * Installs a peer from npm into `place`. Answers how to call it, or null with the reason printed.
 * @param {Peer} peer
 * @param {string} place
 */
export function install({ name, packages, command }, place) {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{}\n');
  const { status, error, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { cwd: place, encoding: 'utf8' });
  if (status !== 0) {
    console.log(`${name}: not measured. npm could not install ${packages.join(' and ')}: ${(error?.message ?? stderr).trim().split('\n')[0] ?? ''}`);
    return null;
  }
  const found = command(join(place, 'node_modules'));
  if (found === null) console.log(`${name}: not measured. ${packages.join(' and ')} brought no program for ${process.platform} ${process.arch}.`);
  return found;
}

/**
 * The same tasks in the peer's own form, committed, and counted by the peer itself.
 * @param {Peer} peer
 * @param {readonly [string, ...string[]]} command
 * @param {string} folder
 * @param {readonly PlannedTask[]} tasks
 */
export function fill(peer, command, folder, tasks) {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '-q', '-b', 'main']);
  call(command, peer.init, folder);
  peer.write(folder, tasks);
  git(folder, ['add', '-A']);
  git(folder, ['-c', 'gc.auto=0', 'commit', '-q', '-m', 'Plan']);
  git(folder, ['gc', '-q']);
  const count = peer.count(call(command, peer.all, folder));
  if (count !== tasks.length) throw new Error(`${peer.name} sees ${count} of ${tasks.length} tasks: they are not in its form.`);
}

/** @param {readonly [string, ...string[]]} command @param {readonly string[]} args @param {string} cwd */
function call([program, ...first], args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], { cwd, env: cleanEnv(), encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  throw new Error(`Exit code ${status ?? 'none'}: ${[program, ...first, ...args].join(' ')}\n${stdout.slice(-1000)}${stderr.slice(-1000)}`);
}
