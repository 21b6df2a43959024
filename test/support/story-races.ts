/** The races of bench/, small enough for every test run; COORD_RACES=full takes the numbers that are promised. */
import { expect } from 'vitest';
import type { Figures } from '../../bench/races/claim-race.mjs';
import { BINARY } from './coord-binary.ts';
import { makeFolder } from './repository.ts';

/** Given with COORD_SEED to run the same again. */
const seed = Number(process.env['COORD_SEED'] ?? Math.floor(Math.random() * 1_000_000));

export const isFull = process.env['COORD_RACES'] === 'full';

export async function expectNoFault(race: (place: string, plan: { readonly coord: string; readonly seed: number }) => Promise<Figures>): Promise<void> {
  const { faults } = await race(makeFolder(), { coord: BINARY, seed });
  expect(faults, `COORD_SEED=${seed}`).toEqual([]);
}
