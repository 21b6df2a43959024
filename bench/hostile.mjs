/**
 * node bench/hostile.mjs [--runs 20000] [--size 1500]
 * The tests with mutated and hostile documents, with more of them; --size: only hostile ones, each shape up to so many characters long.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20000' }, size: { type: 'string' } } });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
// Ten times the documents take ten times as long: here nothing but the tests' own limit for a single document may stop them.
const only = values.size === undefined ? [] : ['--testNamePattern', 'hostile files'];
const { status } = spawnSync(process.execPath, [vitest, 'run', 'documents/hostile', '--project=unit', '--testTimeout=0', '--hookTimeout=0', '--disableConsoleIntercept', ...only], {
  cwd: root,
  env: { ...process.env, COORD_RUNS: values.runs, ...(values.size === undefined ? {} : { COORD_SIZE: values.size }) },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
