import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findRepository } from '../../../src/adapters/git/find-repository.ts';
import { gitEnv, makeFolder, makeRepository } from '../../support/repository.ts';

const answer = async (cwd: string, env: NodeJS.ProcessEnv = {}) => {
  const found = await findRepository(cwd, { ...gitEnv(), ...env });
  return found.ok ? found.value : found.refusal;
};

describe('findRepository', () => {
  test('the root, from the root and from a folder in it', async () => {
    const { root } = makeRepository();
    const place = { root, gitDir: join(root, '.git'), commonDir: join(root, '.git'), folder: 'deployment' };
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    expect(await answer(root)).toEqual(place);
    expect(await answer(join(root, 'a', 'b'))).toEqual(place);
  });

  test('a linked worktree has a git directory of its own and shares the common one', async () => {
    const repository = makeRepository();
    const path = join(dirname(repository.root), 'other');
    repository.git('worktree', 'add', '-q', path);
    const common = join(repository.root, '.git');
    expect(await answer(path)).toEqual({ root: path, gitDir: join(common, 'worktrees', 'other'), commonDir: common, folder: 'deployment' });
  });

  test('a repository in a repository is the nearer one', async () => {
    const outer = makeRepository();
    const inner = join(outer.root, 'sub');
    mkdirSync(inner);
    outer.at(inner).git('init', '-q');
    expect(await answer(inner)).toMatchObject({ root: inner });
  });

  test('nowhere', async () => {
    const cwd = makeFolder();
    expect(await answer(cwd)).toEqual({ code: 'no-repository', facts: { cwd } });
  });

  test('a bare repository has no files to work on', async () => {
    const root = makeFolder();
    makeRepository().at(root).git('init', '-q', '--bare');
    expect(await answer(root)).toEqual({ code: 'bare-repository', facts: { gitDir: root } });
  });

  test('a bare repository beside its worktrees: they have files, the folder around them has none', async () => {
    const around = makeFolder();
    const git = makeRepository().at(around).git;
    git('clone', '-q', '--bare', makeRepository().root, '.bare');
    writeFileSync(join(around, '.git'), 'gitdir: ./.bare\n');
    git('worktree', 'add', '-q', 'main');
    expect(await answer(around)).toEqual({ code: 'bare-repository', facts: { gitDir: join(around, '.bare') } });
    expect(await answer(join(around, 'main'))).toMatchObject({ root: join(around, 'main'), commonDir: join(around, '.bare') });
  });

  test('a submodule is a repository of its own', async () => {
    const outer = makeRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', makeRepository().root, 'sub');
    expect(await answer(join(outer.root, 'sub'))).toMatchObject({ root: join(outer.root, 'sub'), gitDir: join(outer.root, '.git', 'modules', 'sub') });
  });

  test('GIT_DIR and GIT_WORK_TREE are honoured', async () => {
    const { root } = makeRepository();
    const elsewhere = makeFolder();
    expect(await answer(elsewhere, { GIT_DIR: join(root, '.git'), GIT_WORK_TREE: root })).toMatchObject({ root });
    expect(await answer(root, { GIT_DIR: join(root, '.git') })).toMatchObject({ root });
    expect(await answer(elsewhere, { GIT_DIR: join(root, '.git'), GIT_WORK_TREE: elsewhere })).toMatchObject({ root: elsewhere, gitDir: join(root, '.git') });
  });

  test('the folder: the name kept, else deployment, else the only one with a coord.yaml', async () => {
    const repository = makeRepository();
    repository.write('plan/coord.yaml', 'protocol: 1\n');
    expect(await answer(repository.root)).toMatchObject({ folder: 'plan' });
    repository.write('deployment/coord.yaml', '');
    expect(await answer(repository.root)).toMatchObject({ folder: 'deployment' });
    mkdirSync(join(repository.root, '.git', 'coord'));
    writeFileSync(join(repository.root, '.git', 'coord', 'folder'), 'work\n');
    expect(await answer(repository.root)).toMatchObject({ folder: 'work' });
    writeFileSync(join(repository.root, '.git', 'coord', 'folder'), '../out\n');
    expect(await answer(repository.root)).toMatchObject({ folder: 'deployment' });
  });

  test.skipIf(process.geteuid?.() !== 0)('of a repository of another user nothing is run, unless git is told to trust them', async () => {
    const { root } = makeRepository();
    mkdirSync(join(root, 'a'));
    chownSync(join(root, '.git'), 1234, 1234);
    const trust = `git config --global --add safe.directory ${root}`;
    const reason = `the repository belongs to another user; if you trust them, first do: ${trust}`;
    expect(await answer(join(root, 'a'))).toEqual({ code: 'git-failed', facts: { command: 'git rev-parse', reason } });
    vi.stubEnv('GIT_CONFIG_GLOBAL', join(root, 'settings'));
    writeFileSync(join(root, 'settings'), `[safe]\n\tdirectory = ${root}\n`);
    expect(await answer(join(root, 'a')).finally(() => vi.unstubAllEnvs())).toMatchObject({ root });
  });

  test.each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a file that names a pipe', (path: string) => {
      execFileSync('mkfifo', [`${path}-pipe`]);
      writeFileSync(path, `gitdir: ${path}-pipe\n`);
    }],
    ['a link to itself', (path: string) => symlinkSync('.git', path)],
  ])('%s for a .git is no repository', async (_, put) => {
    const cwd = makeFolder();
    put(join(cwd, '.git'));
    expect(await answer(cwd)).toEqual({ code: 'no-repository', facts: { cwd } });
  });

  test('a folder that is not there', async () => {
    const cwd = join(makeRepository().root, 'missing');
    expect(await answer(cwd)).toEqual({ code: 'no-such-folder', facts: { cwd } });
  });
});
