import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../../src/adapters/git/git.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const gitOf = async (repository: TestRepository) => createGit(await repository.location());
const NONE = '0123456789abcdef0123456789abcdef01234567';

describe('head', () => {
  test('on a branch, detached, and before the first commit', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    const commit = repository.git('rev-parse', 'HEAD');
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    expect(await git.head()).toEqual({ commit, tree, branch: 'main' });
    repository.git('checkout', '-q', '--detach');
    expect(await git.head()).toEqual({ commit, tree, branch: null });
    expect(await (await gitOf(makeRepository({ empty: true }))).head()).toEqual({ commit: null, tree: null, branch: 'main' });
  });
});

describe('uncommitted', () => {
  test('changed, staged, removed and untracked files outside of the folder, one by one', async () => {
    const repository = makeRepository({ files: { a: 'a', b: 'b', c: 'c', 'deployment/t': 't', '.gitignore': 'ignored\n' } });
    const git = await gitOf(repository);
    expect(await git.uncommitted('deployment')).toEqual([]);
    repository.write('a', 'x');
    repository.git('rm', '-q', 'b');
    repository.git('mv', 'c', 'c2');
    for (const path of ['new/one', 'new/naïve file', 'ignored', 'deployment/t', 'deployment2/t']) repository.write(path, 'x');
    expect(await git.uncommitted('deployment')).toEqual(['a', 'b', 'c', 'c2', 'deployment2/t', 'new/naïve file', 'new/one']);
  });

  test('an editor in the environment does no harm', async () => {
    const git = await gitOf(makeRepository());
    const before = process.env['EDITOR'];
    process.env['EDITOR'] = 'vi';
    try {
      expect(await git.uncommitted('deployment')).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['EDITOR'];
      else process.env['EDITOR'] = before;
    }
  });
});

describe('worktrees', () => {
  test('are added on a new branch, and listed', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    const path = join(dirname(repository.root), 'app-FIX-001');
    expect(await git.addWorktree(path, 'frontend/FIX-001')).toEqual({ ok: true, value: undefined });
    expect(await git.worktrees()).toEqual([{ path: repository.root, branch: 'main' }, { path, branch: 'frontend/FIX-001' }]);
  });

  test('not over a folder or a branch that is there, unless it continues that branch', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    const path = join(dirname(repository.root), 'w');
    repository.git('branch', 'b');
    expect(await git.addWorktree(repository.root, 'c')).toEqual({ ok: false, refusal: { code: 'path-exists', facts: { path: repository.root } } });
    expect(await git.addWorktree(path, 'b')).toEqual({ ok: false, refusal: { code: 'branch-exists', facts: { branch: 'b' } } });
    expect(await git.addWorktree(path, 'b', { continues: true, from: null })).toEqual({ ok: true, value: undefined });
  });

  test('not before the first commit', async () => {
    const repository = makeRepository({ empty: true });
    expect(await (await gitOf(repository)).addWorktree(join(dirname(repository.root), 'w'), 'b')).toMatchObject({ ok: false, refusal: { code: 'no-first-commit' } });
  });

  test('several at once do not collide', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    const added = await Promise.all(['a', 'b', 'c', 'd'].map((name) => git.addWorktree(join(dirname(repository.root), name), name)));
    expect(added.every(({ ok }) => ok)).toBe(true);
  });

  test.each(['-D', '--orphan/FIX-001'])('a branch called %s is not taken for an option', async (branch) => {
    const repository = makeRepository();
    const answer = await (await gitOf(repository)).addWorktree(join(dirname(repository.root), 'w'), branch);
    expect(answer).toEqual({ ok: false, refusal: { code: 'git-failed', facts: { command: 'git worktree add', reason: `'${branch}' is not a valid branch name` } } });
  });

  test('what git refuses is a refusal with its words', async () => {
    const repository = makeRepository();
    const answer = await (await gitOf(repository)).addWorktree(join(dirname(repository.root), 'w'), 'a..b');
    expect(answer).toEqual({ ok: false, refusal: { code: 'git-failed', facts: { command: 'git worktree add', reason: "'a..b' is not a valid branch name" } } });
  });
});

describe('history', () => {
  test('work in a submodule is uncommitted work, whatever the settings hide', async () => {
    const repository = makeRepository();
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', makeRepository().root, 'sub');
    repository.commit();
    repository.git('config', 'submodule.sub.ignore', 'all');
    repository.git('config', 'status.showUntrackedFiles', 'no');
    repository.write('sub/README', 'changed');
    expect(await (await gitOf(repository)).uncommitted('deployment')).toEqual(['sub']);
  });

  test('what changed between two commits, with blob ids', async () => {
    const repository = makeRepository({ files: { a: '1', b: '1', c: '1' } });
    const git = await gitOf(repository);
    const base = repository.git('rev-parse', 'HEAD');
    repository.write('a', '2');
    repository.write('naïve', 'n');
    repository.git('rm', '-q', 'b');
    const head = repository.commit();
    const blob = (path: string): string => repository.git('rev-parse', `HEAD:${path}`);
    expect(await git.changedPaths(base, head)).toEqual([{ path: 'a', blob: blob('a') }, { path: 'b', blob: null }, { path: 'naïve', blob: blob('naïve') }]);
    expect(await git.blobs(head, ['a', 'b', 'none', 'naïve', 'x\ny'])).toEqual(new Map([['a', blob('a')], ['naïve', blob('naïve')]]));
  });

  test('what commits say that changed more than records', async () => {
    const repository = makeRepository({ files: { a: '1', 'd*/x': '1' } });
    const git = await gitOf(repository);
    const base = repository.git('rev-parse', 'HEAD');
    repository.write('a', '2');
    repository.commit('First: äh "so"\n\nBody');
    repository.write('d*/x', '2');
    repository.commit('Only a record');
    repository.git('checkout', '-q', '-b', 'side', base);
    repository.write('dx/y', '1');
    repository.commit('On the side');
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-edit', 'side');
    expect(await git.subjects(base, 'HEAD', 'd*')).toEqual(expect.arrayContaining(['First: äh "so"', 'On the side']));
    expect(await git.subjects(base, 'HEAD', 'd*')).toHaveLength(2);
    expect(await git.subjects('HEAD', 'HEAD', 'd*')).toEqual([]);
    for (let number = 1; number <= 25; number++) repository.git('commit', '-q', '--allow-empty', '-m', `Empty ${number}`);
    for (let number = 1; number <= 25; number++) {
      repository.write('a', `v${number}`);
      repository.commit(`Step ${number}`);
    }
    const subjects = await git.subjects(base, 'HEAD', 'd*');
    expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([20, 'Step 6', 'Step 25']);
  });

  test('which objects are known', async () => {
    const repository = makeRepository({ files: { a: '1' } });
    const git = await gitOf(repository);
    const commit = repository.git('rev-parse', 'HEAD');
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const blob = repository.git('rev-parse', 'HEAD:a');
    expect(await git.knownObjects([commit, commit.slice(0, 8), blob, tree, NONE, 'main', '', '--all'])).toEqual(new Set([commit, commit.slice(0, 8), blob]));
  });

  test('merge bases, tips, shallowness', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    const base = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-q', '-b', 'work');
    repository.write('x', 'x');
    const head = repository.commit();
    expect(await git.mergeBase('main', head)).toBe(base);
    expect(await git.mergeBase('--all', head)).toBeNull();
    const seconds = Number(repository.git('log', '-1', '--format=%ct'));
    expect(await git.tipTimes(['refs/heads/work', 'refs/heads/wor', 'refs/heads/none'])).toEqual(new Map([['refs/heads/work', new Date(seconds * 1000)]]));
    expect(await git.isShallow()).toBe(false);
    repository.git('clone', '-q', '--depth=1', `file://${repository.root}`, '../shallow');
    expect(await (await gitOf(repository.at(join(dirname(repository.root), 'shallow')))).isShallow()).toBe(true);
  });

  test('the default branch: as configured, as the remote says, as git is told, as usual', async () => {
    const repository = makeRepository();
    // Asked once in the life of a command.
    const answer = async (configured: string | null) => (await gitOf(repository)).defaultBranch(configured);
    expect(await answer('trunk')).toBe('trunk');
    expect(await answer(null)).toBe('main');
    repository.git('config', 'init.defaultBranch', 'stem');
    expect(await answer(null)).toBe('stem');
    repository.git('update-ref', 'refs/remotes/origin/develop', 'HEAD');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/develop');
    expect(await answer(null)).toBe('develop');
    const git = await gitOf(repository);
    expect(await git.config('coord.agent')).toBeNull();
    repository.git('config', 'coord.agent', 'front end');
    expect(await git.config('coord.agent')).toBe('front end');
  });
});

describe('a merge', () => {
  test('shows what it left to decide, with the versions git keeps', async () => {
    const repository = makeRepository({ files: { 'deployment/a b': 'base\n', 'deployment/gone': 'base\n', other: 'base\n' } });
    const change = (text: string): void => {
      for (const path of ['deployment/a b', 'deployment/gone', 'other']) repository.write(path, text);
      repository.write('deployment/new', text);
    };
    repository.git('checkout', '-q', '-b', 'side');
    change('theirs\n');
    repository.git('rm', '-q', '--cached', 'deployment/gone');
    repository.git('add', 'deployment/a b', 'deployment/new', 'other');
    repository.git('commit', '-q', '-m', 'Theirs');
    repository.git('checkout', '-q', '-f', 'main');
    change('ours\n');
    repository.commit('Ours');
    const git = await gitOf(repository);
    expect(await git.unmerged('deployment')).toEqual([]);
    expect(() => repository.git('merge', '-q', 'side')).toThrow();
    expect(await git.unmerged('deployment')).toEqual([
      { path: 'deployment/a b', base: 'base\n', ours: 'ours\n', theirs: 'theirs\n' },
      { path: 'deployment/gone', base: 'base\n', ours: 'ours\n', theirs: null },
      { path: 'deployment/new', base: null, ours: 'ours\n', theirs: 'theirs\n' },
    ]);
  });

  test('of lines is made in our file, and tells whether anything is left', async () => {
    const repository = makeRepository({ files: { base: 'a\nb\nc\n', ours: 'x\nb\nc\n', theirs: 'a\nb\ny\n', clash: 'z\nb\nc\n' } });
    const git = await gitOf(repository);
    expect(await git.mergeFile({ base: 'base', ours: 'ours', theirs: 'theirs' })).toBe(true);
    expect(repository.read('ours')).toBe('x\nb\ny\n');
    expect(await git.mergeFile({ base: 'base', ours: 'clash', theirs: 'ours' })).toBe(false);
    expect(repository.read('clash')).toBe('<<<<<<< ours\nz\n=======\nx\n>>>>>>> theirs\nb\ny\n');
    await expect(git.mergeFile({ base: 'base', ours: 'nowhere', theirs: 'ours' })).rejects.toThrow();
  });

  test('is set up in this repository alone', async () => {
    const repository = makeRepository();
    const git = await gitOf(repository);
    await git.configure({ 'merge.coord.name': 'records', 'merge.coord.driver': 'a "b" c' });
    expect([await git.config('merge.coord.driver'), repository.git('config', '--local', 'merge.coord.name')]).toEqual(['a "b" c', 'records']);
  });
});
