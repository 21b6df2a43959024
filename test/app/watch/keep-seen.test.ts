import { expect, it } from 'vitest';
import { keepSeen } from '../../../src/app/watch/keep-seen.ts';
import { done, refused } from '../../../src/core/problem/refusal.ts';
import type { Standing } from '../../../src/core/watch/standing.ts';
import type { WatchTrouble } from '../../../src/core/watch/trouble.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import { standingAt } from '../../support/standings.ts';

const AT = '2026-03-02T09:00:00Z';
const SEEN = standingAt({ at: AT, files: {} });
const NO = refused('not-writable', { path: '.git/coord/watched.json', reason: 'the disk is full' });

function keeping() {
  const disk = { isFull: false };
  const kept: Standing[] = [];
  const troubles: WatchTrouble[] = [];
  const ports = memoryPorts({ files: {} });
  const watching = { ...ports.watching, keep: (standing: Standing) => Promise.resolve(disk.isFull ? NO : done(void kept.push(standing))) };
  const keeper = keepSeen({ ...ports, watching }, (trouble) => void troubles.push(trouble));
  return { disk, kept, troubles, outdate: () => keeper.outdate(), keepAt: (seconds: number) => keeper.keep(Date.parse(AT) + seconds * 1000, () => SEEN) };
}

it('is kept at once where something happened, else once a minute', async () => {
  const { kept, keepAt, outdate } = keeping();
  for (const second of [0, 2, 58]) await keepAt(second);
  expect(kept).toHaveLength(1);
  outdate();
  await keepAt(59);
  expect(kept).toHaveLength(2);
  for (const second of [61, 118, 119, 120]) await keepAt(second);
  expect(kept).toHaveLength(3);
});

it('a disk that says no is told once, until it said yes in between', async () => {
  const { disk, troubles, keepAt, outdate } = keeping();
  for (const [second, isFull] of [[0, true], [2, true], [4, false], [6, true]] as const) {
    disk.isFull = isFull;
    outdate();
    await keepAt(second);
  }
  expect(troubles).toEqual([{ trouble: 'not-kept', refusal: NO.ok ? null : NO.refusal }, { trouble: 'not-kept', refusal: NO.ok ? null : NO.refusal }]);
});
