/** node bench/make-workspace.mjs <folder> [--tasks 10000] [--deps 1.5] [--claims 1000] [--layout files|queues20] */
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeWorkspace } from './workspace/make.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tasks: { type: 'string', default: '10000' },
    deps: { type: 'string', default: '1.5' },
    claims: { type: 'string', default: '1000' },
    layout: { type: 'string', default: 'files' },
  },
});
const [folder] = positionals;
const { layout } = values;
if (folder === undefined || (layout !== 'files' && layout !== 'queues20')) {
  console.error('Which folder? node bench/make-workspace.mjs <folder> [--tasks 10000] [--deps 1.5] [--claims 1000] [--layout files|queues20]');
  process.exit(2);
}
if (existsSync(folder) && readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty. Name a new folder.`);
  process.exit(2);
}
const { tasks, files, free } = makeWorkspace(folder, { tasks: Number(values.tasks), deps: Number(values.deps), claims: Number(values.claims), layout });
console.log(`${folder}: ${tasks.length} tasks in ${files.length} files, ${values.claims} claims, ${free.length} tasks free to start`);
