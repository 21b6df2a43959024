import { it } from 'vitest';
import { raceWriters } from '../../bench/races/write-race.mjs';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;

it('32 write in one work tree and 8 in linked ones: nothing that was acknowledged is lost', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => raceWriters(place, { ...plan, writers: 32, linked: 8, operations: isFull ? 1000 : 80 }));
});
