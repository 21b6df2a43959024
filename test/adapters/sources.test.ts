/** What is handed in to be imported, as it lies on a disk. */
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSources } from '../../src/adapters/sources.ts';
import { makeFolder } from '../support/repository.ts';

const PLAN = '- [ ] Größe ändern\n';

async function read(make: (path: string) => void): Promise<unknown> {
  const folder = makeFolder();
  make(join(folder, 'PLAN.md'));
  const answer = await createSources(folder, folder).read('PLAN.md', ['.md']);
  return answer.ok ? answer.value.map(({ text }) => text) : answer.refusal.facts;
}

const written = (bytes: Uint8Array | string) => (path: string) => writeFileSync(path, bytes);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each([
  ['UTF-8', written(PLAN)],
  ['UTF-8 with a byte-order mark', written(`\uFEFF${PLAN}`)],
  ['UTF-16', written(utf16(PLAN))],
  ['UTF-16, the other way round', written(utf16(PLAN).swap16())],
])('reads %s', async (_, make) => {
  expect(await read(make)).toEqual([PLAN]);
});

test.each<readonly [what: string, make: (path: string) => void, reason: string]>([
  ['a file in another encoding', written(Buffer.from(`- [ ] Dig\n${PLAN}`, 'latin1')), 'it is not in UTF-8 (line 2): save it in that encoding'],
  ['half a sign of UTF-16', written(utf16(PLAN).subarray(0, -1)), 'it is broken UTF-16'],
  ['bytes that are no text', written('GIF89a\0\0\u0001'), 'it is no text'],
  ['a pipe that nobody writes to', (path) => void execFileSync('mkfifo', [path]), 'it is a pipe or a device, and no file'],
  ['a device that never ends', (path) => symlinkSync('/dev/zero', path), 'it is a pipe or a device, and no file'],
  ['a link to itself', (path) => symlinkSync('PLAN.md', path), 'it is a link that leads in a circle'],
])('refuses %s', async (_, make, reason) => {
  expect(await read(make)).toEqual({ source: 'PLAN.md', reason });
});
