import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import type { View } from '../../../src/app/view.ts';
import { MAX_BYTES } from '../../../src/core/documents/limits.ts';
import { answersOf } from '../../support/answers.ts';
import { makeFolder, makeRepository, repositoryAt } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nteam: {backend: {name: Backend}}\n',
  'deployment/README.md': 'hello\n',
  'deployment/tasks/A.yaml': 'id: A\ntask: one\nagent: backend\n',
  'deployment/tasks/B.yaml': 'id: B\ntask: two\ndependencies: [A]\n',
  'deployment/tasks/queue.yaml': 'task_queue:\n  high_priority:\n    - {id: C, task: t}\n',
  'deployment/decisions/d.md': '---\ntitle: t\nstatus: accepted\n---\n',
};

/** Told of alike by all: what else a view holds is worked out from these. */
async function partsOf(view: View): Promise<Record<string, unknown>> {
  const { problems, workspace, tasks } = (await answersOf(view)) as Record<string, unknown>;
  return { problems, workspace, tasks };
}

/** What `open` gives where git writes that tree into an empty folder. */
async function checkedOut(repository: TestRepository, tree: string): Promise<Record<string, unknown>> {
  const folder = makeFolder();
  repository.git('--work-tree', folder, 'read-tree', `--index-output=${join(folder, '.index')}`, tree);
  const fresh = repositoryAt(folder);
  fresh.git('init', '-q');
  cpSync(join(folder, '.index'), join(folder, '.git/index'));
  writeFileSync(join(folder, '.git/objects/info/alternates'), `${repository.git('rev-parse', '--path-format=absolute', '--git-common-dir')}/objects\n`);
  fresh.git('checkout-index', '-a', '-f');
  mkdirSync(join(folder, 'deployment'), { recursive: true });
  const opened = await createStore(await fresh.location(), 'fresh').open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  return partsOf(opened.value);
}

async function expectStagedAsCheckedOut(repository: TestRepository, changed: readonly string[]): Promise<void> {
  const empty = repository.git('hash-object', '-t', 'tree', '-w', '/dev/null');
  const head = repository.git('rev-parse', '-q', '--verify', '--end-of-options', hasHead(repository) ? 'HEAD^{tree}' : empty);
  const index = process.env['GIT_INDEX_FILE'];
  const staged = index === undefined ? repository.git('write-tree') : repository.git('-c', 'core.abbrev=no', 'rev-parse', 'refs/staged^{tree}');
  const opened = await createStore(await repository.location(), 'test').openStaged();
  if (!opened.ok) throw new Error(opened.refusal.code);
  expect([...opened.value.changed].sort()).toEqual(changed);
  expect(opened.value.before).toEqual((await checkedOut(repository, head))['problems']);
  expect(await partsOf(opened.value.staged)).toEqual(await checkedOut(repository, staged));
}

function hasHead(repository: TestRepository): boolean {
  return repository.git('for-each-ref', '--count=1', 'refs/heads') !== '';
}

afterEach(() => {
  vi.unstubAllEnvs();
});

const stage = (repository: TestRepository): string => repository.git('add', '-A');

describe('what is staged, and what was', () => {
  const changes: readonly (readonly [string, (repository: TestRepository) => void, readonly string[]])[] = [
    ['nothing', () => undefined, []],
    ['a new file', (repository) => repository.write('deployment/tasks/D.yaml', 'id: D\ntask: t\ndependencies: [X]\n'), ['deployment/tasks/D.yaml']],
    ['an edit', (repository) => repository.write('deployment/tasks/A.yaml', 'id: A\ntask: [\n'), ['deployment/tasks/A.yaml']],
    ['a deletion', ({ root }) => rmSync(join(root, 'deployment/tasks/A.yaml')), ['deployment/tasks/A.yaml']],
    ['a rename', (repository) => repository.git('mv', 'deployment/tasks/A.yaml', 'deployment/tasks/Z.yaml'), ['deployment/tasks/A.yaml', 'deployment/tasks/Z.yaml']],
    ['a file made executable', ({ root }) => chmodSync(join(root, 'deployment/tasks/A.yaml'), 0o755), ['deployment/tasks/A.yaml']],
    ['a huge file', (repository) => repository.write('deployment/tasks/D.yaml', `#${'x'.repeat(MAX_BYTES)}\n`), ['deployment/tasks/D.yaml']],
    ['bytes that are no text', ({ root }) => writeFileSync(join(root, 'deployment/tasks/D.yaml'), Buffer.from([0xff, 0])), ['deployment/tasks/D.yaml']],
    ['two files alike', (repository) => ['D', 'E'].forEach((name) => repository.write(`deployment/tasks/${name}.yaml`, 'id: [\n')), ['deployment/tasks/D.yaml', 'deployment/tasks/E.yaml']],
    ['the settings', (repository) => repository.write('deployment/coord.yaml', 'protocol: 1\nteam: {frontend: {}}\n'), ['deployment/coord.yaml']],
    ['a name beyond ASCII', (repository) => repository.write('deployment/tasks/\u00fc \u{1f600}\n.yaml', 'id: D\ntask: t\n'), ['deployment/tasks/\u00fc \u{1f600}\n.yaml']],
    ['folders named like members of objects', (repository) => ['constructor', '__proto__', 'toString'].forEach((name) => repository.write(`deployment/${name}/x.yaml`, 'id: D\ntask: t\n')), []],
    ['a link', ({ root }) => symlinkSync('A.yaml', join(root, 'deployment/tasks/L.yaml')), ['deployment/tasks/L.yaml']],
  ];

  it.each(changes.flatMap(([name, make, changed]) => [[name, 'without a cache', make, changed], [name, 'with a cache', make, changed]] as const))('%s, %s', async (_, cache, make, changed) => {
    const repository = makeRepository({ files: FILES });
    if (cache === 'with a cache') await createStore(await repository.location(), 'test', { now: () => Date.now() + 3_600_000 }).open();
    make(repository);
    stage(repository);
    // With a cache, of the usual commit only the neighbourhood is read: that is compared by its problems, in its own test.
    if (cache === 'without a cache') await expectStagedAsCheckedOut(repository, changed);
    else await expectSameNewProblems(repository);
  });

  /** What is wrong in the staged tree and was not before: the answer of a check. */
  async function expectSameNewProblems(repository: TestRepository): Promise<void> {
    const location = await repository.location();
    const fresh = async (): Promise<readonly unknown[]> => {
      const opened = await createStore(location, 'test').openStaged();
      if (!opened.ok) throw new Error(opened.refusal.code);
      const before = new Set(opened.value.before.map((found) => JSON.stringify(found)));
      return opened.value.staged.problems.filter((found) => !before.has(JSON.stringify(found)));
    };
    const withCache = await fresh();
    rmSync(join(location.gitDir, 'coord/cache'), { recursive: true, force: true });
    expect(withCache).toEqual(await fresh());
  }

  it('is read from the index, not from the work tree', async () => {
    const repository = makeRepository({ files: FILES });
    repository.write('deployment/tasks/A.yaml', 'id: A\ntask: staged\n');
    stage(repository);
    repository.write('deployment/tasks/A.yaml', 'id: A\ntask: later\n');
    repository.write('deployment/tasks/D.yaml', 'id: D\ntask: never added\n');
    await expectStagedAsCheckedOut(repository, ['deployment/tasks/A.yaml']);
  });

  it('is all new before the first commit', async () => {
    const repository = makeRepository({ empty: true });
    for (const [file, text] of Object.entries(FILES)) repository.write(file, text);
    stage(repository);
    await expectStagedAsCheckedOut(repository, Object.keys(FILES).filter((file) => !file.endsWith('README.md')).sort());
  });

  it('is that of the worktree it is asked in', async () => {
    const repository = makeRepository({ files: FILES });
    repository.git('worktree', 'add', '-q', '../other', '-b', 'other');
    const other = repository.at(join(repository.root, '../other'));
    other.write('deployment/tasks/A.yaml', 'id: A\ntask: other\n');
    stage(other);
    vi.stubEnv('GIT_DIR', other.git('rev-parse', '--absolute-git-dir'));
    await expectStagedAsCheckedOut(other, ['deployment/tasks/A.yaml']);
    vi.stubEnv('GIT_DIR', repository.git('rev-parse', '--absolute-git-dir'));
    await expectStagedAsCheckedOut(repository, []);
  });

  it('is that of the index of a partial commit', async () => {
    const repository = makeRepository({ files: FILES });
    repository.write('deployment/tasks/A.yaml', 'id: A\ntask: left out\n');
    stage(repository);
    repository.write('deployment/tasks/B.yaml', 'id: B\ntask: committed alone\n');
    cpSync(join(repository.root, '.git/index'), join(repository.root, '.git/next-index'));
    vi.stubEnv('GIT_INDEX_FILE', '.git/next-index');
    const opened = await createStore(await repository.location(), 'test').openStaged();
    expect(opened.ok && [...opened.value.changed]).toEqual(['deployment/tasks/A.yaml']);
    expect(opened.ok && [opened.value.staged.task('A')?.title, opened.value.staged.task('B')?.title]).toEqual(['left out', 'two']);
  });
});
