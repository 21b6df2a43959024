import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctor } from '../../src/app/setup/doctor.ts';
import { installHook } from '../../src/app/setup/hook-install.ts';
import { installMergeDriver } from '../../src/app/setup/merge-driver-install.ts';
import { checksOf } from '../../src/present/setup/doctor.ts';
import { aClaim } from '../support/a-claim.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeRepository, repositoryAt } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { PIPE } from '../support/screens.ts';
import { NOON } from '../support/shell.ts';

const TASK = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Do it\n' };
const HELD = aClaim({ since: '2025-08-12T11:00:00Z', until: '2025-08-12T13:00:00Z' });

const diagnose = async (repository: TestRepository) => doctor(await realPorts(repository), null);

/** By name: what is not well. */
const unwell = async (repository: TestRepository): Promise<Record<string, string>> =>
  Object.fromEntries(checksOf(await diagnose(repository), PIPE).filter(({ state }) => state !== 'ok').map(({ name, state }) => [name, state]));

function leave(path: string, ageSeconds: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  const then = new Date(Date.now() - ageSeconds * 1000);
  utimesSync(path, then, then);
}

describe('doctor', () => {
  it('finds a repository with a hook well', async () => {
    const repository = makeRepository({ files: TASK });
    expect(await unwell(repository)).toEqual({ hook: 'warning' });
    const installed = await installHook(await realPorts(repository));
    expect(installed.ok).toBe(true);
    expect(await unwell(repository)).toEqual({});
    expect(await diagnose(repository)).toMatchObject({ hook: { by: 'git', runs: true }, files: { count: 2, problems: [] }, head: { branch: 'main' }, isLinkedWorktree: false });
  });

  it('sees husky and lefthook', async () => {
    const husky = makeRepository({ files: { ...TASK, '.husky/pre-commit': 'npm test\n' } });
    expect((await installHook(await realPorts(husky))).ok).toBe(true);
    expect((await diagnose(husky)).hook).toEqual({ by: 'husky', runs: false });
    husky.git('config', 'core.hooksPath', '.husky/_');
    expect((await diagnose(husky)).hook).toEqual({ by: 'husky', runs: true });
    const lefthook = makeRepository({ files: { ...TASK, 'lefthook.yml': 'pre-push: {}\n' } });
    expect((await installHook(await realPorts(lefthook))).ok).toBe(true);
    expect((await diagnose(lefthook)).hook).toEqual({ by: 'lefthook', runs: false });
    lefthook.write('.git/hooks/pre-commit', '#!/bin/sh\nlefthook run pre-commit\n');
    expect((await diagnose(lefthook)).hook).toEqual({ by: 'lefthook', runs: true });
  });

  it('knows where it is: no commit, no branch, a linked worktree, a cut-off history', async () => {
    expect((await diagnose(makeRepository({ empty: true }))).head.commit).toBeNull();
    const repository = makeRepository({ files: TASK });
    repository.git('worktree', 'add', '-q', '--detach', join(repository.root, '../side'));
    const side = await diagnose(repositoryAt(join(repository.root, '../side')));
    expect({ linked: side.isLinkedWorktree, branch: side.head.branch }).toEqual({ linked: true, branch: null });
    repository.write('more', 'x');
    repository.commit();
    repository.git('clone', '-q', '--depth', '1', `file://${repository.root}`, '../shallow');
    expect((await diagnose(repositoryAt(join(repository.root, '../shallow')))).isShallow).toBe(true);
  });

  it('says that the folder is missing', async () => {
    expect(await unwell(makeRepository())).toEqual({ files: 'broken', hook: 'warning' });
  });

  it('finds locks that were left behind, and leaves alone those in use', async () => {
    const repository = makeRepository({ files: TASK });
    const git = join(repository.root, '.git');
    leave(join(git, 'refs/coord/tasks/A-1.lock'), 3600);
    leave(join(git, 'index.lock'), 5);
    const { locks } = await diagnose(repository);
    expect(locks.map(({ path }) => path)).toEqual([join(git, 'index.lock'), join(git, 'refs/coord/tasks/A-1.lock')]);
    expect(await unwell(repository)).toMatchObject({ locks: 'warning' });
    rmSync(join(git, 'refs/coord/tasks/A-1.lock'));
    expect(await unwell(repository)).not.toHaveProperty('locks');
  });

  it('warns of remotes that fetch over claims, and of no others', async () => {
    const repository = makeRepository({ files: TASK });
    repository.git('remote', 'add', 'origin', '../elsewhere');
    expect(await unwell(repository)).toEqual({ hook: 'warning' });
    repository.git('remote', 'add', '--mirror=fetch', 'up.stream', '../elsewhere');
    expect((await diagnose(repository)).mirrors).toEqual([{ remote: 'up.stream', refspec: '+refs/*:refs/*' }]);
    expect(await unwell(repository)).toEqual({ hook: 'warning', remotes: 'broken' });
  });

  it('tells whether git is set up here to merge as .gitattributes asks', async () => {
    const repository = makeRepository({ files: { ...TASK, '.gitattributes': '*.png binary\n# merge=coord\n' } });
    expect((await diagnose(repository)).mergeDriver).toBeNull();
    const installed = await installMergeDriver(await realPorts(repository), 'deployment');
    expect([installed.ok, (await diagnose(repository)).mergeDriver]).toEqual([true, true]);
    repository.git('config', '--remove-section', 'merge.coord');
    expect((await diagnose(repository)).mergeDriver).toBe(false);
  });

  it('looks at the claims', async () => {
    const repository = makeRepository({ files: TASK });
    const { claims } = await realPorts(repository, NOON);
    await claims.swap('A-1', null, { ...HELD, worktree: join(repository.root, '../gone') });
    await claims.swap('B-1', null, { ...HELD, branch: null, worktree: repository.root });
    await claims.swap('C-1', null, { ...HELD, branch: null, until: '2025-08-12T11:30:00Z' });
    repository.write('junk', 'no claim');
    repository.git('update-ref', 'refs/coord/tasks/D-1', repository.git('hash-object', '-w', 'junk'));
    expect((await diagnose(repository)).claims).toEqual({
      held: 2,
      unreadable: [{ id: 'D-1', isHere: true, remote: null }],
      expired: ['C-1'],
      unknown: ['B-1'],
      lost: [],
      homeless: [{ id: 'A-1', agent: HELD.agent, worktree: join(repository.root, '../gone') }],
      unshared: null,
    });
  });
});
