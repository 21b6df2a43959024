/**
 * An agent without a model: takes its prompt, does its task in the first of the files that it may change, leaves what it is
 * asked for, and commits. Started again where it was cut off, it finds what it has done. Tells when it begins and ends in a
 * file outside of the repository; it may be told to wait there until so many others have begun.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const { COORD_TASK: task = '', AGENT_TRACE: trace = '', AGENT_MILLISECONDS: length = '0', AGENT_FAILS: fails = '', AGENT_TOGETHER: together = '0' } = process.env;
let prompt = '';
for await (const part of process.stdin) prompt += String(part);
if (!prompt.includes(task)) throw new Error('the prompt does not name the task');
appendFileSync(trace, `begin ${task}\n`);
while (begun() < Number(together)) await setTimeout(10);
await setTimeout(Number(length));
if (fails.split(' ').includes(task)) {
  appendFileSync(trace, `end ${task}\n`);
  process.exit(1);
}
const path = pathIn(listed('Change only these files:')[0] ?? 'work/**');
/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' });
if (!git('log', '--format=%s').split('\n').includes(`Work on ${task}`)) {
  git('reset', '--quiet', '--hard');
  git('clean', '-fdq');
  for (const file of [path, ...listed('Leave behind:')]) {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, file === path ? `${task}\n` : `Left by ${task}\n`);
    git('add', file);
  }
  git('commit', '--quiet', '-m', `Work on ${task}`);
}
appendFileSync(trace, `end ${task}\n`);
process.stdout.write(`${JSON.stringify({ ok: true, output: { path }, cost_usd: 0.01 })}\n`);

/** How many tasks were begun so far. */
function begun() {
  return new Set(readFileSync(trace, 'utf8').split('\n').filter((line) => line.startsWith('begin '))).size;
}

/** What the prompt lists below this line. @param {string} heading */
function listed(heading) {
  const [, , list = ''] = new RegExp(`^${heading}\\n(\`+)data\\n([^]*?)\\n\\1$`, 'm').exec(prompt) ?? [];
  return list.split('\n').filter((line) => line !== '').map((line) => line.replace(/^- /, ''));
}

/** A file that a glob allows. @param {string} glob */
function pathIn(glob) {
  return glob.replace('**/*', 'done').replace('**', 'done.txt').replace('*', 'done');
}
