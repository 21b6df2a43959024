import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONFLICT_MARKER, findConflictMarker } from '../../../src/core/documents/conflict-sides.ts';

it('finds the marker that looking at every line finds', () => {
  const pieces = fc.array(fc.constantFrom('<<<<<<<', '>>>>>>>', '|||||||', '=======', '<', ' ours', '\t', '\n', '\r\n', 'a'), { maxLength: 8 });
  let found = 0;
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const marker = findConflictMarker(text);
      expect(marker?.index).toBe(CONFLICT_MARKER.exec(text)?.index);
      if (marker !== null) found++;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(50);
});
