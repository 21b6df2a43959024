import { describe, expect, it } from 'vitest';
import type { Input, Manual, Reply, Screen, Verb } from '../../src/cli/command.ts';
import { problem } from '../../src/core/problem/problem.ts';
import { refusal } from '../../src/core/problem/refusal.ts';
import { refuse } from '../../src/cli/refuse.ts';
import { shell } from '../support/shell.ts';

const verb = (words: Pick<Verb, 'name'> & Partial<Verb>, run: (input: Input, screen: Screen) => Reply): Verb =>
  ({ summary: `Does ${words.name}`, needs: 'manual', load: () => Promise.resolve({ run: (_: Manual, input: Input, screen: Screen) => Promise.resolve(run(input, screen)) }), ...words }) as Verb;

const placed = { ...problem('self-dependency', { file: 'deployment/tasks/a.yaml' }, { id: 'A-1' }), at: { line: 3, column: 5, endColumn: 8 } };

const VERBS: readonly Verb[] = [
  verb({ name: 'here' }, () => ({ exit: 0, text: 'alone', data: {} })),
  verb({ name: 'echo', args: '[words...]', options: [['--loud', 'louder'], ['--times <n>', 'how often']] }, ({ args, options, as, json }) => ({ exit: 0, text: JSON.stringify({ args, options, as, json }), data: args })),
  verb({ name: 'one', args: '<id>' }, ({ args }) => ({ exit: 0, text: args.join(), data: args })),
  verb({ name: 'task add', args: '<title>' }, ({ args }) => ({ exit: 0, text: `added ${args.join()}`, data: null })),
  verb({ name: 'task set' }, () => ({ exit: 0, text: 'set', data: null })),
  verb({ name: 'when' }, (_, { now, columns, colour, terminal }) => ({ exit: 0, text: `${now.toISOString()} ${columns} ${colour} ${terminal}`, data: null })),
  verb({ name: 'wrong' }, () => ({ exit: 0, text: 'the rest', talk: 'a hint', data: { rest: 1 }, problems: [placed, { ...placed, place: { file: 'b.yaml' } }] })),
  verb({ name: 'no' }, (_, screen) => refuse(refusal('no-such-task', { id: 'FIX-0O1', nearest: ['FIX-001'] }), screen)),
  verb({ name: 'bug' }, () => {
    throw new TypeError('x is \u001B[31mnot\u001B[0m a function');
  }),
  verb({ name: 'rude' }, () => ({ exit: 0, text: 'clear\u001B[2Jed \u001B[31mred\u001B[0m', data: null })),
  { name: 'far', summary: 'Needs a repository', needs: 'repository', load: () => Promise.resolve({ run: () => Promise.resolve({ exit: 0, text: 'never', data: null }) }) },
];

const sh = (line: string, setting?: Parameters<typeof shell>[2]) => shell(VERBS, line === '' ? [] : line.split(' '), setting);

describe('finding the verb', () => {
  it.each([
    ['', 'alone\n'],
    ['--now 2025-01-01 --as me', 'alone\n'],
    ['one A-1', 'A-1\n'],
    ['--cwd one one A-1', 'A-1\n'],
    ['task add title', 'added title\n'],
    ['task --as me add title', 'added title\n'],
    ['task set', 'set\n'],
    ['echo', '{"args":[],"options":{},"as":null,"json":false}\n'],
    ['--as me echo a --loud --times=3 b', '{"args":["a","b"],"options":{"loud":true,"times":"3"},"as":"me","json":false}\n'],
    ['echo -- --loud', '{"args":["--loud"],"options":{},"as":null,"json":false}\n'],
    ['--version', '1.2.3\n'],
    ['one -V', '1.2.3\n'],
  ])('coord %s', async (line, stdout) => {
    expect(await sh(line)).toEqual({ exit: 0, stdout, stderr: '' });
  });
});

describe('usage', () => {
  it.each([
    ['ehco', 'coord has no verb "ehco".\nDid you mean: coord echo\n'],
    ['xylophone', 'coord has no verb "xylophone".\nAll verbs: coord help\n'],
    ['task', 'coord task needs add or set after it.\nHow it is used: coord help task\n'],
    ['task ad', 'coord task needs add or set after it.\nHow it is used: coord help task\n'],
    ['one', 'coord one needs <id> after it.\nHow it is used: coord help one\n'],
    ['one a b c', 'coord one takes 1 word after it, not "b c".\nHow it is used: coord help one\n'],
    ['task set x', 'coord task set takes no words after it, not "x".\nHow it is used: coord help task set\n'],
    ['echo --luod', 'coord echo has no option --luod; did you mean --loud?\nHow it is used: coord help echo\n'],
    ['echo --quite', 'coord echo has no option --quite.\nHow it is used: coord help echo\n'],
    ['echo --times', '--times <n> needs a value.\nHow it is used: coord help echo\n'],
    ['--jsno', 'coord has no option --jsno; did you mean --json?\nAll verbs: coord help\n'],
    ['when --now yesterday', '"yesterday" is no time.\nWrite --now (or COORD_NOW) like 2025-08-12T14:40:00Z\n'],
  ])('coord %s', async (line, stderr) => {
    expect(await sh(line)).toEqual({ exit: 2, stdout: '', stderr });
  });
});

describe('what is printed', () => {
  it('puts the answer on stdout and talk and the count of problems on stderr', async () => {
    expect(await sh('wrong')).toEqual({ exit: 0, stdout: 'the rest\n', stderr: 'a hint\n2 problems in 2 files: coord validate\n' });
  });

  it('puts everything in the envelope for programs', async () => {
    const entry = (file: string) => ({
      code: 'self-dependency',
      severity: 'error',
      file,
      line: 3,
      column: 5,
      end_column: 8,
      message: 'A-1 waits for itself, so it can never start.',
      next: 'Remove A-1 from its own dependencies.',
    });
    const { exit, stdout, stderr } = await sh('wrong --json');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ coord: 1, data: { rest: 1 }, problems: [entry('deployment/tasks/a.yaml'), entry('b.yaml')] });
  });

  it('gives refusals their exit code, in words and in the envelope', async () => {
    expect(await sh('no')).toEqual({ exit: 1, stdout: '', stderr: 'There is no task FIX-0O1.\nDid you mean FIX-001? All tasks: coord list\n' });
    const { exit, stdout } = await sh('no --json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      coord: 1,
      data: null,
      problems: [{ code: 'no-such-task', severity: 'error', message: 'There is no task FIX-0O1.', next: 'Did you mean FIX-001? All tasks: coord list' }],
    });
  });

  it('gives usage errors in the envelope too', async () => {
    const { exit, stdout, stderr } = await sh('--json ehco');
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ coord: 1, data: null, problems: [{ code: 'unknown-verb' }] });
  });

  it('says where no repository is, and does not run the verb', async () => {
    expect(await sh('far')).toEqual({ exit: 4, stdout: '', stderr: '/here is in no git repository.\nGo to one, or make one here: git init\n' });
  });

  it('lets no control character of a file through, and colours only where there are any', async () => {
    expect((await sh('rude')).stdout).toBe('clear<U+001B>[2Jed <U+001B>[31mred<U+001B>[0m\n');
    expect((await sh('rude', { isTTY: true })).stdout).toBe('clear<U+001B>[2Jed \u001B[31mred\u001B[0m\n');
  });
});

describe('a bug', () => {
  const words = 'coord 1.2.3 has a bug: TypeError: x is <U+001B>[31mnot<U+001B>[0m a function';
  const next = 'Please report it (npm bugs git-coord) with what COORD_DEBUG=1 adds to this.';

  it('is one line, how to report it, and exit code 70', async () => {
    expect(await sh('bug')).toEqual({ exit: 70, stdout: '', stderr: `${words}. ${next}\n` });
  });

  it('is in the envelope', async () => {
    const { exit, stdout } = await sh('bug --json');
    expect(exit).toBe(70);
    expect(JSON.parse(stdout)).toEqual({ coord: 1, data: null, problems: [{ code: 'bug', severity: 'error', message: words, next }] });
  });

  it('shows its stack with COORD_DEBUG only', async () => {
    const { stderr } = await sh('bug', { env: { COORD_DEBUG: '1' } });
    expect(stderr).toMatch(/run\.test\.ts:\d+/);
  });
});

describe('the screen', () => {
  it.each([
    ['a pipe', {}, '2025-08-12T12:00:00.000Z Infinity false false'],
    ['a terminal', { isTTY: true, columns: 100 }, '2025-08-12T12:00:00.000Z 100 true true'],
    ['a terminal without a width', { isTTY: true }, '2025-08-12T12:00:00.000Z 80 true true'],
    ['a terminal that wants no colour', { isTTY: true, env: { NO_COLOR: '1' } }, '2025-08-12T12:00:00.000Z 80 false true'],
    ['a terminal that can none', { isTTY: true, env: { TERM: 'dumb' } }, '2025-08-12T12:00:00.000Z 80 false true'],
    ['a given time', { env: { COORD_NOW: '2025-01-02T03:04:05Z' } }, '2025-01-02T03:04:05.000Z Infinity false false'],
  ])('of %s', async (_, setting, text) => {
    expect((await sh('when', setting)).stdout).toBe(`${text}\n`);
  });

  it('takes --now before COORD_NOW', async () => {
    expect((await sh('when --now 2024-02-03T04:05:06Z', { env: { COORD_NOW: '2025-01-02' } })).stdout).toMatch(/^2024-02-03T04:05:06/);
  });
});
