import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQueue } from '../../../src/core/documents/cut-queue.ts';
import { readTasks } from '../../../src/core/documents/read-queue.ts';
import { readSimpleTasks } from '../../../src/core/documents/read-simple-tasks.ts';
import { parseCarefully } from '../../../src/core/documents/read-yaml.ts';
import { plainSource } from '../../../src/core/documents/source-text.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { arbitraryMutation } from '../../support/hostile-mutations.ts';

const QUEUE = `# The queue

task_queue:
  high_priority:
    - id: A-1
      task: "One: first"
      dependencies:
        - B-2
        - {id: B-3, label: Schema}
      notes: |
        - id: none
          low_priority:

        as it stands

    # about the next
    - {id: A-2, task: 'it''s two', files: [a, "src/**"]}
  low_priority:
    -   id: B-2
        task: plain words
          on two lines
        deadline: 2025-02-30
    - id: B-3
      task: >-
        folded
        text
      files: [../x]
  medium_priority:
`;

/** Whether it was read quickly; then that has to be what is read by the library, and judged by the schema, as a whole. */
function agrees(text: string): boolean {
  const quickly = readSimpleTasks('a.yaml', text);
  if (quickly === null) return false;
  const { lines, ...reading } = quickly;
  expect(lines === undefined).toBe(cutQueue(text) === null);
  const carefully = parseCarefully(text, { file: 'a.yaml', offset: 0 });
  expect(carefully.problems, text).toEqual([]);
  expect(reading, text).toEqual({ file: 'a.yaml', ...readTasks(carefully.value, plainSource('a.yaml')) });
  return true;
}

const LINES = [
  ...QUEUE.split('\n'),
  ...['task_queue:', '  high_priority:', '  high_priority: []', '  high_priority: # c', '  other_priority:', ' high_priority:', 'high_priority:', '   low_priority:', 'x-a: 1', '  x-a: 1', '---', '...', '# c', '    # c', '      # c', '', '   '],
  ...['    - id: C', '      task: t', '   - id: D', '  - id: E', '    -', '    - - id: F', '    - C', '    -id: G', '     - id: H', '    - id: &a I', '      agent: *a', '      files: [', '        a, b]', '      task: "open', '      close"', "      notes: 'x", '      notes: |', '      notes: >', '        text', '    text', '   deep', '      unknown: 1', '\tid: J', '      id: K', '<<<<<<< ours', '=======', '      ? a', '      : b', '      <<: {a: b}', '      1: a', '      task: a # c', '      task: a: b', '    - id: L # c', '      task: t\r', '\ufeff'],
];
const half = QUEUE.split('\n');
/** The queue with some lines put in, taken out or changed for others. */
const arbitrarySpoiled = fc.array(fc.record({ at: fc.nat(half.length), drop: fc.integer({ min: 0, max: 2 }), put: fc.array(fc.constantFrom(...LINES), { maxLength: 2 }) }), { maxLength: 4 }).map((changes) => changes.reduce((lines, { at, drop, put }) => lines.toSpliced(at, drop, ...put), half).join('\n'));
const arbitraryLines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => ['task_queue:', '  high_priority:', '    - id: A', '      task: t', ...lines, ''].join('\n'));

const FIELDS = ['agent:', 'agent: 5', 'priority: high', 'priority: urgent', 'kind: gate', 'status: done', 'status: [done]', 'progress: 40', 'progress: 101', 'progress: x', 'dependencies: [B, {id: C}]', 'dependencies: [{ie: C}]', 'dependencies: {a: b}', 'estimate: 2 days', 'estimate: -1', 'estimate: []', 'deadline: 2025-02-30', 'files: [a, ../b]', 'files: a', 'proof: {head: x}', 'proof: []', 'approval: {approved: true, by: x, at: y}', 'approval: {by: x}', 'notes: 1', 'x-a: {b: [1]}', 'unknown: 1', 'verify: [""]', 'acceptance: [a, 1]'];

describe('tasks that are read quickly, and task by task, say what they say as a whole', () => {
  it.each([
    ['spoiled queues', arbitrarySpoiled],
    ['queues of any lines', arbitraryLines],
    ['spoiled files', arbitraryMutation.map(({ text }) => text)],
    ['fields of wrong forms', fc.array(fc.constantFrom(...FIELDS), { maxLength: 6 }).map((fields) => ['id: A', 'task: t', ...fields, ''].join('\n'))],
  ] as const)('%s', (_, texts) => {
    let read = 0;
    fc.assert(fc.property(texts, (text) => {
      if (agrees(text)) read++;
    }), { numRuns: runs(3000) });
    expect(read).toBeGreaterThan(20);
  });

  it('as people write it', () => {
    expect(agrees(QUEUE)).toBe(true);
    expect(cutQueue(QUEUE)?.map(({ yaml, pointer, priority }) => [yaml.slice(0, yaml.indexOf('\n', yaml.indexOf('-'))), pointer[2], priority])).toEqual([
      ['high_priority:\n    - id: A-1', 0, 'high'],
      ["high_priority:\n    - {id: A-2, task: 'it''s two', files: [a, \"src/**\"]}", 1, 'high'],
      ['low_priority:\n    -   id: B-2', 0, 'low'],
      ['low_priority:\n    - id: B-3', 1, 'low'],
    ]);
  });
});

describe('a text is not cut', () => {
  it.each([
    ['one task', 'id: A\ntask: t\n'],
    ['other keys', 'x-a: 1\ntask_queue:\n  high_priority:\n    - id: A\n'],
    ['keys behind', 'task_queue:\n  high_priority:\n    - id: A\nx-a: 1\n'],
    ['a list twice', 'task_queue:\n  high_priority:\n    - id: A\n  high_priority:\n'],
    ['an unknown list', 'task_queue:\n  next_priority:\n    - id: A\n'],
    ['a list between brackets', 'task_queue:\n  high_priority: [{id: A, task: t}]\n'],
    ['CRLF', 'task_queue:\r\n  high_priority:\r\n    - id: A\r\n'],
    ['a dash without a task', 'task_queue:\n  high_priority:\n    -\n      id: A\n'],
    ['markers of a conflict', 'task_queue:\n  high_priority:\n<<<<<<< ours\n    - id: A\n'],
    ['a second document', 'task_queue:\n  high_priority:\n    - id: A\n---\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(cutQueue(text)).toBeNull();
  });
});
