import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockerName, printBlocker } from '../../../src/core/documents/print-blocker.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { SEVERITIES } from '../../../src/core/model.ts';

const text = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('yes', '2025-08-12', '1:30', '- x', '"', '# no', 'a: b', '---', '~', 'two\nlines', '<<<<<<< x'));

test('a printed blocker reads back as it was', () => {
  fc.assert(
    fc.property(fc.record({ task: text, by: fc.option(text), severity: fc.constantFrom(...SEVERITIES), waitsOn: fc.option(text), needed: text, raised: fc.constant('2025-08-12T12:00:00Z') }), (blocker) => {
      const read = readFile('deployment/status/blockers/b.md', printBlocker(blocker), 'deployment');
      expect(read.problems).toEqual([]);
      expect(read.blocker).toEqual({ ...blocker, acknowledged: null, approval: null, resolved: null, resolvedBy: null, resolution: null, place: expect.anything() as unknown });
    }),
  );
});

test('every field has its line, a blank one between', () => {
  const name = blockerName('2025-08-12', 'API-001', '3f2a');
  expect(name).toBe('status/blockers/2025-08-12-API-001-3f2a.md');
  expect(printBlocker({ task: 'API-001', by: null, severity: 'P2', waitsOn: 'backend', needed: 'The fields of an order', raised: '2025-08-12' })).toBe(
    '---\ntask: API-001\n\nby:\n\nseverity: P2\n\nwaits_on: backend\n\nneeded: The fields of an order\n\nraised: "2025-08-12"\n\nacknowledged:\n\napproval:\n\nresolved:\n\nresolved_by:\n\nresolution:\n---\n',
  );
});
