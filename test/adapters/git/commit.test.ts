import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../../src/adapters/git/git.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const trailers = { 'Coord-Task': 'FIX-001', 'Coord-Agent': 'frontend' };
const commit = async (repository: TestRepository, ...paths: string[]) => createGit(await repository.location()).commit(paths, 'Finish FIX-001', trailers);

describe('committing coord\'s own files', () => {
  test('exactly these, with trailers; a clean status afterwards', async () => {
    const repository = makeRepository();
    repository.write('deployment/tasks/FIX-001.yaml', 'id: FIX-001\n');
    repository.write('other.txt', 'mine');
    const outcome = await commit(repository, 'deployment/tasks/FIX-001.yaml');
    expect(outcome).toEqual({ committed: true, commit: repository.git('rev-parse', 'main') });
    expect(repository.git('show', '--name-only', '--format=%an%n%B', 'HEAD')).toBe(
      'Test\nFinish FIX-001\n\nCoord-Task: FIX-001\nCoord-Agent: frontend\n\n\ndeployment/tasks/FIX-001.yaml',
    );
    expect(repository.git('status', '--porcelain')).toBe('?? other.txt');
    expect(readdirSync(join(repository.root, '.git', 'coord'))).toEqual([]);
  });

  test('what the user has staged stays staged, also a removal', async () => {
    const repository = makeRepository({ files: { a: 'a', b: 'b', 'd/t': '1' } });
    repository.write('a', 'changed');
    repository.git('add', 'a');
    repository.git('rm', '-q', 'b');
    repository.write('d/t', '2');
    expect(await commit(repository, 'd/t')).toMatchObject({ committed: true });
    expect(repository.git('show', '--name-only', '--format=', 'HEAD')).toBe('d/t');
    expect(repository.git('status', '--porcelain')).toBe('M  a\nD  b');
  });

  test('names are names, not patterns', async () => {
    const repository = makeRepository({ files: { 'x/*.md': '1', 'x/a.md': '1', 'x/Ж [1]': '1' } });
    for (const path of ['x/*.md', 'x/a.md', 'x/Ж [1]']) repository.write(path, '2');
    await commit(repository, 'x/*.md', 'x/Ж [1]');
    expect(repository.git('-c', 'core.quotePath=false', 'status', '--porcelain')).toBe(' M x/a.md');
  });

  test('no hook runs', async () => {
    const repository = makeRepository();
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit', 'reference-transaction']) {
      writeFileSync(join(repository.root, '.git', 'hooks', hook), '#!/bin/sh\necho > "$GIT_DIR/ran"\nexit 1\n', { mode: 0o755 });
    }
    repository.write('t', 't');
    expect(await commit(repository, 't')).toMatchObject({ committed: true });
    expect(existsSync(join(repository.root, '.git', 'ran'))).toBe(false);
  });

  test('in a linked worktree it moves that worktree\'s branch', async () => {
    const repository = makeRepository();
    repository.git('worktree', 'add', '-q', '-b', 'work', '../other');
    const other = repository.at(join(repository.root, '..', 'other'));
    other.write('t', 't');
    expect(await commit(other, 't')).toMatchObject({ committed: true });
    expect(repository.git('log', '--format=%s', 'work')).toBe('Finish FIX-001\nBegin');
    expect(repository.git('log', '--format=%s', 'main')).toBe('Begin');
    expect(other.git('status', '--porcelain')).toBe('');
  });

  test('on a detached head', async () => {
    const repository = makeRepository();
    repository.git('checkout', '-q', '--detach');
    repository.write('t', 't');
    expect(await commit(repository, 't')).toMatchObject({ committed: true });
    expect([repository.git('log', '--format=%s'), repository.git('log', '--format=%s', 'main')]).toEqual(['Finish FIX-001\nBegin', 'Begin']);
  });

  test('many at once lose nothing', async () => {
    const repository = makeRepository();
    const names = Array.from({ length: 12 }, (_, at) => `t${at}`);
    for (const name of names) repository.write(name, name);
    await Promise.all(names.map((name) => commit(repository, name)));
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('13');
  });

  test('what is committed already makes no empty commit', async () => {
    const repository = makeRepository();
    expect(await commit(repository, 'README')).toEqual({ committed: true, commit: repository.git('rev-parse', 'HEAD') });
  });

  test('without a first commit, during an operation, where ignored: not, and says which', async () => {
    const fresh = makeRepository({ empty: true });
    fresh.write('t', 't');
    expect(await commit(fresh, 't')).toEqual({ committed: false, reason: 'no-first-commit', detail: '' });
    const repository = makeRepository({ files: { '.gitignore': 'plans/\n' } });
    repository.write('plans/t', 't');
    expect(await commit(repository, 'plans/t')).toEqual({ committed: false, reason: 'ignored', detail: 'plans/t' });
    writeFileSync(join(repository.root, '.git', 'MERGE_HEAD'), repository.git('rev-parse', 'HEAD'));
    expect(await commit(repository, 'plans/t')).toEqual({ committed: false, reason: 'operation-in-progress', detail: 'merge' });
  });

  test('without a name for the author it says so', async () => {
    const repository = makeRepository();
    repository.git('config', 'user.useConfigOnly', 'true');
    repository.git('config', '--unset', 'user.name');
    const names = ['GIT_AUTHOR_NAME', 'GIT_COMMITTER_NAME'] as const;
    const kept = names.map((name) => process.env[name]);
    for (const name of names) Reflect.deleteProperty(process.env, name);
    try {
      repository.write('t', 't');
      expect(await commit(repository, 't')).toMatchObject({ committed: false, reason: 'failed' });
    } finally {
      names.forEach((name, at) => (process.env[name] = kept[at]));
    }
  });

  test('an index that another git keeps locked is left behind, and said', async () => {
    const repository = makeRepository();
    writeFileSync(join(repository.root, '.git', 'index.lock'), '');
    repository.write('t', 't');
    expect(await commit(repository, 't')).toMatchObject({ committed: true, indexBehind: true });
    rmSync(join(repository.root, '.git', 'index.lock'));
    expect(repository.git('show', '--name-only', '--format=', 'HEAD')).toBe('t');
  });
});
