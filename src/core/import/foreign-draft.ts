/** Tasks that another tool kept, as one plan: their phases and groups, and what of them cannot stand together here. */
import { instantOf } from '../dates.ts';
import { leavesRepository } from '../documents/field-checks.ts';
import { readEstimate } from '../duration.ts';
import type { Status } from '../model.ts';
import { EMPTY_DRAFT } from './draft.ts';
import type { DraftGroup, DraftPhase, DraftTask, LeftOut, Origin, Reading, SourceText } from './draft.ts';
import { draftFaults } from './draft-faults.ts';

export function foreignDraft(read: readonly DraftTask[], told: readonly LeftOut[] = []): Reading {
  const leftOut = [...told];
  const statusOf = new Map(read.flatMap(({ key, id, status }) => [key, id ?? key].map((name) => [name.toLowerCase(), status] as const)));
  const tasks = read.map((task) => {
    const leave = (text: string, reason: LeftOut['reason']): void => void leftOut.push({ text, reason, origin: task.origin, sureness: 'sure' });
    return withoutEarly(soundTask(task, leave), statusOf, leave);
  });
  return { draft: { ...EMPTY_DRAFT, tasks, phases: phasesOf(tasks), groups: groupsOf(tasks), leftOut }, faults: draftFaults(tasks) };
}

type Leave = (text: string, reason: LeftOut['reason']) => void;

/** What no field can hold would keep all of the import out. */
function soundTask(task: DraftTask, leave: Leave): DraftTask {
  const orNull = <T extends string | number>(name: string, value: T | null, isSound: (value: T) => boolean): T | null => {
    if (value === null || isSound(value)) return value;
    leave(`${name}: ${value}`, 'no-value');
    return null;
  };
  const inside = (paths: readonly string[]): readonly string[] => paths.filter((path) => {
    if (leavesRepository(path)) leave(path, 'no-path');
    return !leavesRepository(path);
  });
  const isTime = (text: string): boolean => instantOf(text, 'UTC') !== null;
  const { title, id, key, deadline, started, completed, estimate, files, artifacts } = task;
  return {
    ...task,
    title: title.trim() === '' ? (id ?? key) : title,
    deadline: orNull('deadline', deadline, isTime),
    started: orNull('started', started, isTime),
    completed: orNull('completed', completed, isTime),
    estimate: orNull('estimate', estimate, (length) => readEstimate(length) !== null),
    files: inside(files),
    artifacts: inside(artifacts),
  };
}

/** Other tools let a task be done before what it waited for; our files may not say so. */
function withoutEarly(task: DraftTask, statusOf: ReadonlyMap<string, Status>, leave: Leave): DraftTask {
  if (task.status !== 'done') return task;
  const [kept, early] = [true, false].map((isKept) => task.dependencies.filter(({ on }) => ((statusOf.get(on.toLowerCase()) ?? 'done') === 'done') === isKept));
  for (const { on } of early ?? []) leave(`${task.id ?? task.key} -> ${on}`, 'done-before');
  return { ...task, dependencies: kept ?? [] };
}

/** A source that is none of its kind: nothing is taken from the others either. */
export function unreadableSource({ name }: SourceText, reason: string, line = 1): Reading {
  return { draft: EMPTY_DRAFT, faults: [{ code: 'unreadable-source', reason, origins: [{ file: name, line }] }] };
}

function phasesOf(tasks: readonly DraftTask[]): DraftPhase[] {
  return firstOf(tasks, ({ phase }) => phase).map(([key, { origin }]) => foreignPhase(key, key, origin));
}

/** Of which no more is known than its name. */
export function foreignPhase(key: string, name: string, origin: Origin): DraftPhase {
  return { key, name, mode: 'parallel', gate: null, start: null, length: null, sync: null, about: [], continues: [], origin, sureness: 'sure' };
}

function groupsOf(tasks: readonly DraftTask[]): DraftGroup[] {
  return firstOf(tasks, ({ group }) => group).map(([key, { origin }]) => ({ key, name: key, agent: null, estimate: null, origin, sureness: 'sure' }));
}

function firstOf(tasks: readonly DraftTask[], keyOf: (task: DraftTask) => string | null): (readonly [string, DraftTask])[] {
  const first = new Map<string, DraftTask>();
  for (const task of tasks) {
    const key = keyOf(task);
    if (key !== null && !first.has(key)) first.set(key, task);
  }
  return [...first];
}
