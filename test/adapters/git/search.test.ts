import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, search } from '../../../src/adapters/git/search.ts';
import { done } from '../../../src/core/problem/refusal.ts';
import { makeFolder, makeRepository } from '../../support/repository.ts';

const FILES = { '.gitignore': 'left-out/\n', 'src/a.ts': 'one\ntwo (2)\n', 'src/ü b.ts': 'two\n', 'docs/x.md': 'two\n' };

function place() {
  const made = makeRepository({ files: FILES });
  made.write('src/new.ts', 'two too\n');
  made.write('left-out/b.ts', 'two\n');
  made.write('src/picture.bin', '\0two\n');
  return made;
}

test('files are found as they are now, new ones too, but for ignored ones', async () => {
  const location = await place().location();
  expect(await filesBelow(location, 'src')).toEqual(['src/a.ts', 'src/new.ts', 'src/picture.bin', 'src/ü b.ts']);
  expect(await filesBelow(location, '')).toHaveLength(6);
  expect(await filesBelow(location, 'none')).toEqual([]);
  expect(await filesBelow(location, '*')).toEqual([]);
});

test('lines are found by what they match, below a folder', async () => {
  const location = await place().location();
  expect(await search(location, '^two|x{9}', 'src')).toEqual(done(['src/a.ts:2:two (2)', 'src/new.ts:1:two too', 'src/ü b.ts:1:two']));
  expect(await search(location, 'nowhere', '')).toEqual(done([]));
  expect(await search(location, '--help', '')).toEqual(done([]));
});

test('what is no regular expression is told as such', async () => {
  const location = await place().location();
  expect(await search(location, '(', '')).toMatchObject({ ok: false, refusal: { code: 'bad-pattern', facts: { pattern: '(', reason: expect.stringContaining('Unmatched') as unknown } } });
});

test('nothing beyond a link is found', async () => {
  const made = place();
  const outside = makeRepository({ files: { 'secret.txt': 'two\n' } });
  symlinkSync(outside.root, join(made.root, 'src/link'));
  symlinkSync(join(makeFolder(), 'nowhere'), join(made.root, 'src/broken'));
  const location = await made.location();
  expect((await search(location, 'two', 'src')).ok).toBe(true);
  expect(JSON.stringify([await search(location, 'two', 'src'), await filesBelow(location, 'src')])).not.toContain('secret');
});
