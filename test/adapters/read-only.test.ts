/** A disk that takes nothing: a small one is mounted for it, where the person who runs the tests may do that. */
import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { createCaller } from '../../src/adapters/caller.ts';
import { createClaims } from '../../src/adapters/git/claims.ts';
import { createGit } from '../../src/adapters/git/git.ts';
import { createWriter } from '../../src/adapters/writer.ts';
import { EnvironmentFailure } from '../../src/core/problem/environment-failure.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { aClaim } from '../support/a-claim.ts';
import { makeFolder, repositoryAt } from '../support/repository.ts';

const folder = makeFolder();
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0;

afterAll(() => {
  if (isMounted) execFileSync('umount', ['--lazy', folder]);
});

const reason = { reason: 'the disk is read-only' };
const failure = async (work: () => Promise<unknown>) => {
  try {
    return await work();
  } catch (error) {
    return error instanceof EnvironmentFailure ? error.refusal : error;
  }
};

test.skipIf(!isMounted)('on a read-only disk every write says so, and reading goes on', async () => {
  const repository = repositoryAt(folder);
  repository.git('init', '-q', '-b', 'main');
  repository.write('t', 't');
  repository.commit();
  const location = await repository.location();
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const claims = createClaims(location, 'test');
  expect(await createWriter(location).write(() => Promise.resolve(done({ changes: [], value: 1 })))).toMatchObject({ ok: false, refusal: { code: 'not-writable', facts: reason } });
  expect(await failure(() => claims.intend({ id: 'A', agent: 'a', nonce: aClaim().nonce, session: null }))).toMatchObject({ code: 'not-writable', facts: reason });
  expect(await failure(() => claims.swap('A', null, aClaim()))).toMatchObject({ code: 'not-writable', facts: reason });
  expect(await failure(() => createCaller(location, folder, {}).chooseAgent('a'))).toMatchObject({ code: 'not-writable', facts: reason });
  expect(await createGit(location).commit(['t'], 'x', {})).toMatchObject({ committed: false, reason: 'failed' });
  expect(await claims.list()).toEqual([]);
  expect(await createGit(location).uncommitted('deployment')).toEqual([]);
});
