import { describe, expect, it } from 'vitest';
import type { Verb } from '../../../src/cli/command.ts';
import { VERBS } from '../../../src/cli/verbs.ts';
import { shell } from '../../support/shell.ts';

const unloaded = { needs: 'manual', load: () => Promise.reject(new Error('help runs no verb')) } as const;
const help = VERBS.find(({ name }) => name === 'help');
const FEW: readonly Verb[] = [
  { name: 'here', hidden: true, summary: 'Hidden', ...unloaded },
  { name: 'next', group: 'look', summary: 'What can be started', args: '[agent]', options: [['--count <n>', 'at most so many'], ['--why', 'reasons']], ...unloaded },
  { name: 'task add', group: 'plan', summary: 'A new task', args: '<title>', ...unloaded },
  { name: 'task set', group: 'plan', summary: 'Change a task', ...unloaded },
  ...(help ? [help] : []),
];

const LIST = `\
Look
  next      What can be started

Plan
  task add  A new task
  task set  Change a task

Set up and check
  help      All verbs; one verb; or the page of a problem

coord alone tells what this worktree holds, or else the status.
With every verb: --json  --as <agent>  --cwd <folder>  --now <time>
One verb: coord help <verb>    A problem's code: coord help <code>
`;

const NEXT = `\
coord next [agent] [options]
What can be started.

  --count <n>  at most so many
  --why        reasons

With every verb: --json  --as <agent>  --cwd <folder>  --now <time>
`;

describe('coord help', () => {
  it.each(['help', '--help', '-h', 'help --help'])('coord %s lists the verbs under headings', async (line) => {
    expect(await shell(FEW, line.split(' '))).toEqual({ exit: 0, stdout: LIST, stderr: '' });
  });

  it.each(['help next', 'next --help', 'next a -h'])('coord %s tells what a verb takes', async (line) => {
    expect(await shell(FEW, line.split(' '))).toEqual({ exit: 0, stdout: NEXT, stderr: '' });
  });

  it('asks for no word that the verb needs', async () => {
    expect((await shell(FEW, ['task', 'add', '--help'])).stdout).toMatch(/^coord task add <title>\nA new task\.\n/);
  });

  it('lists the verbs of a group', async () => {
    expect((await shell(FEW, ['task', '--help'])).stdout).toBe((await shell(FEW, ['help', 'task'])).stdout);
    expect((await shell(FEW, ['help', 'task'])).stdout).toMatch(/^Plan\n {2}task add {2}A new task\n {2}task set {2}Change a task\n/);
  });

  it('prints the page of a code, whole', async () => {
    const page = (code: string) => Promise.resolve(code === 'duplicate-id' ? '# duplicate-id\n\nTwo tasks.\n' : null);
    expect(await shell(FEW, ['help', 'duplicate-id'], { page })).toEqual({ exit: 0, stdout: '# duplicate-id\n\nTwo tasks.\n', stderr: '' });
  });

  it('never asks for a page by a path', async () => {
    const page = (code: string) => Promise.reject(new Error(`asked for ${code}`));
    expect(await shell(FEW, ['help', '../../secret'], { page })).toMatchObject({ exit: 1 });
  });

  it('suggests nothing that has no page, such as the word itself', async () => {
    expect(await shell(FEW, ['help', 'no-such-code'])).toEqual({ exit: 1, stdout: '', stderr: 'There is no verb and no problem named "no-such-code".\nAll verbs: coord help\n' });
  });

  it('suggests verbs and codes', async () => {
    const page = (code: string) => Promise.resolve(code === 'duplicate-id' ? '# duplicate-id' : null);
    expect(await shell(FEW, ['help', 'duplicat-id'], { page })).toEqual({ exit: 1, stdout: '', stderr: 'There is no verb and no problem named "duplicat-id".\nDid you mean "duplicate-id"? All verbs: coord help\n' });
  });

  it('goes on below itself where a line is too short', async () => {
    expect((await shell(FEW, ['help', 'next'], { isTTY: true, columns: 26, env: { NO_COLOR: '1' } })).stdout).toContain('  --count <n>  at most so\n               many\n');
  });

  it('is data for programs', async () => {
    const { stdout } = await shell(FEW, ['help', 'next', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      coord: 1,
      data: { verbs: [{ name: 'next', summary: 'What can be started', args: '[agent]', options: [{ flags: '--count <n>', says: 'at most so many' }, { flags: '--why', says: 'reasons' }] }] },
      problems: [],
    });
  });
});

describe('the verbs there are', () => {
  it('fit a terminal of 80 columns, each said in one sentence without a full stop', async () => {
    const { stdout } = await shell(VERBS, ['help'], { isTTY: true, columns: 80, env: { NO_COLOR: '1' } });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    for (const { summary } of VERBS) expect(summary).toMatch(/^[A-Z].*[^.]$/);
  });

  it('are all listed but for what coord and git call by themselves, and here, which is coord alone', async () => {
    const { stdout } = await shell(VERBS, ['help'], { isTTY: true, columns: 200, env: { NO_COLOR: '1' } });
    const listed = stdout.split('\n').flatMap((line) => /^ {2}(\S+(?: \S+)*) {2}/.exec(line)?.[1] ?? []);
    expect(VERBS.flatMap(({ name }) => (listed.includes(name) ? [] : [name]))).toEqual(['here', 'merge-driver', 'converse', 'review', 'generate']);
  });

  it('have each a name of their own and options that are said', async () => {
    expect(new Set(VERBS.map(({ name }) => name)).size).toBe(VERBS.length);
    for (const { name } of VERBS) {
      const { exit, stdout } = await shell(VERBS, ['help', ...name.split(' ')], { isTTY: true, columns: 80, env: { NO_COLOR: '1' } });
      expect({ name, exit }).toEqual({ name, exit: 0 });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
