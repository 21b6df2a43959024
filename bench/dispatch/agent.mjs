/**
 * An agent without a model: takes its prompt, does its task, commits it. Started again where it was cut off, it finds what
 * it has done. Tells when it begins and ends in a file outside of the repository.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const { COORD_TASK: task = '', AGENT_TRACE: trace = '', AGENT_MILLISECONDS: length = '0', AGENT_FAILS: fails = '' } = process.env;
let prompt = '';
for await (const part of process.stdin) prompt += String(part);
if (!prompt.includes(task)) throw new Error('the prompt does not name the task');
appendFileSync(trace, `begin ${task}\n`);
await setTimeout(Number(length));
if (fails.split(' ').includes(task)) {
  appendFileSync(trace, `end ${task}\n`);
  process.exit(1);
}
const path = `${/([\w-]+)\/\*\*/.exec(prompt)?.[1] ?? 'work'}/done.txt`;
/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' });
if (!git('log', '--format=%s').split('\n').includes(`Work on ${task}`)) {
  git('checkout', '--', '.');
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${task}\n`);
  git('add', path);
  git('commit', '--quiet', '-m', `Work on ${task}`);
}
appendFileSync(trace, `end ${task}\n`);
process.stdout.write(`${JSON.stringify({ ok: true, output: { path }, cost_usd: 0.01 })}\n`);
