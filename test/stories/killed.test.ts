import { it } from 'vitest';
import { killWriters } from '../../bench/races/kill-race.mjs';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;

it('killed at any moment of any verb that writes, it leaves whole files and needs no repair', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => killWriters(place, { ...plan, kills: isFull ? 500 : 16 }));
});
