import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOutlet } from '../../src/adapters/outlet.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coord-outlet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a file from where the command was typed, makes its folder, and leaves nothing beside it', async () => {
  const outlet = createOutlet(folder);
  expect(await outlet.write('out/report.html', 'one\n')).toEqual({ ok: true, value: join(folder, 'out/report.html') });
  chmodSync(join(folder, 'out/report.html'), 0o640);
  await outlet.write(join(folder, 'out/report.html'), 'two\n');
  expect([readFileSync(join(folder, 'out/report.html'), 'utf8'), statSync(join(folder, 'out/report.html')).mode & 0o777, readdirSync(join(folder, 'out'))]).toEqual(['two\n', 0o640, ['report.html']]);
});

it.each([
  ['.', 'it is a folder'],
  ['/dev/null', 'it is no ordinary file'],
  ['link', 'it is a symbolic link'],
  ['circle/report', 'its links lead round in a circle'],
  ['w'.repeat(300), 'its name is too long'],
  ...(process.platform === 'linux' ? [['/proc/coord-report', 'no file can be made there']] : []),
  ['file/below', 'a part of its path is a file'],
])('says why %s cannot be written', async (typed, reason) => {
  writeFileSync(join(folder, 'file'), 'mine');
  symlinkSync('file', join(folder, 'link'));
  symlinkSync('circle', join(folder, 'circle'));
  expect(await createOutlet(folder).write(typed, 'report')).toMatchObject({ ok: false, refusal: { code: 'not-writable', facts: { reason } } });
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
});
