import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import type { Location } from '../../../src/app/ports.ts';
import type { View } from '../../../src/app/view.ts';
import { MAX_BYTES } from '../../../src/core/documents/limits.ts';
import { answersOf } from '../../support/answers.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const HOUR = 3_600_000;
const later = { now: () => Date.now() + HOUR };
const FILES = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A.yaml': 'id: A\ntask: one\n', 'deployment/tasks/B.yaml': 'id: B\ntask: two\ndependencies: [A]\n' };

async function open(location: Location, build = 'test'): Promise<View> {
  const opened = await createStore(location, build, later).open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const cacheOf = ({ gitDir }: Location): string => join(gitDir, 'coord/cache');
const indexOf = (location: Location): string => join(cacheOf(location), readdirSync(cacheOf(location)).find((name) => name.startsWith('index-')) ?? '');
const snapshotOf = (location: Location): string => join(cacheOf(location), 'snapshot');

async function cold(location: Location): Promise<unknown> {
  rmSync(cacheOf(location), { recursive: true, force: true });
  return answersOf(await open(location));
}

const told = (view: View): string[] => view.problems.map(({ code, place, facts }) => `${place.file}: ${code}${code === 'stray-file' ? ` ${(facts as { reason: string }).reason}` : ''}`);

describe('a cache that is spoiled never gives a wrong answer', () => {
  const spoilers: readonly (readonly [string, (location: Location, repository: TestRepository) => void])[] = [
    ['emptied', (location) => truncateSync(snapshotOf(location))],
    ['cut in its first line', (location) => truncateSync(snapshotOf(location), 40)],
    ['cut in its middle', (location) => truncateSync(snapshotOf(location), Math.floor(readFileSync(snapshotOf(location)).length / 2))],
    ['cut by one byte', (location) => truncateSync(snapshotOf(location), readFileSync(snapshotOf(location)).length - 1)],
    ['no snapshot at all', (location) => writeFileSync(snapshotOf(location), 'hello\nworld\n')],
    ['a folder', (location) => {
      rmSync(snapshotOf(location));
      mkdirSync(snapshotOf(location));
    }],
    ['without its index', (location) => rmSync(indexOf(location))],
    ['with an index cut short', (location) => truncateSync(indexOf(location), 100)],
    ['with an empty index', (location) => truncateSync(indexOf(location))],
    ['with the bytes of another index', (location) => writeFileSync(indexOf(location), emptyIndex(location))],
    ["with git's own index", (location) => copyFileSync(join(location.gitDir, 'index'), indexOf(location))],
    ['with an index of zeros', (location) => writeFileSync(indexOf(location), Buffer.alloc(readFileSync(indexOf(location)).length))],
  ];

  it.each([0, Infinity].flatMap((few) => spoilers.map(([name, spoil]) => [name, few === 0 ? 'git' : 'stat', few, spoil] as const)))('%s, compared by %s', async (_, __, few, spoil) => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    await open(location);
    repository.write('deployment/tasks/A.yaml', 'id: A\ntask: changed\n');
    spoil(location, repository);
    const opened = await createStore(location, 'test', { ...later, few }).open();
    const answers = opened.ok ? await answersOf(opened.value) : null;
    expect(answers).toEqual(await cold(location));
  });

  /** A whole index, but of no files. */
  function emptyIndex(location: Location): Buffer {
    const other = join(location.gitDir, 'empty-index');
    execFileSync('git', ['read-tree', '--empty'], { cwd: location.root, env: { ...process.env, GIT_INDEX_FILE: other } });
    return readFileSync(other);
  }

  it('of another build, or of another folder, is not read', async () => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    await open(location, 'one');
    const before = readFileSync(snapshotOf(location), 'latin1');
    expect(await answersOf(await open(location, 'two'))).toEqual(await answersOf(await open(location, 'two')));
    expect(readFileSync(snapshotOf(location), 'latin1')).not.toBe(before);
    renameSync(join(repository.root, 'deployment'), join(repository.root, 'plans'));
    const view = await open({ ...location, folder: 'plans' }, 'two');
    expect(view.files()).toContain('plans/tasks/A.yaml');
  });

  it('of another worktree is not believed', async () => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    repository.git('worktree', 'add', '-q', '../other', '-b', 'other');
    const other = repository.at(join(repository.root, '../other'));
    other.write('deployment/tasks/A.yaml', 'id: A\ntask: other\n');
    const there = await other.location();
    await open(location);
    cpSync(cacheOf(location), cacheOf(there), { recursive: true });
    expect((await open(there)).task('A')?.title).toBe('other');
  });

  it('of the main worktree spares a linked one what has the same bytes, and nothing else', async () => {
    const repository = makeRepository({ files: { ...FILES, 'deployment/tasks/A.yaml': 'id: A\ntask: same bytes\n', 'deployment/tasks/B.yaml': 'id: B\ntask: main bytes\n' } });
    const location = await repository.location();
    repository.git('worktree', 'add', '-q', '../linked', '-b', 'linked');
    const linked = repository.at(join(repository.root, '../linked'));
    linked.write('deployment/tasks/B.yaml', 'id: B\ntask: own bytes!\n');
    linked.write('deployment/tasks/C.yaml', 'id: C\ntask: main bytes\n');
    await open(location);
    // What is found kept shows by what was never in a file.
    const kept = readFileSync(snapshotOf(location), 'latin1');
    writeFileSync(snapshotOf(location), kept.replaceAll('same bytes', 'kept bytes').replaceAll('main bytes', 'kept bytes'), 'latin1');
    const view = await open(await linked.location());
    expect(['A', 'B', 'C'].map((id) => view.task(id)?.title)).toEqual(['kept bytes', 'own bytes!', 'main bytes']);
  });
});

describe('files of odd kinds', () => {
  const odd: readonly (readonly [string, (repository: TestRepository) => void, readonly string[]])[] = [
    ['a link', ({ root }) => symlinkSync('A.yaml', join(root, 'deployment/tasks/L.yaml')), ['deployment/tasks/L.yaml: stray-file symlink']],
    ['a link that leads nowhere', ({ root }) => symlinkSync('/nowhere', join(root, 'deployment/tasks/L.yaml')), ['deployment/tasks/L.yaml: stray-file symlink']],
    ['a folder named like a file', ({ root }) => mkdirSync(join(root, 'deployment/tasks/F.yaml')), ['deployment/tasks/F.yaml: stray-file folder']],
    ['a pipe', ({ root }) => execFileSync('mkfifo', [join(root, 'deployment/tasks/P.yaml')]), ['deployment/tasks/P.yaml: stray-file unreadable']],
    ['a name that is no UTF-8', ({ root }) => writeFileSync(Buffer.concat([Buffer.from(join(root, 'deployment/tasks/')), Buffer.from([0xff]), Buffer.from('.yaml')]), 'id: C\ntask: t\n'), ['deployment/tasks/\ufffd.yaml: stray-file unreadable']],
    ['bytes that are no UTF-8', ({ root }) => writeFileSync(join(root, 'deployment/tasks/C.yaml'), Buffer.from([0x69, 0xff])), ['deployment/tasks/C.yaml: not-utf8']],
    ['a NUL', ({ root }) => writeFileSync(join(root, 'deployment/tasks/C.yaml'), 'id: C\0\n'), ['deployment/tasks/C.yaml: not-utf8']],
    ['too many bytes', ({ root }) => writeFileSync(join(root, 'deployment/tasks/C.yaml'), `#${'x'.repeat(MAX_BYTES)}\n`), ['deployment/tasks/C.yaml: file-too-large']],
    ['as many bytes as may be', ({ root }) => writeFileSync(join(root, 'deployment/tasks/C.yaml'), `id: C\ntask: t\n#${'x'.repeat(MAX_BYTES - 16)}\n`), []],
  ];

  it.each(odd)('%s is told of, again from the cache, and no longer when it is gone', async (_, make, problems) => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    expect(told(await open(location))).toEqual([]);
    make(repository);
    for (let times = 0; times < 2; times++) {
      const view = await open(location);
      expect(told(view)).toEqual(problems);
      expect(view.task('A')?.title).toBe('one');
    }
    execFileSync('find', [join(repository.root, 'deployment/tasks'), '-mindepth', '1', '!', '-name', '[AB].yaml', '-delete']);
    expect(told(await open(location))).toEqual([]);
  });

  it('a folder in place of coord.yaml is told of', async () => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    rmSync(join(repository.root, 'deployment/coord.yaml'));
    mkdirSync(join(repository.root, 'deployment/coord.yaml'));
    expect(told(await open(location))).toEqual(['deployment/coord.yaml: stray-file unreadable']);
  });

  it('a folder of records that is a link, or lies behind one, is not followed', async () => {
    const repository = makeRepository({ files: { ...FILES, 'deployment/status/blockers/b.md': '---\ntask: A\nneeded: an answer\n---\n' } });
    const location = await repository.location();
    expect((await open(location)).survey.blockers).toHaveLength(1);
    for (const folder of ['status', 'tasks']) {
      renameSync(join(repository.root, 'deployment', folder), join(repository.root, `away-${folder}`));
      symlinkSync(join(repository.root, `away-${folder}`), join(repository.root, 'deployment', folder));
    }
    const view = await open(location);
    expect(view.survey.blockers).toEqual([]);
    expect(view.ids()).toEqual([]);
    expect(told(view)).toEqual(['deployment/status: stray-file symlink', 'deployment/tasks: stray-file symlink']);
    repository.git('add', '-A');
    const staged = await createStore(location, 'test').openStaged();
    expect(staged.ok && staged.value.staged.problems.map(({ code, place }) => `${place.file}: ${code}`)).toEqual(['deployment/status: stray-file', 'deployment/tasks: stray-file']);
  });

  it('a workspace that is itself a link is none', async () => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    renameSync(join(repository.root, 'deployment'), join(repository.root, 'away'));
    symlinkSync('away', join(repository.root, 'deployment'));
    expect(await createStore(location, 'test').open()).toMatchObject({ ok: false, refusal: { code: 'no-workspace' } });
  });

  it('names beyond ASCII, and CRLF, are read as they are', async () => {
    const repository = makeRepository({ files: { ...FILES, 'deployment/tasks/\u00fc \u{1f600}\n.yaml': 'id: C\r\ntask: "\u00e9"\r\nnotes: |\r\n  a\r\n  b\r\n', 'deployment/tasks/\uff01.yaml': 'id: D\ntask: t\n' } });
    const location = await repository.location();
    for (const few of [0, Infinity]) {
      const opened = await createStore(location, 'test', { ...later, few }).open();
      expect(opened.ok && [opened.value.task('C')?.title, opened.value.task('C')?.notes, opened.value.task('d')?.id]).toEqual(['\u00e9', 'a\nb\n', 'D']);
    }
  });
});

describe('states that were read', () => {
  it('are compared the same way where the objects of git are named by SHA-256', async () => {
    const repository = makeRepository({ empty: true });
    rmSync(join(repository.root, '.git'), { recursive: true });
    repository.git('init', '-q', '-b', 'main', '--object-format=sha256');
    for (const [path, text] of Object.entries(FILES)) repository.write(path, text);
    repository.commit();
    const location = await repository.location();
    for (const title of ['one', 'fourth', 'seventeenth']) {
      repository.write('deployment/tasks/A.yaml', `id: A\ntask: ${title} and more than before ${'x'.repeat(title.length)}\n`);
      for (const few of [0, Infinity, 0]) {
        const opened = await createStore(location, 'test', { ...later, few }).open();
        expect(opened.ok && opened.value.task('A')?.title).toMatch(new RegExp(`^${title} `));
      }
    }
  });

  it('are kept nowhere, and answered all the same, where nothing can be written', async () => {
    const repository = makeRepository({ files: FILES });
    const location = await repository.location();
    writeFileSync(join(location.gitDir, 'coord'), 'in the way');
    expect((await open(location)).task('A')?.title).toBe('one');
    expect((await open(location)).task('A')?.title).toBe('one');
    expect(existsSync(cacheOf(location))).toBe(false);
  });
});
