/** A numbered list at the end, under words that tell of a last phase. */
import { expect, test } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

const WORK = '# Garden\n\n## Phase 1: Pond\n\n- [ ] Dig\n- [ ] Fill\n';
const closing = (heading: string, words: string): readonly string[] => Object.keys(readPlan(`${WORK}\n## ${heading}\n\n${words}\n\n1. Plant the banks\n2. Open the gate\n`).tasks).slice(2);

test.each([
  ['Opening', 'When the pond is full, a last phase will:'],
  ['Eröffnung', 'Wenn der Teich voll ist, folgt eine letzte Etappe:'],
  ['開園', '池ができたら、最後の段階で次を行う：'],
])('is work: %s', (heading, words) => {
  expect(closing(heading, words)).toEqual(['Plant the banks', 'Open the gate']);
});

test.each([
  ['Opening', 'When the pond is full, people may:'],
  ['Opening', 'A last phase follows.'],
  ['Success criteria', 'The last phase has gone well when:'],
])('is none: %s, %s', (heading, words) => {
  expect(closing(heading, words)).toEqual([]);
});

test('is none where nothing else in the plan is work', () => {
  expect(readPlan('# Notes\n\n## Ponds\n\nEach phase of a pond:\n\n1. Fills\n2. Dries\n').tasks).toEqual({});
});
