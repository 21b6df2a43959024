import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EnvironmentFailure } from '../../../src/core/problem/environment-failure.ts';
import { LOCAL_ENV_VARS } from '../../../src/adapters/git/local-env.ts';
import { gitText, runGit } from '../../../src/adapters/git/run-git.ts';
import { makeFolder, makeRepository } from '../../support/repository.ts';

const failure = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  return error instanceof EnvironmentFailure ? error.refusal : error;
};

describe('runGit', () => {
  test('the list of local variables covers what this git knows', () => {
    const known = execFileSync('git', ['rev-parse', '--local-env-vars'], { encoding: 'utf8' }).trim().split('\n');
    expect(LOCAL_ENV_VARS).toEqual(expect.arrayContaining(known));
  });

  test.each(['GIT_GLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS', 'GIT_NOGLOB_PATHSPECS'])('%s of the caller does not matter', async (name) => {
    const here = await makeRepository({ files: { a: '' } }).location();
    vi.stubEnv(name, '1');
    expect(await gitText(here, ['ls-files']).finally(() => vi.unstubAllEnvs())).toBe('a\n');
  });

  test('any exit code is an answer', async () => {
    const here = await makeRepository().location();
    expect(await runGit(here, ['rev-parse', '--verify', '-q', 'nothing'])).toEqual({ code: 1, stdout: Buffer.from(''), stderr: '' });
  });

  test('a failure names the command and git\'s first line', async () => {
    const here = await makeRepository().location();
    expect(await failure(gitText(here, ['cat-file', '-p', 'nothing']))).toEqual({
      code: 'git-failed',
      facts: { command: 'git cat-file -p', reason: 'Not a valid object name nothing' },
    });
  });

  test('bytes go in and out as they are, names as UTF-8', async () => {
    const repository = makeRepository({ files: { 'naïve/Ж.txt': 'x\n' } });
    const here = await repository.location();
    expect(await gitText(here, ['ls-files'])).toBe('naïve/Ж.txt\n');
    const bytes = Buffer.from([0, 255, 10, 13, 0]);
    const oid = (await gitText(here, ['hash-object', '-w', '--stdin'], { stdin: bytes, writes: true })).trim();
    expect((await runGit(here, ['cat-file', 'blob', oid])).stdout).toEqual(bytes);
  });

  test('more output than expected is a failure, not a full memory', async () => {
    const here = await makeRepository({ files: { big: 'x'.repeat(100_000) } }).location();
    expect(await failure(runGit(here, ['show', 'HEAD:big'], { limit: 1000 }))).toEqual({
      code: 'git-failed',
      facts: { command: 'git show HEAD:big', reason: 'its output was larger than expected' },
    });
  });

  test('what does not answer in time is stopped, and said to be late', async () => {
    const here = await makeRepository().location();
    expect(await failure(runGit(here, ['-c', 'alias.wait=!tail -f /dev/null', 'wait'], { seconds: 0.05 }))).toEqual({
      code: 'git-failed',
      facts: { command: 'git -c alias.wait=!tail -f /dev/null', reason: 'no answer in 0.05 s' },
    });
  });

  test('without git on the PATH it says so', async () => {
    const here = await makeRepository().location();
    expect(await failure(runGit(here, ['version'], { env: { PATH: '/nonexistent' } }))).toEqual({ code: 'git-missing', facts: {} });
  });

  test('where the work tree was removed meanwhile it says so, not that git is missing', async () => {
    const root = join(makeFolder(), 'gone');
    expect(await failure(runGit({ root, gitDir: join(root, '.git') }, ['version']))).toEqual({ code: 'no-such-folder', facts: { cwd: root } });
  });
});
