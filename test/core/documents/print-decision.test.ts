import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionFile, feedbackFile, printDecision, printFeedback } from '../../../src/core/documents/print-decision.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';

const text = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('yes', '2025-08-12', '- x', '"', '# no', 'a: b', '---', '~', 'two\nlines'));
const names = fc.array(text, { maxLength: 4 });
const body = fc.constantFrom('', 'One line.', 'Two\n\n---\n\nparts: [x]', '# A heading');

test('a printed decision reads back as it was', () => {
  const decisions = fc.record({ title: text, area: fc.option(text), owner: fc.option(text), reviewers: names, proposed: fc.constant('2025-08-12T12:00:00Z'), deadline: fc.constantFrom(null, '2025-08-20'), decisionMaker: fc.option(text), supersedes: names, scope: fc.constantFrom([], ['api/**', 'a b/*.ts']) });
  fc.assert(
    fc.property(decisions, body, (decision, why) => {
      const read = readFile('deployment/decisions/d.md', printDecision(decision, why), 'deployment');
      expect(read.problems).toEqual([]);
      expect(read.decision).toEqual({ ...decision, status: 'proposed', decided: null, decidedBy: null, outcome: null, supersededBy: null, place: expect.anything() as unknown });
    }),
  );
});

test('printed feedback reads back as it was', () => {
  fc.assert(
    fc.property(fc.record({ decision: text, by: text, at: fc.constant('2025-08-12T12:00:00Z'), text: body }), (feedback) => {
      const read = readFile('deployment/decisions/feedback/f.md', printFeedback(feedback), 'deployment');
      expect(read).toEqual({ file: 'deployment/decisions/feedback/f.md', problems: [], feedback: { ...feedback, place: expect.anything() as unknown } });
    }),
  );
});

test.each([
  ['Keep sessions in Redis', 'decisions/2025-08-12-keep-sessions-in-redis-3f2a.md'],
  ['../../etc/passwd: "x"', 'decisions/2025-08-12-etc-passwd-x-3f2a.md'],
  ['日本語', 'decisions/2025-08-12-3f2a.md'],
  ['One that goes on and on, well past what a name should hold', 'decisions/2025-08-12-one-that-goes-on-and-on-well-past-what-3f2a.md'],
  ['x'.repeat(200), `decisions/2025-08-12-${'x'.repeat(40)}-3f2a.md`],
])('the file of "%s"', (title, file) => {
  expect(decisionFile('2025-08-12', title, '3f2a')).toBe(file);
});

test('names are safe as files', () => {
  expect(feedbackFile('2025-08-12', 'human:Alice / Ops', '3f2a')).toBe('decisions/feedback/2025-08-12-human-Alice-Ops-3f2a.md');
});
