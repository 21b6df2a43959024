/** The races of shared claims, through a real bare repository. */
import { it } from 'vitest';
import { raceForClaims } from '../../bench/races/claim-race.mjs';
import { killWriters } from '../../bench/races/kill-race.mjs';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;

it('16 processes in 8 clones claim the same tasks: one winner each, and tokens only rise', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => raceForClaims(place, { ...plan, claimants: isFull ? 16 : 6, clones: isFull ? 8 : 3, tasks: isFull ? 1000 : 2 }));
});

it('killed at any moment of any verb that writes, the next command goes on where the remote stands', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => killWriters(place, { ...plan, kills: isFull ? 500 : 9, shared: true }));
});
