import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handoffName, newHandoffFile } from '../../../src/core/documents/handoff-name.ts';
import { printHandoff } from '../../../src/core/documents/print-handoff.ts';
import type { NewHandoff } from '../../../src/core/documents/print-handoff.ts';
import { readFrontMatter } from '../../../src/core/documents/front-matter.ts';
import { readSimpleYaml } from '../../../src/core/documents/read-simple-yaml.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';

const text = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('yes', '2025-08-12', '1:30', '- x', '"', '# no', 'a: b', '---', '~', '0x1f', '*x', '&a')).filter((value) => !/[\[<{].*[\]>}]/.test(value) && value.trim() === value);
const list = fc.array(text, { maxLength: 3 });
const hex = fc.constantFrom('0123456789abcdef0123456789abcdef01234567', '1234567890123456789012345678901234567890', '1e10000000000000000000000000000000000000');

const handoffs: fc.Arbitrary<NewHandoff> = fc.record({
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
  verification: fc.array(fc.record({ name: text, command: fc.option(text), exitCode: fc.integer({ min: 0, max: 255 }), at: fc.option(fc.constant('2025-08-12T12:00:00Z')) }), { maxLength: 2 }),
  ruledOut: list,
  acknowledged: fc.constant(null),
  notes: fc.constantFrom('', 'One line.', 'Two\n\n---\n\nparts: [x]'),
});

test('a printed handoff reads back as it was', () => {
  fc.assert(
    fc.property(handoffs, (handoff) => {
      const read = readFile('deployment/handoffs/h.md', printHandoff(handoff), 'deployment');
      expect(read.problems).toEqual([]);
      expect(read.handoff).toEqual({ ...handoff, place: expect.anything() as unknown });
    }),
  );
});

test('empty fields are there all the same, and nothing ends in a blank', () => {
  const empty: NewHandoff = {
    from: 'frontend', to: null, timestamp: null, task: null, completed: [], ready: [], blockers: [], nextSteps: [], artifacts: [], base: null, head: null, branch: null, tree: null,
    token: null, nonce: null, verification: [], ruledOut: [], acknowledged: null, notes: '',
  };
  expect(printHandoff(empty)).toBe(`---
from_agent: frontend
to_agent:
timestamp:
task:
task_completed: []
dependencies_ready: []
blockers: []
next_steps: []
artifacts: []
base:
head:
branch:
tree:
token:
nonce:
verification: []
ruled_out: []
acknowledged:
---
`);
});

test('names are safe as files', () => {
  const file = newHandoffFile('2025-08-12', 'Ops / Team', 'FIX-001', '3f2a');
  expect(file).toBe('handoffs/2025-08-12-Ops-Team-FIX-001-3f2a-handoff.md');
  expect(handoffName(`deployment/${file}`)).toBe('2025-08-12-Ops-Team-FIX-001-3f2a');
  expect(handoffName('deployment/handoffs/monday.md')).toBe('monday');
});

test('a handoff of ordinary texts is simple enough for the quick reader', () => {
  const words = fc.array(fc.constantFrom('the', 'API', 'works:', 'see', 'docs/api.md', '-', '"so"', '#4', "it's", '100%'), { minLength: 1, maxLength: 30 }).map((found) => found.join(' '));
  const texts = fc.array(words, { maxLength: 3 });
  const artifacts = fc.array(fc.record({ path: fc.constant('docs/api.md'), description: words, blob: fc.constant(null) }), { maxLength: 2 });
  const verification = fc.constant([{ name: 'test', command: 'npm test', exitCode: 0, at: '2025-08-12T12:00:00Z' }]);
  const named = fc.record({ from: words, to: words, task: words, branch: words, completed: texts, ready: texts, blockers: texts, nextSteps: texts, ruledOut: texts, artifacts, verification });
  const ordinary = fc.tuple(handoffs, named).map(([handoff, names]) => ({ ...handoff, ...names, base: null, head: 'a3f1', tree: null }));
  fc.assert(fc.property(ordinary, (handoff) => readSimpleYaml(readFrontMatter(printHandoff(handoff), 'h.md').yaml) !== undefined));
});
