/** Two branches made by a real git, merged by nobody: what the button would do is told, and nothing is touched. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { MERGE_CASES } from '../support/merge-cases.ts';
import { parted } from '../support/parted.ts';
import { shell } from '../support/shell.ts';
import type { Outcome } from '../support/shell.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/merges');

const validate = async (repository: TestRepository, ...options: string[]): Promise<Outcome> => shell(VERBS, ['validate', ...options], { ports: await realPorts(repository) });

describe('coord validate --merge', () => {
  it.each(MERGE_CASES.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const repository = parted(one);
    const { exit, stdout, stderr } = await validate(repository, '--merge', 'main');
    const { problems } = JSON.parse((await validate(repository, '--merge', 'main', '--json')).stdout) as { problems: { code: string; severity: string }[] };
    expect(problems.map(({ code }) => code)).toEqual(one.codes);
    expect({ exit, stderr }).toEqual({ exit: problems.some(({ severity }) => severity === 'error') ? 1 : 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(join(FIXTURES, `${name.replace(/[^a-z]+/g, '-')}.txt`));
  });
});

const CHANGED = { base: { 'coord.yaml': 'protocol: 1\n' }, ours: { 'tasks/A-1.yaml': 'id: A-1\ntask: Do A-1\n' }, theirs: { 'tasks/B-1.yaml': 'id: B-1\ntask: Do B-1\ndependencies: [X-9]\n' } };

describe('what --merge leaves out', () => {
  it('does not count what is wrong on one side alone', async () => {
    expect(await validate(parted(CHANGED), '--merge', 'main')).toEqual({
      exit: 0,
      stdout: '0 problems (3 files checked, feature merged with main)\n1 problem on one side alone, not from merging: coord validate, on main\n',
      stderr: '',
    });
    const here = { ...CHANGED, ours: { 'tasks/A-1.yaml': 'id: A-1\ntask: Do A-1\ndependencies: [X-9]\n' } };
    expect((await validate(parted(here), '--merge', 'main')).stdout).toContain('2 problems on one side alone, not from merging: coord validate here, and on main\n');
    expect((await validate(parted({ ...here, theirs: {} }), '--merge', 'main')).stdout).toContain('1 problem on one side alone, not from merging: coord validate\n');
  });

  it('calls HEAD by its commit where it is on no branch', async () => {
    const repository = parted(CHANGED);
    repository.git('checkout', '-q', '--detach');
    expect((await validate(repository, '--merge', 'main')).stdout).toContain(`(3 files checked, ${repository.git('rev-parse', '--short=7', 'HEAD')} merged with main)`);
  });

  it.each([
    [['--merge', 'mian'], 2, '--merge names "mian", which is no branch, tag or commit of this repository.\nIf a remote has it, fetch it first: git fetch origin. All branches: git branch -a\n'],
    [['--merge', '--output=x'], 2, '--merge names "--output=x", which is no branch, tag or commit of this repository.\nIf a remote has it, fetch it first: git fetch origin. All branches: git branch -a\n'],
    [['--merge', 'main', '--staged'], 2, '--merge and --staged check different things: ask for one after the other.\nHow it is used: coord help validate\n'],
    [['--merge', 'main', '--fix'], 2, '--fix changes the files of the work tree, so it does not go with --merge.\nHow it is used: coord help validate\n'],
  ])('refuses %j', async (options, exit, stderr) => {
    expect(await validate(parted(CHANGED), ...options)).toEqual({ exit, stdout: '', stderr });
  });

  it('lets warnings pass, but with --strict', async () => {
    const removed = { base: { 'tasks/A-1.yaml': 'id: A-1\ntask: Do A-1\n', 'tasks/B-1.yaml': 'id: B-1\ntask: Do B-1\n' }, ours: { 'tasks/A-1.yaml': null }, theirs: {} };
    expect((await validate(parted(removed), '--merge', 'main')).exit).toBe(0);
    expect((await validate(parted(removed), '--merge', 'main', '--strict')).exit).toBe(1);
  });
});
