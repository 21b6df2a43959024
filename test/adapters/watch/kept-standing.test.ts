/** What a watcher saw is there for the next one, whole or not at all. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepStanding, keptStanding } from '../../../src/adapters/watch/kept-standing.ts';
import { realPorts } from '../../support/real-ports.ts';
import { makeRepository } from '../../support/repository.ts';
import { standingAt } from '../../support/standings.ts';

const TASKS = Array.from({ length: 1201 }, (_, at) => [`tasks/T-${at}.yaml`, `id: T-${at}\ntask: Do it\nagent: frontend\n`] as const);
const SEEN = standingAt({ at: '2026-03-02T09:00:00Z', files: { 'coord.yaml': 'protocol: 1\nteam: { frontend: {} }\n', ...Object.fromEntries(TASKS) } });

async function aPlace() {
  const { location } = await realPorts(makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n' } }));
  const folder = join(location.gitDir, 'coord');
  return { location, folder, path: join(folder, 'watched.json') };
}

it('is kept and found again, and nothing else is left there', async () => {
  const { location, folder } = await aPlace();
  expect(keptStanding(location)).toBeNull();
  expect(await keepStanding(location, SEEN)).toEqual({ ok: true, value: undefined });
  expect(keptStanding(location)).toEqual(SEEN);
  expect(readdirSync(folder)).toEqual(['watched.json']);
  expect(keptStanding({ ...location, folder: 'other' })).toBeNull();
});

it('counts for nothing where its end or a line of it is missing', async () => {
  const { location, path } = await aPlace();
  await keepStanding(location, SEEN);
  const { length } = readFileSync(path);
  for (const size of [length - 2, length >> 1, 10, 0]) {
    truncateSync(path, size);
    expect(keptStanding(location), String(size)).toBeNull();
  }
  appendFileSync(path, 'no JSON\n');
  expect(keptStanding(location)).toBeNull();
});

it('a disk that says no is told, and nothing half written is left', async () => {
  const { location, folder, path } = await aPlace();
  await keepStanding(location, SEEN);
  rmSync(path);
  mkdirSync(join(path, 'full'), { recursive: true });
  expect(await keepStanding(location, SEEN)).toMatchObject({ ok: false, refusal: { code: 'not-writable' } });
  expect(readdirSync(folder)).toEqual(['watched.json']);
});
