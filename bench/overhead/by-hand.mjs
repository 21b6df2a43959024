/**
 * node bench/overhead/by-hand.mjs <repository> <round> <tasks> <command...>
 * What a task takes by hand: a worktree is made on a new branch, the command started in it, the worktree removed. One after
 * the other. Tells the milliseconds all took, and those of processors.
 */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { processorTime } from '../measure/process-figures.mjs';

const [root = '', round = '', tasks = '', program = '', ...args] = process.argv.slice(2);
const before = { time: process.hrtime.bigint(), processor: processorTime('self') };
for (let at = 0; at < Number(tasks); at++) {
  const path = join(dirname(root), `hand-${round}-${at}`);
  execFileSync('git', ['worktree', 'add', '-q', '-b', `hand/${round}-${at}`, path, 'main'], { cwd: root, stdio: 'ignore' });
  execFileSync(program, args, { cwd: path, stdio: 'ignore' });
  execFileSync('git', ['worktree', 'remove', path], { cwd: root, stdio: 'ignore' });
}
const milliseconds = Number(process.hrtime.bigint() - before.time) / 1e6;
const processor = before.processor === null ? null : (processorTime('self') ?? 0) - before.processor;
process.stdout.write(JSON.stringify({ milliseconds, processor }));
