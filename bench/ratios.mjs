/** node bench/ratios.mjs [--runs 9] [--tasks 10000] [--workspaces files,queues20,small] [--coord bin/coord.js] */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';
import { measureWorkspace } from './measure/measure-workspace.mjs';
import { makeWorkspace } from './workspace/make.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    tasks: { type: 'string', default: '10000' },
    workspaces: { type: 'string', default: 'files,queues20,small' },
    coord: { type: 'string', default: join(root, 'bin/coord.js') },
  },
});
const tasks = Number(values.tasks);
const coord = resolve(values.coord);
if (!existsSync(join(coord, '../../dist/main.js'))) {
  console.error(`${coord} is not built. First: npm run build`);
  process.exit(2);
}

const WORKSPACES = [
  { name: 'files', layout: /** @type {const} */ ('files'), tasks, warm: 2 },
  { name: 'queues20', layout: /** @type {const} */ ('queues20'), tasks, warm: 1.5 },
  { name: 'small', layout: /** @type {const} */ ('files'), tasks: Math.round(tasks / 10), warm: 1.5 },
];
const names = WORKSPACES.map(({ name }) => name);
const wanted = values.workspaces.split(',');
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no workspace "${unknown}". Known: ${names.join(', ')}`);
  process.exit(2);
}

for (const { layout, tasks: count, warm } of WORKSPACES.filter(({ name }) => wanted.includes(name))) {
  const claims = Math.round(count / 10);
  const place = mkdtempSync(join(tmpdir(), 'coord-bench-'));
  try {
    console.log(`\n## ${count} tasks in ${layout === 'files' ? 'a file each' : '20 queue files'}, ${claims} claims`);
    const workspace = makeWorkspace(join(place, 'app'), { tasks: count, deps: 1.5, claims, layout });
    await measureWorkspace(workspace, { coord, runs: Number(values.runs), warm });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
