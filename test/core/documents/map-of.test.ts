import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapOf } from '../../../src/core/documents/map-of.ts';

it('is the map that giving it one name after the other makes, whatever was made before', () => {
  const names = fc.constantFrom(...Array.from({ length: 30 }, (_, at) => (at % 5 === 0 ? String(at) : `n${at}`)));
  const lists = fc.uniqueArray(names, { maxLength: 30 });
  let twice = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(lists, fc.array(names, { maxLength: 20 })), fc.integer()), { maxLength: 4 }), (makings) => {
      for (const [given, first] of [...makings, ...makings]) {
        const values = given.map((_, at) => first + at);
        const plain: Record<string, number> = {};
        given.forEach((name, at) => (plain[name] = first + at));
        const isOnce = new Set(given).size === given.length;
        if (!isOnce) twice++;
        expect(JSON.stringify(mapOf(given, values))).toBe(isOnce ? JSON.stringify(plain) : 'null');
      }
    }),
    { numRuns: 300 },
  );
  expect(twice).toBeGreaterThan(20);
});
