/** Handoffs with texts that YAML likes to misread. */
import fc from 'fast-check';
import type { NewHandoff } from '../../src/core/documents/print-handoff.ts';

const text = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('yes', '2025-08-12', '1:30', '- x', '"', '# no', 'a: b', '---', '~', '0x1f', '*x', '&a')).filter((value) => !/[\[<{].*[\]>}]/.test(value) && value.trim() === value);
const list = fc.array(text, { maxLength: 3 });
const hex = fc.constantFrom('0123456789abcdef0123456789abcdef01234567', '1234567890123456789012345678901234567890', '1e10000000000000000000000000000000000000');

export const newHandoffs: fc.Arbitrary<NewHandoff> = fc.record({
  from: text,
  to: fc.option(text),
  timestamp: fc.constant('2025-08-12T12:00:00Z'),
  task: fc.option(text),
  completed: list,
  ready: list,
  blockers: list,
  nextSteps: list,
  artifacts: fc.array(fc.record({ path: fc.constantFrom('a/b.ts', 'Ж x.md', '1.0'), description: fc.option(text), blob: fc.option(hex) }), { maxLength: 2 }),
  base: fc.option(hex),
  head: fc.option(hex),
  branch: fc.option(text),
  tree: fc.option(hex),
  token: fc.option(fc.integer({ min: 1, max: 1000 })),
  nonce: fc.constant('0123456789abcdef0123456789abcdef'),
  verification: fc.array(fc.record({ name: text, command: fc.option(text), exitCode: fc.integer({ min: 0, max: 255 }), at: fc.option(fc.constant('2025-08-12T12:00:00Z')), ranChanged: fc.array(text, { minLength: 1, maxLength: 2 }) }, { requiredKeys: ['name', 'command', 'exitCode', 'at'] }), { maxLength: 2 }),
  ruledOut: list,
  acknowledged: fc.constant(null),
  notes: fc.constantFrom('', 'One line.', 'Two\n\n---\n\nparts: [x]'),
});
