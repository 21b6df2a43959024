/** `priority=high`, `dependencies+=API-001`: what is typed to change a task's field, as the value to write. */
import type { Task } from '../model.ts';
import { nearest } from '../nearest.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { TASK_FIELDS } from './print-task.ts';
import type { Writable } from './print-scalar.ts';
import { readYaml } from './read-yaml.ts';
import { isRecord } from './with-value.ts';

export interface Assignment {
  readonly field: string;
  readonly value: string;
  /** Adds to a list. */
  readonly adds: boolean;
}

/** Sentences hold commas, so these take one item at a time, or a list in brackets. */
const SENTENCES: ReadonlySet<string> = new Set(['actions', 'acceptance']);
const NAMES: ReadonlySet<string> = new Set(['dependencies', 'files', 'verify', 'approvers', 'artifacts']);
const NUMBERS: ReadonlySet<string> = new Set(['progress', 'estimate']);
const CLOSED: Readonly<Record<string, string>> = {
  id: 'An id never changes. Cancel the task and add another',
  proof: 'The proof is what coord done saw',
  approval: 'Who may approves a task by coord approve',
};

export function parseAssignment(text: string): Result<Assignment> {
  const found = /^([A-Za-z][A-Za-z0-9_-]*)(\+?)=(.*)$/s.exec(text);
  if (!found) return usage(`"${text}" should be like priority=high`);
  const [, field = '', plus = '', value = ''] = found;
  const closed = Object.hasOwn(CLOSED, field) ? CLOSED[field] : undefined;
  if (closed !== undefined) return usage(closed);
  if (field === 'status' && value.trim() === 'done') return usage('A task becomes done by coord done, which proves it');
  if (!field.startsWith('x-') && !(TASK_FIELDS as readonly string[]).includes(field)) {
    const like = nearest(field, TASK_FIELDS);
    return usage(`A task has no field "${field}"${like === null ? `; it has ${TASK_FIELDS.filter((name) => !Object.hasOwn(CLOSED, name)).join(', ')} and any x- field` : `; did you mean ${like}?`}`);
  }
  if (plus !== '' && !isList(field)) return usage(`${field} is no list, so nothing can be added to it`);
  return done({ field, value: value.trim(), adds: plus !== '' });
}

/** An empty value empties the field. */
export function assignedValue({ field, value, adds }: Assignment, task: Task): Writable {
  if (isList(field)) return adds ? withItems(presentList(task, field), itemsOf(field, value)) : itemsOf(field, value);
  if (value === '') return null;
  return NUMBERS.has(field) && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** What is listed already is not listed again. */
function withItems(present: readonly Writable[], items: readonly Writable[]): readonly Writable[] {
  const known = new Set(present.map(nameOf));
  return [...present, ...items.filter((item) => !known.has(nameOf(item)))];
}

/** A dependency with a label is the same dependency. */
function nameOf(item: Writable): string {
  const named = isRecord(item) && typeof item['id'] === 'string' ? item['id'] : item;
  return typeof named === 'string' ? named : JSON.stringify(named);
}

const isList = (field: string): boolean => SENTENCES.has(field) || NAMES.has(field);
const usage = (message: string): Result<never> => refused('usage', { message, verb: 'task set' });

function itemsOf(field: string, value: string): readonly Writable[] {
  if (value === '') return [];
  const listed: unknown = value.startsWith('[') ? readYaml(value, '').value : undefined;
  if (Array.isArray(listed)) return listed as Writable[];
  return SENTENCES.has(field) ? [value] : splitNames(value);
}

/** At commas, but not at those in the braces of a glob. */
export function splitNames(value: string): readonly string[] {
  const names = value.match(/(?:\{[^}]*\}|[^,{]|\{)+/g) ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function presentList(task: Task, field: string): readonly Writable[] {
  switch (field) {
    case 'dependencies':
      return task.dependencies.map(({ id, label }) => (label === null ? id : { id, label }));
    case 'files':
    case 'actions':
    case 'acceptance':
    case 'verify':
    case 'approvers':
    case 'artifacts':
      return task[field];
    default:
      return [];
  }
}
