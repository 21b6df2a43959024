/** Any Markdown is read without a crash, and what is made of it is a workspace without errors. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFaults } from '../../../support/import-faults.ts';
import { mutatedPlan } from '../../../support/mutated-plan.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/plans');
const PLANS = readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(FOLDER, name), 'utf8'));

test('plans with lines lost, doubled, moved and broken', { timeout: 3_000_000 }, () => {
  fc.assert(fc.property(mutatedPlan(PLANS), (text) => { expect(importFaults(text)).toEqual([]); }), { numRuns: Number(process.env['COORD_IMPORT_RUNS'] ?? 2000) });
});

test('any text', { timeout: 300_000 }, () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => { expect(importFaults(text)).toEqual([]); }), { numRuns: 500 });
});
