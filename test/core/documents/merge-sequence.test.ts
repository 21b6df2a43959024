import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSequence, mergedSequence } from '../../../src/core/documents/merge-sequence.ts';
import { runs } from '../../support/arbitrary-runs.ts';

const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 12 });
const versions = fc.record({ base: items, ours: items, theirs: items });

const lettersOf = (text: string): readonly string[] => text.split(/(?=.)/);
const sideOf = (chunks: ReturnType<typeof mergeSequence>, side: 'ours' | 'theirs'): readonly string[] => chunks.flatMap((chunk) => ('agreed' in chunk ? chunk.agreed : chunk[side]));
const mirrored = (chunks: ReturnType<typeof mergeSequence>): unknown => chunks.map((chunk) => ('agreed' in chunk ? chunk : { ours: chunk.theirs, theirs: chunk.ours }));

describe('a merge of sequences', () => {
  it('is what one side made of it, where the other made nothing or the same', () => {
    const property = fc.property(items, items, (base, ours) => {
      expect(mergedSequence({ base, ours, theirs: base })).toEqual(ours);
      expect(mergedSequence({ base, ours: base, theirs: ours })).toEqual(ours);
      expect(mergedSequence({ base, ours, theirs: ours })).toEqual(ours);
    });
    fc.assert(property, { numRuns: runs(1000) });
  });

  it('is the same from either side, and lets nothing that a side added get lost', () => {
    const property = fc.property(versions, ({ base, ours, theirs }) => {
      const chunks = mergeSequence({ base, ours, theirs });
      expect(mirrored(mergeSequence({ base, ours: theirs, theirs: ours }))).toEqual(chunks);
      for (const item of new Set(ours)) if (!base.includes(item)) expect(sideOf(chunks, 'ours')).toContain(item);
      for (const item of new Set(theirs)) if (!base.includes(item)) expect(sideOf(chunks, 'theirs')).toContain(item);
    });
    fc.assert(property, { numRuns: runs(1000) });
  });

  it('takes changes that do not touch from both sides', () => {
    expect(mergedSequence({ base: lettersOf('abcdefg'), ours: lettersOf('xbcdefg'), theirs: lettersOf('abcdey') })).toEqual(lettersOf('xbcdey'));
    expect(mergedSequence({ base: lettersOf('abc'), ours: lettersOf('axbc'), theirs: lettersOf('abyc') })).toEqual(lettersOf('axbyc'));
  });

  it.each([
    ['the same stretch', 'abc', 'axc', 'ayc'],
    ['stretches that touch', 'abcd', 'axcd', 'abyd'],
    ['the same place', 'ab', 'axb', 'ayb'],
    ['what the other removed', 'abc', 'axc', 'ac'],
  ])('leaves changes of %s to decide', (_, base, ours, theirs) => {
    expect(mergedSequence({ base: lettersOf(base), ours: lettersOf(ours), theirs: lettersOf(theirs) })).toBeNull();
  });

  it('takes any length', () => {
    const long = Array.from({ length: 100_000 }, (_, at) => String(at));
    expect(mergedSequence({ base: long, ours: ['first', ...long], theirs: [...long, 'last'] })).toHaveLength(100_002);
    const same = Array.from({ length: 100_000 }, () => 'same');
    expect(mergedSequence({ base: same, ours: [...same, 'last'], theirs: same })).toHaveLength(100_001);
    expect(mergedSequence({ base: long, ours: [...long].reverse(), theirs: long })).toHaveLength(100_000);
  });
});
