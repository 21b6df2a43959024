import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createClaims } from '../../../src/adapters/git/claims.ts';
import { createGit } from '../../../src/adapters/git/git.ts';
import { standingCommit, standingHead, standingRef } from '../../../src/adapters/git/standing-answers.ts';
import { beginStanding } from '../../../src/adapters/git/standing-git.ts';
import { aClaim } from '../../support/a-claim.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const NONE = '0123456789abcdef0123456789abcdef01234567';

/** A branch that is one commit ahead, in a worktree of its own. */
async function make(isStanding: boolean) {
  const repository = makeRepository({ files: { README: 'hello\n', 'with space/naïve': 'x\n' } });
  const linked = repository.at(join(dirname(repository.root), 'linked'));
  repository.git('worktree', 'add', '-q', '-b', 'side/one', linked.root);
  linked.write('more', 'y\n');
  linked.commit();
  const location = await repository.location();
  if (isStanding) ends.push(beginStanding(location));
  return { repository, linked, location, git: createGit(location), there: createGit(await linked.location()), claims: createClaims(location, 'test') };
}

const headOf = ({ git }: TestRepository, branch: string | null) => ({ commit: git('rev-parse', 'HEAD'), tree: git('rev-parse', 'HEAD^{tree}'), branch });

describe.each([['of its own for each question', false], ['that stays', true]] as const)('a git %s', (_, isStanding) => {
  test('knows the head of each worktree as it is now', async () => {
    const { repository, linked, git, there } = await make(isStanding);
    expect(await git.head()).toEqual(headOf(repository, 'main'));
    expect(await there.head()).toEqual(headOf(linked, 'side/one'));
    linked.write('later', 'z\n');
    linked.commit();
    expect(await there.head()).toEqual(headOf(linked, 'side/one'));
    repository.git('checkout', '-q', '--detach');
    expect(await git.head()).toEqual(headOf(repository, null));
    repository.git('checkout', '-q', '--orphan', 'new');
    expect(await git.head()).toEqual({ commit: null, tree: null, branch: 'new' });
  });

  test('finds commits, files in them and where two of them part', async () => {
    const { repository, linked, git, there } = await make(isStanding);
    const [main, side] = [repository.git('rev-parse', 'HEAD'), linked.git('rev-parse', 'HEAD')];
    expect(await Promise.all(['refs/heads/side/one', 'refs/heads/none', main, NONE, 'HEAD', 'main'].map((name) => there.commitAt(name)))).toEqual([side, null, main, null, side, main]);
    expect([...(await git.blobs(main, ['README', 'with space/naïve', 'more', 'a\nb']))]).toEqual([['README', repository.git('rev-parse', `${main}:README`)], ['with space/naïve', repository.git('rev-parse', `${main}:with space/naïve`)]]);
    expect([await git.mergeBase(main, side), await git.mergeBase(side, main), await git.mergeBase(main, main)]).toEqual([main, main, main]);
    repository.write('other', 'z\n');
    const other = repository.commit();
    expect([await git.mergeBase(other, side), await git.mergeBase(other, NONE)]).toEqual([main, null]);
  });

  test('reads claims as they are now, loose, packed, broken or not there', async () => {
    const { repository, claims } = await make(isStanding);
    expect(await claims.read('A-1')).toBeNull();
    expect(await claims.swap('A-1', null, aClaim({ agent: 'Ж' }))).toEqual({ ok: true, value: true });
    const first = await claims.read('A-1');
    expect(first?.claim?.agent).toBe('Ж');
    repository.git('pack-refs', '--all');
    expect(await claims.read('A-1')).toEqual(first);
    await claims.swap('A-1', first?.oid ?? null, aClaim({ state: 'released' }));
    expect((await claims.read('A-1'))?.claim?.state).toBe('released');
    const refs = join(repository.root, '.git/refs/coord/tasks');
    mkdirSync(refs, { recursive: true });
    writeFileSync(join(refs, 'GONE'), `${NONE}\n`);
    writeFileSync(join(refs, 'RUBBISH'), 'x\n');
    expect([await claims.read('GONE'), await claims.read('RUBBISH')]).toMatchObject([{ claim: null }, { claim: null }]);
  });

  test('changes a claim only where it is as expected, and goes on after it was not', async () => {
    const { repository, claims } = await make(isStanding);
    await claims.swap('A-1', null, aClaim({ agent: 'one' }));
    const first = await claims.read('A-1');
    expect(await claims.swap('A-1', null, aClaim({ agent: 'two' }))).toEqual({ ok: true, value: false });
    expect(await claims.swap('A-1', NONE, aClaim({ agent: 'two' }))).toEqual({ ok: true, value: false });
    expect(await claims.read('A-1')).toEqual(first);
    const both = await Promise.all([claims.swap('A-1', first?.oid ?? null, aClaim({ agent: 'three' })), claims.swap('B-1', null, aClaim({ agent: 'four' }))]);
    expect(both).toEqual([{ ok: true, value: true }, { ok: true, value: true }]);
    expect(repository.git('for-each-ref', '--format=%(refname)', 'refs/coord/')).toBe('refs/coord/tasks/A-1\nrefs/coord/tasks/B-1');
    expect(readdirSync(join(repository.root, '.git'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('makes a worktree on a branch that is new, or goes on with one', async () => {
    const { repository, linked, git } = await make(isStanding);
    const path = join(dirname(repository.root), 'made');
    expect(await git.addWorktree(path, 'side/one')).toMatchObject({ ok: false, refusal: { code: 'branch-exists' } });
    expect(await git.addWorktree(path, 'side/two', { continues: false, from: linked.git('rev-parse', 'HEAD') })).toEqual({ ok: true, value: undefined });
    expect([await git.removeWorktree(path), await git.removeWorktree(path)]).toEqual([true, true]);
  });
});

describe('a git that stays', () => {
  test('is asked only between its beginning and its end', async () => {
    const { location } = await make(false);
    expect([await standingHead(location), await standingCommit(location, NONE), await standingRef(location, 'refs/heads/main')]).toEqual([undefined, undefined, undefined]);
    const end = beginStanding(location);
    expect([(await standingHead(location))?.branch, await standingCommit(location, NONE), (await standingRef(location, 'refs/heads/main'))?.type]).toEqual(['main', null, 'commit']);
    end();
    expect(await standingHead(location)).toBeUndefined();
  });

  test('leaves what is too large for it to another, and answers what comes after it', async () => {
    const { repository, location, claims } = await make(true);
    repository.write('giant', 'x'.repeat(3_000_000));
    repository.git('update-ref', 'refs/coord/tasks/GIANT', repository.git('hash-object', '-w', 'giant'));
    expect(await Promise.all([claims.read('GIANT'), standingCommit(location, 'refs/heads/main')])).toMatchObject([{ id: 'GIANT', claim: null }, undefined]);
    expect(await standingCommit(location, 'refs/heads/main')).toBe(repository.git('rev-parse', 'main'));
  });

  test('says nothing of names that mean something else in each worktree', async () => {
    const { location } = await make(true);
    expect([await standingCommit(location, 'HEAD'), await standingCommit(location, 'main'), await standingRef(location, 'refs/bisect/bad'), await standingCommit(location, 'a\nb')]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
