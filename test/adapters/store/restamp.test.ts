import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import { makeRepository } from '../../support/repository.ts';

const HOUR = 3_600_000;
const A = 'id: A\ntask: one\n';

/** A workspace that was read, and whose cache is marked, so that what comes from it can be told from what the files say. */
async function make() {
  const start = Date.now();
  const atOnce = (): number => start;
  const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A.yaml': A, 'deployment/tasks/B.yaml': 'id: B\ntask: two\n' } });
  const location = await repository.location();
  const snapshot = join(location.gitDir, 'coord/cache/snapshot');
  const indexNamed = (): unknown => (JSON.parse(readFileSync(snapshot, 'utf8').split('\n')[0] ?? '') as { index: unknown }).index;
  const titles = async (now: () => number): Promise<readonly (string | undefined)[]> => {
    const opened = await createStore(location, 'test', { now }).open();
    return opened.ok ? ['A', 'B'].map((id) => opened.value.task(id)?.title) : [];
  };
  expect(await titles(atOnce)).toEqual(['one', 'two']);
  writeFileSync(snapshot, readFileSync(snapshot, 'utf8').replaceAll('"one"', '"ONE"'));
  return { repository, indexNamed, titles, atOnce };
}

test('what was read right after it was written is not read anew while its bytes stay, and once its times tell, they are kept', async () => {
  const { indexNamed, titles, atOnce } = await make();
  const first = indexNamed();
  expect(await titles(atOnce)).toEqual(['ONE', 'two']);
  expect(indexNamed()).toBe(first);
  expect(await titles(() => Date.now() + HOUR)).toEqual(['ONE', 'two']);
  expect(indexNamed()).not.toBe(first);
  const second = indexNamed();
  expect(await titles(() => Date.now() + HOUR)).toEqual(['ONE', 'two']);
  expect(indexNamed()).toBe(second);
});

test.each([
  ['other bytes of the same length', 'deployment/tasks/A.yaml', 'id: A\ntask: 0ne\n', ['0ne', 'two']],
  ['another file that changed', 'deployment/tasks/B.yaml', 'id: B\ntask: three\n', ['ONE', 'three']],
  ['a file that came', 'deployment/tasks/C.yaml', A.replace('A', 'C'), ['ONE', 'two']],
  ['what is no text', 'deployment/tasks/B.yaml', 'id: B\ntask: \0\n', ['ONE', undefined]],
])('read anew is only %s: what has the bytes it had is taken as it was read', async (_, file, text, expected) => {
  const { repository, titles } = await make();
  repository.write('deployment/tasks/A.yaml', A);
  repository.write(file, text);
  expect(await titles(() => Date.now() + HOUR)).toEqual(expected);
  expect(await titles(() => Date.now() + HOUR)).toEqual(expected);
});
