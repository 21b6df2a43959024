import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeClaims } from './claims.mjs';
import { git } from './git.mjs';
import { GROUPS, PHASES, TEAM, planTasks, readyTasks, touchesShared } from './plan-tasks.mjs';
import { arrange, printTaskFile } from './task-files.mjs';

/** @import { PlannedTask } from './plan-tasks.mjs' */
/** @import { Layout, TaskFile } from './task-files.mjs' */
/**
 * @typedef {object} BenchWorkspace
 * @property {string} root
 * @property {Layout} layout
 * @property {TaskFile[]} files
 * @property {PlannedTask[]} tasks
 * @property {PlannedTask[]} free ready, claimed by nobody, and touching no file that another task touches
 */

/**
 * A git repository with a committed workspace, packed as a fresh clone is, and claims on top.
 * @param {string} root a folder that does not exist yet, or is empty
 * @param {{ tasks: number, deps: number, claims: number, layout: Layout, now?: Date }} wanted
 * @returns {BenchWorkspace}
 */
export function makeWorkspace(root, { tasks: count, deps, claims, layout, now = new Date() }) {
  mkdirSync(root, { recursive: true });
  git(root, ['init', '-q', '-b', 'main']);
  writeFileSync(join(root, 'README.md'), '# A project to measure with\n');
  git(root, ['add', 'README.md']);
  git(root, ['commit', '-q', '-m', 'Begin']);
  const [head = '', tree = ''] = git(root, ['rev-parse', 'HEAD', 'HEAD^{tree}']).split('\n');

  const tasks = planTasks({ tasks: count, deps, today: now, head, tree });
  const files = arrange(tasks, layout);
  mkdirSync(join(root, 'deployment/tasks'), { recursive: true });
  writeFileSync(join(root, 'deployment/coord.yaml'), printConfig());
  for (const file of files) writeTaskFile({ root, layout }, file);
  git(root, ['add', 'deployment']);
  git(root, ['-c', 'gc.auto=0', 'commit', '-q', '-m', 'Plan']); // no packing in the background while we measure
  git(root, ['gc', '-q']);
  const claimed = new Set(writeClaims(root, tasks, claims, { now, head }));
  const free = readyTasks(tasks).filter((task) => !claimed.has(task) && !touchesShared(task));
  return { root, layout, files, tasks, free };
}

/** @param {Pick<BenchWorkspace, 'root' | 'layout'>} workspace @param {TaskFile} file */
export function writeTaskFile({ root, layout }, file) {
  writeFileSync(join(root, 'deployment', file.path), printTaskFile(file, layout));
}

function printConfig() {
  const team = TEAM.map(({ agent, area }) => `  ${agent}:\n    role: Everything under src/${area}\n    owns: [src/${area}/**]\n`);
  const phases = PHASES.map((id) => `  - id: ${id}\n    mode: parallel\n`);
  const groups = GROUPS.map((id) => `  ${id}:\n    estimate: 2 weeks\n`);
  return [
    'protocol: 1\n\nproject: bench\n\ntimezone: UTC\n\ncommit: true\n',
    `team:\n${team.join('')}`,
    `phases:\n${phases.join('')}`,
    `groups:\n${groups.join('')}`,
    'verifiers:\n  test:\n    run: [npm, test]\n',
  ].join('\n');
}
