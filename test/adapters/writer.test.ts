import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTextFiles } from '../../src/adapters/text-files.ts';
import { createWriter } from '../../src/adapters/writer.ts';
import { EnvironmentFailure } from '../../src/core/problem/environment-failure.ts';
import { done, refused } from '../../src/core/problem/refusal.ts';
import { makeFolder, makeRepository } from '../support/repository.ts';

async function make() {
  const repository = makeRepository();
  const writer = createWriter(await repository.location());
  const write = (path: string, text: string) => writer.write(() => Promise.resolve(done({ changes: [{ path, text }], value: 'written' })));
  return { repository, writer, write };
}

describe('the writer', () => {
  test('makes folders, writes the text, keeps the mode, leaves nothing else', async () => {
    const { repository, write } = await make();
    repository.write('deployment/tasks/A.yaml', 'old\n');
    chmodSync(join(repository.root, 'deployment/tasks/A.yaml'), 0o640);
    expect(await write('deployment/tasks/A.yaml', '\uFEFFnew Ж\r\n')).toEqual({ ok: true, value: 'written' });
    expect(await write('deployment/handoffs/x.md', 'x')).toEqual({ ok: true, value: 'written' });
    expect(repository.read('deployment/tasks/A.yaml')).toBe('\uFEFFnew Ж\r\n');
    expect(statSync(join(repository.root, 'deployment/tasks/A.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(repository.root, 'deployment/tasks'))).toEqual(['A.yaml']);
    expect(readdirSync(join(repository.root, 'deployment/handoffs'))).toEqual(['x.md']);
  });

  test('plans on the files as they are under the lock, so nothing written between is lost', async () => {
    const { repository, writer } = await make();
    const add = (line: string) =>
      writer.write(async (files) => {
        const before = (await files.read('list')) ?? '';
        await new Promise(setImmediate);
        return done({ changes: [{ path: 'list', text: `${before}${line}\n` }], value: null });
      });
    await Promise.all(Array.from({ length: 10 }, (_, at) => add(String(at))));
    expect(repository.read('list').trim().split('\n').sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  test('writes nothing when the plan refuses', async () => {
    const { repository, writer } = await make();
    const answer = await writer.write(() => Promise.resolve(refused('no-such-task', { id: 'X', nearest: [] })));
    expect(answer).toEqual({ ok: false, refusal: { code: 'no-such-task', facts: { id: 'X', nearest: [] } } });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('writes nothing at all when one of several files cannot be written', async () => {
    const { repository, writer } = await make();
    mkdirSync(join(repository.root, 'b'));
    const changes = [{ path: 'a', text: 'a' }, { path: 'README/c', text: 'c' }];
    const answer = await writer.write(() => Promise.resolve(done({ changes, value: null })));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-writable' } });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('follows no link: neither the file itself nor its folder', async () => {
    const { repository, write } = await make();
    const outside = makeFolder();
    writeFileSync(join(outside, 'secret'), 'mine');
    symlinkSync(join(outside, 'secret'), join(repository.root, 'link'));
    symlinkSync(outside, join(repository.root, 'deployment'));
    expect(await write('link', 'x')).toMatchObject({ ok: false, refusal: { code: 'edit-refused', facts: { file: 'link', reason: 'it is a symbolic link' } } });
    await expect(write('deployment/x', 'x')).rejects.toBeInstanceOf(EnvironmentFailure);
    await expect(write('../x', 'x')).rejects.toBeInstanceOf(EnvironmentFailure);
    expect(readdirSync(outside)).toEqual(['secret']);
  });

  test('sweeps what a crash left more than an hour ago, and only that', async () => {
    const { repository, write } = await make();
    for (const name of ['.coord-1-old.tmp', '.coord-1-new.tmp', '.other.tmp']) repository.write(`d/${name}`, '');
    const old = new Date(Date.now() - 3_700_000);
    for (const name of ['.coord-1-old.tmp', '.other.tmp']) utimesSync(join(repository.root, 'd', name), old, old);
    await write('d/a', 'a');
    expect(readdirSync(join(repository.root, 'd')).sort()).toEqual(['.coord-1-new.tmp', '.other.tmp', 'a']);
  });
});

describe('text files', () => {
  test('reads text as it is, lists plain files, knows what is not there', async () => {
    const repository = makeRepository({ files: { 'd/b.yaml': '\uFEFFb\r\n', 'd/a.yaml': 'a', 'd/.hidden': '', 'd/sub/c': '' } });
    const files = createTextFiles(repository.root);
    expect(await files.read('d/b.yaml')).toBe('\uFEFFb\r\n');
    expect(await files.read('d/none')).toBeNull();
    expect(await files.read('d')).toBeNull();
    expect([await files.has('d'), await files.has('d/a.yaml'), await files.has('d/z')]).toEqual([true, true, false]);
    expect(await files.list('d')).toEqual(['d/a.yaml', 'd/b.yaml']);
    expect(await files.list('none')).toEqual([]);
  });

  test('bytes that are no text are not read as text', () => {
    const repository = makeRepository();
    writeFileSync(join(repository.root, 'x'), Buffer.from([0x61, 0xff]));
    expect(() => createTextFiles(repository.root).read('x')).toThrow(EnvironmentFailure);
  });
});
