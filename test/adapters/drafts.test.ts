/** Files, standard input and a real editor, run as git runs it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDrafts } from '../../src/adapters/drafts.ts';
import type { Desk } from '../../src/adapters/drafts.ts';
import type { Drafts } from '../../src/app/ports.ts';
import { MAX_BYTES } from '../../src/core/documents/limits.ts';
import { makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const draftsOf = async (repository: TestRepository, desk: Partial<Desk> = {}): Promise<Drafts> =>
  createDrafts(await repository.location(), { cwd: repository.root, stdin: Readable.from([]), isTerminal: true, ...desk });

const unreadable = (source: string, reason: string) => ({ ok: false, refusal: { code: 'draft-unreadable', facts: { source, reason } } });

describe('a draft is read', () => {
  test('from a file, as seen from where the command was typed', async () => {
    const repository = makeRepository({ files: { 'sub/notes.md': 'Mind the cache: Über.\n' } });
    expect(await (await draftsOf(repository, { cwd: join(repository.root, 'sub') })).read('notes.md')).toEqual({ ok: true, value: 'Mind the cache: Über.\n' });
    expect(await (await draftsOf(repository)).read(join(repository.root, 'sub/notes.md'))).toMatchObject({ ok: true });
  });

  test('from standard input, however it is cut', async () => {
    const stdin = Readable.from([Buffer.from('a \u00dc').subarray(0, 3), Buffer.from('a \u00dc').subarray(3)]);
    expect(await (await draftsOf(makeRepository(), { stdin })).read('-')).toEqual({ ok: true, value: 'a Ü' });
  });

  test('no further than a record may be long, however much there is', async () => {
    const endless = Readable.from((function* () {
      for (;;) yield Buffer.alloc(65_536, 97);
    })());
    expect(await (await draftsOf(makeRepository(), { stdin: endless })).read('-')).toEqual(unreadable('-', `it has more than ${MAX_BYTES / 1024} KiB`));
    expect(endless.destroyed).toBe(true);
  });

  test('or it is said why not', async () => {
    const repository = makeRepository({ files: { 'sub/x': '' } });
    const drafts = await draftsOf(repository, { stdin: Readable.from([Buffer.from([0xff])]) });
    expect(await drafts.read('gone.md')).toEqual(unreadable('gone.md', 'there is no such file'));
    expect(await drafts.read('sub')).toEqual(unreadable('sub', 'it is a folder'));
    expect(await drafts.read('-')).toEqual(unreadable('-', 'it is not UTF-8 text'));
  });
});

describe('a draft is edited', () => {
  const leftIn = async (repository: TestRepository): Promise<string[]> => readdirSync(join((await repository.location()).gitDir, 'coord')).filter((name) => name.startsWith('draft-'));

  test('in the editor of git, whose setting is a line for the shell; it stays until it is dropped', async () => {
    const repository = makeRepository();
    vi.stubEnv('GIT_EDITOR', 'printf "%s\\n" changed "and more" >>');
    const drafts = await draftsOf(repository);
    const edited = await drafts.edit('first\n');
    expect(edited).toMatchObject({ ok: true, value: { text: 'first\nchanged\nand more\n' } });
    const path = edited.ok ? edited.value.path : '';
    expect(readFileSync(path, 'utf8')).toBe('first\nchanged\nand more\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await drafts.drop(path);
    expect(existsSync(path)).toBe(false);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('that git finds in its settings where the environment names none', async () => {
    const repository = makeRepository();
    for (const name of ['GIT_EDITOR', 'VISUAL', 'EDITOR']) vi.stubEnv(name, undefined);
    repository.git('config', 'core.editor', 'sed -i s/first/second/');
    expect(await (await draftsOf(repository)).edit('first\n')).toMatchObject({ ok: true, value: { text: 'second\n' } });
  });

  test('unless there is none, no terminal, or it fails: then the text is kept', async () => {
    const repository = makeRepository();
    expect(await (await draftsOf(repository, { isTerminal: false })).edit('x')).toEqual({ ok: false, refusal: { code: 'no-terminal', facts: {} } });
    vi.stubEnv('GIT_EDITOR', 'exit 3; :');
    const failed = await (await draftsOf(repository)).edit('x');
    const kept = join((await repository.location()).gitDir, 'coord', (await leftIn(repository))[0] ?? '');
    expect(failed).toEqual({ ok: false, refusal: { code: 'editor-failed', facts: { editor: 'exit 3; :', reason: 'it ended with exit code 3', kept } } });
    for (const name of ['GIT_EDITOR', 'VISUAL', 'EDITOR']) vi.stubEnv(name, undefined);
    vi.stubEnv('TERM', 'dumb');
    expect(await (await draftsOf(makeRepository())).edit('x')).toMatchObject({ ok: false, refusal: { code: 'editor-failed', facts: { editor: null, kept: null } } });
  });

  test('and an emptied one means to write nothing', async () => {
    const repository = makeRepository();
    vi.stubEnv('GIT_EDITOR', 'cp /dev/null');
    expect(await (await draftsOf(repository)).edit('x')).toEqual({ ok: false, refusal: { code: 'draft-empty', facts: {} } });
    expect(await leftIn(repository)).toEqual([]);
  });
});
