import { it } from 'vitest';
import { raceMixed } from '../../bench/races/mixed-race.mjs';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;
const OPERATIONS = isFull ? 10_000 : 60;

it('32 do everything at once in one work tree: nothing that was acknowledged is lost', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => raceMixed(place, { ...plan, workers: 32, clones: 0, operations: OPERATIONS }));
});

it('8 clones do everything at once through a slow remote: nothing that was acknowledged is lost', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => raceMixed(place, { ...plan, workers: 8, clones: 8, operations: OPERATIONS }));
});
