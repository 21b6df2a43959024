/**
 * What of a task another tool's form has no place for, or would change: it travels beside, in a field or a block that the tool
 * leaves alone, by the names our files use. So what goes out and comes in again is the same.
 */
import type { Writable } from '../documents/print-scalar.ts';
import { isRecord } from '../documents/with-value.ts';
import { printEstimate } from '../duration.ts';
import { KINDS, PRIORITIES, STATUSES } from '../model.ts';
import type { Task } from '../model.ts';
import type { DraftTask } from './draft.ts';

/** What a task says, wherever it was read. */
export type Told = Omit<DraftTask, 'key' | 'origin' | 'sureness'>;

/** Names in files by names here, in the order of files. */
const NAMES = {
  id: 'id', title: 'task', agent: 'agent', priority: 'priority', kind: 'kind', status: 'status', progress: 'progress', dependencies: 'dependencies', phase: 'phase', group: 'group',
  estimate: 'estimate', deadline: 'deadline', files: 'files', actions: 'actions', acceptance: 'acceptance', approvers: 'approvers', artifacts: 'artifacts', started: 'started', completed: 'completed', notes: 'notes',
} as const satisfies Readonly<Record<keyof Told, string>>;
const FIELDS = Object.keys(NAMES) as readonly (keyof Told)[];

export function toldOf(task: Task): Told {
  const { id, title, agent, priority, kind, status, progress, dependencies, phase, group, estimate, margin, deadline, files, actions, acceptance, approvers, artifacts, started, completed, notes } = task;
  return {
    id, title, agent, priority, kind, status, progress, phase, group, deadline, files, actions, acceptance, artifacts, started, completed, notes,
    // What was approved counts where it was: done without an approval, it would be refused elsewhere.
    approvers: status === 'done' ? [] : approvers,
    dependencies: dependencies.map(({ id: on, label }) => ({ on, label })),
    estimate: estimate === null ? null : printEstimate({ minutes: estimate, margin }),
  };
}

/** The fields in which what the form alone gives back differs from `wanted`. */
export function keptFields(wanted: Told, alone: Told): Readonly<Record<string, Writable>> {
  const read: Told = { ...alone, priority: alone.priority ?? 'medium' };
  const differing = FIELDS.filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(read[name]));
  return Object.fromEntries(differing.map((name) => [NAMES[name], name === 'dependencies' ? wanted.dependencies.map(({ on, label }) => (label === null ? on : { id: on, label })) : asWritable(wanted[name])]));
}

function asWritable(value: Told[Exclude<keyof Told, 'dependencies'>]): Writable {
  return typeof value === 'object' && value !== null ? [...value] : value;
}

/** Those that are well formed: the rest was changed by somebody, and is left out. */
export function readKept(value: unknown): Partial<Told> {
  if (!isRecord(value)) return {};
  const found = FIELDS.flatMap((name) => {
    const given = name === 'dependencies' ? dependenciesIn(value[NAMES[name]]) : value[NAMES[name]];
    return given !== undefined && FITS[name](given) ? [[name, given] as const] : [];
  });
  return Object.fromEntries(found);
}

const isText = (value: unknown): boolean => value === null || typeof value === 'string';
const isTitle = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isOneOf = (words: readonly string[]) => (value: unknown): boolean => typeof value === 'string' && words.includes(value);

const FITS: Readonly<Record<keyof Told, (value: unknown) => boolean>> = {
  id: isTitle, title: isTitle, agent: isText, priority: isOneOf(PRIORITIES), kind: isOneOf(KINDS), status: isOneOf(STATUSES),
  progress: (value) => value === null || (typeof value === 'number' && value >= 0 && value <= 100),
  dependencies: Array.isArray, phase: isText, group: isText, estimate: (value) => isText(value) || typeof value === 'number',
  deadline: isText, files: isTexts, actions: isTexts, acceptance: isTexts, approvers: isTexts, artifacts: isTexts, started: isText, completed: isText, notes: isText,
};

function dependenciesIn(value: unknown): Told['dependencies'] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [{ on: item, label: null }];
    return isRecord(item) && typeof item['id'] === 'string' ? [{ on: item['id'], label: typeof item['label'] === 'string' ? item['label'] : null }] : [];
  });
}
