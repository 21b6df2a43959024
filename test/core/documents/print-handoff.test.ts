import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handoffName, newHandoffFile } from '../../../src/core/documents/handoff-name.ts';
import { printHandoff } from '../../../src/core/documents/print-handoff.ts';
import type { NewHandoff } from '../../../src/core/documents/print-handoff.ts';
import { readFrontMatter } from '../../../src/core/documents/front-matter.ts';
import { readSimpleYaml } from '../../../src/core/documents/read-simple-yaml.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { newHandoffs } from '../../support/arbitrary-handoffs.ts';

test('a printed handoff reads back as it was', () => {
  fc.assert(
    fc.property(newHandoffs, (handoff) => {
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
  const ordinary = fc.tuple(newHandoffs, named).map(([handoff, names]) => ({ ...handoff, ...names, base: null, head: 'a3f1', tree: null }));
  fc.assert(fc.property(ordinary, (handoff) => readSimpleYaml(readFrontMatter(printHandoff(handoff), 'h.md').yaml) !== undefined));
});
