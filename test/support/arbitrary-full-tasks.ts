/** Tasks with every field that a file can hold, and texts as strangers write them. */
import * as fc from 'fast-check';
import { KINDS, PRIORITIES, STATUSES } from '../../src/core/model.ts';
import type { Task } from '../../src/core/model.ts';
import { makeTask } from './records.ts';

/** What ends quotes, lines, comments, cells, fences and front matter somewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  'a "quoted" title', "it's", 'two\nlines', 'a\r\nb', 'x --> y', '-->|label|', 'a|b|c', '```yaml\nid: X\n```', '---\nid: X\n---', '<!-- AC:END -->', '<!-- SECTION:DESCRIPTION:END -->',
  '## Description\n\nnot it', '=1+1', '+1', '-1', '@sum', '\t=1', 'end', '#34;', '; -- [x]', '- [ ] #1 box', '\u001B[2J\u202Eabc', '\u0000\u007F\u0085\u2028\uFEFF', '{{x}} ${x} %x%', '日本語 👩‍👩‍👧', 'null', '~', '1.1', '0x10', 'yes', '2025-08-12', '[a, b]', '{a: b}', '*a', '&a', '!a', '# a', 'a: b', ' a ', 'x'.repeat(10_000),
];

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.lorem({ maxCount: 4 }));
const texts = fc.array(text, { maxLength: 3 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });
const path = fc.constantFrom('src/**', 'web/a b.ts', 'docs/*.md', '日本/x');
const time = fc.constantFrom('2025-08-12', '2025-08-12T10:00:00Z', '2025-08-12 10:00');
const name = fc.constantFrom('frontend', 'human:ada', 'Backend Agent');

const fields = fc.record({
  title: text,
  agent: maybe(fc.constantFrom('frontend', 'backend', 'nobody-known')),
  priority: fc.constantFrom(...PRIORITIES),
  kind: fc.constantFrom(...KINDS),
  status: fc.constantFrom(...STATUSES),
  progress: maybe(fc.integer({ min: 0, max: 100 })),
  phase: maybe(fc.constantFrom('foundation', 'Phase 2')),
  group: maybe(fc.constantFrom('week-1', 'sec')),
  estimate: maybe(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.oneof(fc.constant(0), fc.constant(30), fc.nat(600)))),
  deadline: maybe(time),
  files: fc.uniqueArray(path, { maxLength: 3 }),
  actions: texts,
  acceptance: texts,
  verify: fc.uniqueArray(fc.constantFrom('build', 'test'), { maxLength: 2 }),
  approvers: fc.uniqueArray(name, { maxLength: 2 }),
  artifacts: fc.uniqueArray(path, { maxLength: 2 }),
  started: maybe(time),
  completed: maybe(time),
  proof: maybe(fc.record({ head: maybe(fc.constant('abc')), tree: maybe(fc.constant('def')), verified: fc.array(fc.record({ name: fc.constant('build'), exitCode: fc.integer({ min: 0, max: 3 }), at: fc.constant('2025-08-12T10:00:00Z') }), { maxLength: 2 }) })),
  approval: maybe(fc.record({ approved: fc.boolean(), by: name, at: time, note: maybe(text) })),
  notes: maybe(text),
});

const IDS = ['FIX-001', '1', '1.1', '12', 'a', 'task-3', 'GH-7', 'issue-2', 'X.Y.Z', '007', 'true', '1e3'];

/** Each waits for some of the others, by label or without, and perhaps for one that nobody knows. */
export const arbitraryFullTasks: fc.Arbitrary<Task[]> = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 5 }).chain((ids) => {
  const dependency = fc.record({ id: fc.constantFrom('MISSING-1', ...ids), label: maybe(text) });
  return fc.tuple(...ids.map((id) => fc.tuple(fields, fc.uniqueArray(dependency, { maxLength: 3, selector: (one) => one.id })).map(([{ estimate, ...given }, dependencies]) => makeTask({ id, ...given, estimate: estimate?.[0] ?? null, margin: Math.min(...(estimate ?? [0])), dependencies: dependencies.filter((one) => one.id !== id) }))));
});
