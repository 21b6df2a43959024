import * as fc from 'fast-check';
import { load, CORE_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printTask } from '../../../src/core/documents/print-task.ts';
import { printText, printValue } from '../../../src/core/documents/print-scalar.ts';
import type { Writable } from '../../../src/core/documents/print-scalar.ts';
import { readSimpleYaml } from '../../../src/core/documents/read-simple-yaml.ts';
import { readNewTask } from '../../../src/core/documents/read-new-task.ts';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { KINDS, PRIORITIES, STATUSES } from '../../../src/core/model.ts';
import { runs } from '../../support/arbitrary-runs.ts';

const text = fc.oneof(
  fc.constantFrom('yes', 'No', 'on', 'y', 'null', '~', 'true', '12', '012', '0x1F', '0o17', '1e3', '.inf', '.5', '1_000', '12:30', '2025-08-12', '2025-08-12T10:00:00Z', '', ' ', ' lead', 'trail ', 'a: b', 'a #b', '# c', '- x', '? x', '"', "'", '\\', '\n', 'two\nlines\n', '\t', '\r', '\u2028', '\ufeff', '\u0085', '<<', '=', '*a', '&a', '!a', '%a', '@a', '`a', '|', '>', '[a]', '{a}', 'a, b', '---', '...', 'Über', '\u{1f600}', 'a:b', 'http://a.b/c'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '-', '"', "'", '\\', '\n', ',', '{', ']', '0', '.'), maxLength: 10 }),
);

const value = fc.letrec<{ value: Writable }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, text, fc.constantFrom<Writable>(null, true, false, 0, -1, 1.5, 1e21), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true })),
})).value;

describe('a printed value', () => {
  it('is read back the same by every reader, of YAML 1.1 and 1.2, in a block and between brackets', () => {
    const property = fc.property(value, (written) => {
      const block = `a: ${printValue(written)}\nb: 1\n`;
      const flow = `{ a: ${printValue(written, true)}, b: [${printValue(written, true)}] }\n`;
      for (const read of [(yaml: string): unknown => parse(yaml), (yaml: string): unknown => parse(yaml, { version: '1.1' }), (yaml: string): unknown => load(yaml, { schema: CORE_SCHEMA }), (yaml: string): unknown => load(yaml)]) {
        expect(read(block)).toEqual({ a: written, b: 1 });
        expect(read(flow)).toEqual({ a: written, b: [written] });
      }
    });
    fc.assert(property, { numRuns: runs(1000) });
  });

  it('stays on one line', () => {
    fc.assert(fc.property(text, (written) => !/[\n\r\u0085\u2028\u2029]/.test(printText(written))), { numRuns: runs(500) });
  });
});

describe("a new task's file", () => {
  const list = fc.array(text, { maxLength: 4 });
  const path = fc.stringMatching(/^[a-z][a-z ,*"'#:]{0,9}$/).filter((name) => !/^[a-z]:/.test(name));
  const fields = fc.record({
    id: fc.constantFrom('A-1', 'null', 'yes', '12', '0x1F', '1e3', 'TRUE', '2025-08-12', 'a.b'),
    task: text.filter((title) => title !== ''),
    agent: fc.option(text),
    priority: fc.constantFrom(...PRIORITIES),
    kind: fc.constantFrom(...KINDS),
    status: fc.constantFrom(...STATUSES),
    progress: fc.option(fc.integer({ min: 0, max: 100 })),
    dependencies: fc.array(fc.oneof(text, fc.record({ id: text, label: fc.option(text) })), { maxLength: 4 }),
    phase: fc.option(text),
    group: fc.option(text),
    estimate: fc.option(fc.constantFrom<string | number>(2, 1.5, '2 days', '3-4 hours', '30 min')),
    deadline: fc.option(fc.constantFrom('2025-08-12', '2025-08-12T10:00:00Z', '2025-08-12 10:00')),
    files: fc.array(path, { maxLength: 4 }),
    actions: list,
    acceptance: list,
    verify: list,
    notes: fc.option(text),
  });

  it('is read back as what was printed', () => {
    const property = fc.property(fields, (given) => {
      const { tasks, problems } = readFile('deployment/tasks/a.yaml', printTask(given), 'deployment');
      expect(problems).toEqual([]);
      const { task: title, dependencies, estimate, ...same } = given;
      const labelled = dependencies.map((dependency) => (typeof dependency === 'string' ? { id: dependency, label: null } : dependency));
      expect(tasks).toEqual([expect.objectContaining({ ...same, title, dependencies: labelled, artifacts: [], started: null, completed: null, proof: null })]);
      expect(tasks?.[0]?.estimate === null).toBe(estimate === null);
    });
    fc.assert(property, { numRuns: runs(500) });
  });

  it('is known without being read', () => {
    const property = fc.property(fields, fc.constantFrom('A-1', '-', 'a/b', 'x'.repeat(70)), (given, id) => {
      const written = { ...given, id };
      const file = printTask(written);
      expect(readNewTask('deployment/tasks/a.yaml', written, 'deployment')).toEqual(readFile('deployment/tasks/a.yaml', file, 'deployment'));
    });
    fc.assert(property, { numRuns: runs(500) });
  });

  it('is simple enough for the quick reader', () => {
    fc.assert(fc.property(fields, (given) => readSimpleYaml(printTask(given)) !== undefined), { numRuns: runs(500) });
  });
});
