import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import type { Merge } from '../../../src/app/view.ts';
import type { Result } from '../../../src/core/problem/refusal.ts';
import { commitFiles, parted } from '../../support/parted.ts';
import { makeFolder, makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const task = (id: string, status: string): string => `id: ${id}\n\ntask: Do ${id}\n\nstatus: ${status}\n`;
const TWO_VALUES = { base: { 'tasks/A-1.yaml': task('A-1', 'todo') }, ours: { 'tasks/A-1.yaml': task('A-1', 'review') }, theirs: { 'tasks/A-1.yaml': task('A-1', 'done') } };
const CONFLICT = [{ kind: 'contents', paths: ['deployment/tasks/A-1.yaml'] }];

async function open(repository: TestRepository, theirs = 'main'): Promise<Result<Merge>> {
  return createStore(await repository.location(), 'test').openMerge({ ours: 'HEAD', theirs: [theirs], names: { ours: 'this', theirs } });
}

async function opened(repository: TestRepository, theirs?: string): Promise<Merge> {
  const result = await open(repository, theirs);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const statuses = ({ bases, ours, theirs, merged }: Merge): unknown[] => [...bases, ours, theirs, merged].map((view) => view.task('A-1')?.status ?? null);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the merge of two branches', () => {
  it('is read beside both sides and what they come from', async () => {
    const repository = parted({ ...TWO_VALUES, ours: { 'tasks/B-1.yaml': task('B-1', 'todo') } });
    expect(statuses(await opened(repository))).toEqual(['todo', 'todo', 'done', 'done']);
  });

  it('shows a file in conflict as our side has it', async () => {
    const merge = await opened(parted(TWO_VALUES));
    expect(merge.conflicts).toEqual(CONFLICT);
    expect(statuses(merge)).toEqual(['todo', 'review', 'done', 'review']);
    expect(await merge.merged.text('deployment/tasks/A-1.yaml')).toBe(task('A-1', 'review'));
  });

  it('touches nothing and leaves nothing behind', async () => {
    const repository = parted(TWO_VALUES);
    repository.write('deployment/tasks/A-1.yaml', 'not committed\n');
    const temporary = makeFolder();
    vi.stubEnv('TMPDIR', temporary);
    const state = (): string => ['status', 'for-each-ref', 'count-objects', 'ls-files --stage --debug', 'reflog'].map((words) => repository.git(...words.split(' '))).join('\n');
    const before = state();
    await opened(repository);
    expect(state()).toBe(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is the same for a cache that knows the files', async () => {
    const repository = parted(TWO_VALUES);
    await createStore(await repository.location(), 'test', { now: () => Date.now() + 3_600_000 }).open();
    expect(statuses(await opened(repository))).toEqual(['todo', 'review', 'done', 'review']);
  });

  it('is told in a linked worktree, through packed objects, from a repository with alternates', async () => {
    const repository = parted(TWO_VALUES);
    repository.git('gc', '-q');
    repository.git('clone', '-q', '--shared', '.', '../a shared: clone');
    const clone = repository.at(join(repository.root, '../a shared: clone'));
    clone.git('worktree', 'add', '-q', '--detach', '../linked', 'feature');
    expect(statuses(await opened(repository.at(join(repository.root, '../linked')), 'origin/main'))).toEqual(['todo', 'review', 'done', 'review']);
  });

  it('takes every base where histories cross', async () => {
    const repository = parted({ ...TWO_VALUES, ours: { 'tasks/B-1.yaml': task('B-1', 'todo') }, theirs: { 'tasks/C-1.yaml': task('C-1', 'todo') } });
    const [feature, main] = [repository.git('rev-parse', 'feature'), repository.git('rev-parse', 'main')];
    repository.git('merge', '-q', '-m', 'One way', main);
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '-m', 'The other way', feature);
    repository.git('checkout', '-q', 'feature');
    expect((await opened(repository)).bases.map((base) => [...base.ids()].sort())).toEqual(expect.arrayContaining([['A-1', 'B-1'], ['A-1', 'C-1']]));
  });
});

describe('the machine has no say', () => {
  it.each([
    ['a merge driver for all', (repository: TestRepository) => repository.git('config', 'merge.default', 'union')],
    ['a driver of ours', useDriver],
    ['the union driver, in the work tree', (repository: TestRepository) => repository.write('.gitattributes', '*.yaml merge=union\n')],
    ['the style of conflicts', (repository: TestRepository) => repository.git('config', 'merge.conflictStyle', 'diff3')],
  ])('%s changes nothing', async (_, set) => {
    const repository = parted(TWO_VALUES);
    set(repository);
    expect((await opened(repository)).conflicts).toEqual(CONFLICT);
  });

  function useDriver(repository: TestRepository): void {
    repository.git('config', 'merge.coord.driver', 'true');
    repository.write('.git/info/attributes', '*.yaml merge=coord\n');
  }

  it('finds renamed files, though git is told here not to', async () => {
    const long = Array.from({ length: 20 }, (_, line) => `x-${line}: ${line}\n`).join('');
    const repository = parted({ base: { 'tasks/A-1.yaml': `id: A-1\n${long}` }, ours: { 'tasks/A-1.yaml': null, 'tasks/B-1.yaml': `id: B-1\n${long}` }, theirs: { 'tasks/A-1.yaml': `id: A-1\n${long}status: done\n` } });
    repository.git('config', 'merge.renames', 'false');
    expect((await opened(repository)).merged.files()).toEqual(['deployment/tasks/B-1.yaml']);
  });
});

describe('a merge that cannot be told', () => {
  it('names history that was cut off', async () => {
    const repository = parted(TWO_VALUES);
    repository.git('clone', '-q', '--depth', '1', '--no-single-branch', '-b', 'feature', `file://${repository.root}`, '../shallow');
    expect(await open(repository.at(join(repository.root, '../shallow')), 'origin/main')).toMatchObject({ ok: false, refusal: { code: 'shallow-history', facts: { ours: 'this', theirs: 'origin/main' } } });
  });

  it('names histories that never met', async () => {
    const repository = parted(TWO_VALUES);
    repository.git('checkout', '-q', '--orphan', 'other');
    commitFiles(repository, {}, 'Anew');
    expect(await open(repository)).toMatchObject({ ok: false, refusal: { code: 'unrelated-histories' } });
  });

  it('asks for a first commit', async () => {
    expect(await open(makeRepository({ empty: true }))).toMatchObject({ ok: false, refusal: { code: 'no-first-commit' } });
  });

  it('asks for a workspace on one side at least', async () => {
    const repository = makeRepository();
    expect(await open(repository, 'HEAD')).toMatchObject({ ok: false, refusal: { code: 'no-workspace' } });
  });

  it('names a git that knows no merge of trees', async () => {
    const repository = parted(TWO_VALUES);
    const folder = join(makeFolder(), 'bin');
    mkdirSync(folder);
    writeFileSync(join(folder, 'git'), `#!/bin/sh\ncase "$*" in *merge-tree*) exit 129;; *version*) echo git version 2.34.1;; *) PATH="${process.env['PATH'] ?? ''}" exec git "$@";; esac\n`);
    chmodSync(join(folder, 'git'), 0o755);
    vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter));
    expect(await open(repository)).toEqual({ ok: false, refusal: { code: 'git-too-old', facts: { version: '2.34.1', needed: '2.38', what: 'checking a merge' } } });
  });
});
