/** Files of records as coord prints them and as people write them, and changes to their fields. */
import * as fc from 'fast-check';
import { editYaml } from '../../src/core/documents/edit-yaml.ts';
import type { FileKind } from '../../src/core/documents/file-kind.ts';
import { printTask } from '../../src/core/documents/print-task.ts';
import { printValue } from '../../src/core/documents/print-scalar.ts';
import type { Writable } from '../../src/core/documents/print-scalar.ts';
import { yamlBlock } from '../../src/core/documents/yaml-block.ts';
import type { Pointer } from '../../src/core/model.ts';

export interface RecordFile {
  readonly kind: FileKind;
  readonly file: string;
  readonly text: string;
  /** Where the fields of each record in it stand. */
  readonly records: readonly Pointer[];
  readonly fields: readonly (readonly [name: string, value: fc.Arbitrary<Writable>])[];
}

const words = fc.constantFrom('one', 'two words', 'a: b', '# no comment', "it's", 'yes', '12', 'Über', 'a, b', '2025-08-12');
const names = (...of: readonly string[]): fc.Arbitrary<Writable> => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 4 });
const date = fc.constantFrom('2025-08-12', '2025-08-13T10:00:00Z');

const TASK_FIELDS: RecordFile['fields'] = [
  ['task', words],
  ['agent', fc.option(fc.constantFrom('backend', 'frontend'))],
  ['priority', fc.constantFrom('high', 'medium', 'low')],
  ['status', fc.constantFrom('todo', 'in_progress', 'review', 'done', 'cancelled')],
  ['progress', fc.option(fc.integer({ min: 0, max: 100 }))],
  ['dependencies', fc.uniqueArray(fc.oneof(fc.constantFrom('B-1', 'B-2', 'B-3'), fc.record({ id: fc.constantFrom('B-1', 'B-2', 'B-4'), label: words })), { maxLength: 3, selector: (one) => (typeof one === 'string' ? one : one.id) })],
  ['deadline', fc.option(date)],
  ['files', names('a/**', 'b.ts', 'c/d', 'e')],
  ['actions', names('Read it', 'Write it', 'Test it, twice')],
  ['acceptance', names('It runs', 'It is fast', 'It is: small')],
  ['proof', fc.option(fc.record({ head: fc.constantFrom('a'.repeat(40), 'b'.repeat(40)), tree: fc.constant(null), verified: fc.constant([]) }))],
  ['notes', fc.option(fc.oneof(words, fc.constantFrom('2025-08-12: one', '2025-08-12: one\n2025-08-13: two')))],
  ['x-own', fc.option(words)],
];

const taskFile: fc.Arbitrary<RecordFile> = someOf(TASK_FIELDS).map((fields) => ({ kind: 'tasks', file: 'deployment/tasks/A-1.yaml', text: printTask({ id: 'A-1', task: 'One', ...fields }), records: [[]], fields: TASK_FIELDS }));

/** As people write a queue: few fields, comments, lists in blocks. */
const queueFile: fc.Arbitrary<RecordFile> = fc.array(fc.tuple(someOf(TASK_FIELDS), fc.boolean(), fc.nat(2)), { minLength: 1, maxLength: 4 }).map((given) => {
  const tasks = given.map(([fields, isCommented, list], index) => ({ list, lines: `${isCommented ? `    # about A-${index}\n` : ''}${entryOf({ id: `A-${index}`, task: 'Some', ...fields })}` }));
  const lists = ['high', 'medium', 'low'].map((name, list) => ({ name, of: tasks.filter((task) => task.list === list) }));
  const text = `# The queue\ntask_queue:\n${lists.map(({ name, of }) => `  ${name}_priority:${of.length === 0 ? ' []' : ''}\n${of.map(({ lines }) => lines).join('')}`).join('')}`;
  const records = lists.flatMap(({ name, of }) => of.map((_, index): Pointer => ['task_queue', `${name}_priority`, index]));
  return { kind: 'tasks', file: 'deployment/tasks/queue.yaml', text, records, fields: TASK_FIELDS };
});

function entryOf(fields: Readonly<Record<string, Writable>>): string {
  const lines = Object.entries(fields).map(([name, value]) => (Array.isArray(value) && value.length > 0 ? `${name}:\n${value.map((item: Writable) => `        - ${printValue(item, true)}\n`).join('')}` : `${name}: ${printValue(value)}   # ${name}\n`));
  return lines.map((line, index) => `    ${index === 0 ? '-' : ' '} ${line}`).join('');
}

const DECISION_FIELDS: RecordFile['fields'] = [
  ['title', words],
  ['status', fc.constantFrom('proposed', 'accepted', 'rejected')],
  ['area', fc.option(words)],
  ['reviewers', names('frontend', 'backend', 'testing')],
  ['decided', fc.option(date)],
  ['scope', names('a/**', 'b.ts', 'c/d')],
];

const BLOCKER_FIELDS: RecordFile['fields'] = [
  ['severity', fc.constantFrom('P0', 'P1', 'P2', 'P3')],
  ['needed', words],
  ['acknowledged', fc.option(fc.record({ by: fc.constantFrom('backend', 'frontend'), at: date }))],
  ['resolved', fc.option(date)],
];

const decisionFile = markdown('decision', 'deployment/decisions/d.md', DECISION_FIELDS, { title: 'T', status: 'proposed' });
const blockerFile = markdown('blocker', 'deployment/status/blockers/b.md', BLOCKER_FIELDS, { task: 'A-1', needed: 'N' });

function markdown(kind: FileKind, file: string, fields: RecordFile['fields'], always: Readonly<Record<string, Writable>>): fc.Arbitrary<RecordFile> {
  return someOf(fields).map((given) => {
    const lines = Object.entries({ ...always, ...given }).map(([name, value]) => `${name}: ${printValue(value)}`.trimEnd());
    return { kind, file, text: `---\n${lines.join('\n\n')}\n---\n\nWhy it is so.\n\nAnd more.\n`, records: [[]], fields };
  });
}

export const arbitraryRecordFile: fc.Arbitrary<RecordFile> = fc.oneof(taskFile, queueFile, decisionFile, blockerFile);

export interface FieldEdit {
  readonly pointer: Pointer;
  readonly value: Writable;
}

export function arbitraryEdits({ records, fields }: RecordFile, most = 4): fc.Arbitrary<readonly FieldEdit[]> {
  const edit = fc.tuple(fc.constantFrom(...records), fc.constantFrom(...fields)).chain(([record, [name, value]]) => value.map((to) => ({ pointer: [...record, name], value: to })));
  return fc.uniqueArray(edit, { maxLength: most, selector: ({ pointer }) => pointer.join(' ') });
}

/** The file with these values. */
export function withEdits({ file, text }: RecordFile, edits: readonly FieldEdit[]): string {
  const { yaml, offset } = file.endsWith('.md') ? yamlBlock(file, text) : { yaml: text, offset: 0 };
  const edited = editYaml(yaml, edits);
  if (!edited.ok) throw new Error(edited.reason);
  return text.slice(0, offset) + edited.text + text.slice(offset + yaml.length);
}

function someOf(fields: RecordFile['fields']): fc.Arbitrary<Readonly<Record<string, Writable>>> {
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }) as fc.Arbitrary<Readonly<Record<string, Writable>>>;
}
