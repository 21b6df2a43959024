import { it } from 'vitest';
import { raceForClaims } from '../../bench/races/claim-race.mjs';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;

it('16 processes claim the same tasks: one winner each, and tokens only rise', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => raceForClaims(place, { ...plan, claimants: 16, tasks: isFull ? 50 : 4 }));
});
