import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';
import { writeTaskFile } from '../workspace/make.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { Contender } from './timed.mjs' */

/**
 * What is timed in a workspace.
 * @param {BenchWorkspace} workspace
 * @param {string} coord path of bin/coord.js
 */
export function contendersIn(workspace, coord) {
  const { root: cwd } = workspace;
  /** @param {string[]} args @returns {[string, ...string[]]} */
  const call = (...args) => [process.execPath, coord, ...args];
  /** @param {string[]} args @param {() => void} [before] not timed @returns {Contender} */
  const ask = (args, before) => ({
    name: args.join(' '),
    cwd,
    command() {
      before?.();
      return call(...args);
    },
  });
  const git = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({ name, cwd, command: () => /** @type {[string, ...string[]]} */ (['git', ...args]) });
  return {
    call,
    ask,
    claim: claimer(workspace, call),
    parts: [
      { name: 'coord, loaded and asked nothing', cwd, command: () => call('--version') },
      git('git, doing nothing', '--version'),
      git('git, reading all claims', 'for-each-ref', '--format=%(objectname) %(raw)', 'refs/coord/'),
      git('git, comparing the times of all files', 'diff-files', '--quiet', 'deployment'),
    ],
    edit: editor(workspace),
    forget: () => rmSync(join(cwd, '.git/coord/cache'), { recursive: true, force: true }),
  };
}

/** A task that nobody holds, another one each time. @param {BenchWorkspace} workspace @param {(...args: string[]) => [string, ...string[]]} call @returns {Contender} */
function claimer({ root, free }, call) {
  const left = [...free];
  return {
    name: 'claim ID',
    cwd: root,
    command() {
      const task = left.shift();
      if (task === undefined) throw new Error('No task is left to claim: ask for fewer --runs or more --tasks.');
      return call('claim', task.id, '--as', task.agent);
    },
  };
}

/** Each call gives one task a title and a dependency it never had, and stages its file. @param {BenchWorkspace} workspace */
function editor(workspace) {
  const { root, tasks, files } = workspace;
  const task = tasks.at(-1);
  const file = files.find((candidate) => candidate.tasks.at(-1) === task);
  if (task === undefined || file === undefined) throw new Error('A workspace without tasks cannot be measured.');
  const { dependencies } = task;
  let change = 0;
  return () => {
    change += 1;
    task.task = `Changed for the ${change}. time`;
    task.dependencies = [...dependencies, tasks[change]?.id ?? '']; // the first tasks are done
    writeTaskFile(workspace, file);
    git(root, ['add', `deployment/${file.path}`]);
  };
}
