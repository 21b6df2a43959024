import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** @typedef {{ name: string, args: string[] }} Step a script of node, run in the root */
/** @typedef {Step & { passed: boolean, seconds: string }} Outcome */

const place = mkdtempSync(join(tmpdir(), 'coord-check-'));
const report = join(place, 'tests.json');
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

/** @type {Step[]} */
const steps = [
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'layers', args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src'] },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'records', args: ['bin/coord.js', 'validate'] },
  { name: 'tests', args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] },
];

/** Every step runs, whatever the others say: one round shows all there is to mend. @type {Outcome[]} */
const outcomes = steps.map((step) => {
  console.log(`\n== ${step.name}`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, step.args, { cwd: root, stdio: 'inherit' });
  return { ...step, passed: status === 0, seconds: ((performance.now() - start) / 1000).toFixed(1) };
});

console.log(`\n${outcomes.map(({ name, passed, seconds }) => `${name} ${passed ? 'ok' : 'FAILED'} ${seconds} s`).join(' · ')}`);
console.log(testCounts());
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;

function testCounts() {
  try {
    /** @type {Record<string, number | undefined>} */
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts;
    return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`;
  } catch {
    return 'The tests left no report: see above.';
  }
}
