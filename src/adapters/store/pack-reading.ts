/** Readings as they lie in the cache: what holds nothing is left out, so that ten thousand of them stay small. */
import { EMPTY_TASK as EMPTY } from '../../core/documents/empty-task.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Task } from '../../core/model.ts';
import { crypto } from '../crypto.ts';

/** It names its file, so that it can be read without the others. */
export type PackedTask = Partial<Omit<Task, 'place'>> & { readonly file: string; readonly at?: readonly (string | number)[] };

const FIELDS = Object.entries(EMPTY) as [keyof typeof EMPTY, unknown][];

export interface PackedReading {
  readonly rest: Omit<FileReading, 'file' | 'tasks' | 'lines'>;
  readonly tasks: readonly PackedTask[];
  /** Of a queue that was read task by task: a name for the lines of each. */
  readonly names?: readonly string[];
}

export function packReading(reading: FileReading): PackedReading {
  const { file, tasks = [], lines = [], ...rest } = reading;
  const packed = { rest, tasks: tasks.map((task) => packTask(task, file)) };
  return lines.length > 0 && lines.length === tasks.length ? { ...packed, names: lines.map(nameOfLines) } : packed;
}

/** Two texts of the same name are the same. */
export function nameOfLines(yaml: string): string {
  return crypto().hash('sha1', yaml, 'base64');
}

export function unpackReading(file: string, { rest, tasks }: PackedReading): FileReading {
  return { file, ...rest, tasks: tasks.map(unpackTask) };
}

function packTask(task: Task, file: string): PackedTask {
  const { place } = task;
  const kept: Record<string, unknown> & { readonly file: string } = { file };
  for (const [key, empty] of FIELDS) {
    const value = task[key];
    if (!sameAsEmpty(value, empty)) kept[key] = value;
  }
  if (place.pointer && place.pointer.length > 0) kept['at'] = place.pointer;
  return kept;
}

function sameAsEmpty(value: unknown, empty: unknown): boolean {
  return value === empty || (Array.isArray(value) && Array.isArray(empty) && value.length === 0);
}

/** Written out field by field: ten times as fast as spreading defaults, and the order is that of `Task`. */
export function unpackTask(packed: PackedTask): Task {
  return {
    id: packed.id ?? EMPTY.id,
    title: packed.title ?? EMPTY.title,
    agent: packed.agent ?? EMPTY.agent,
    priority: packed.priority ?? EMPTY.priority,
    kind: packed.kind ?? EMPTY.kind,
    status: packed.status ?? EMPTY.status,
    progress: packed.progress ?? EMPTY.progress,
    dependencies: packed.dependencies ?? EMPTY.dependencies,
    phase: packed.phase ?? EMPTY.phase,
    group: packed.group ?? EMPTY.group,
    estimate: packed.estimate ?? EMPTY.estimate,
    margin: packed.margin ?? EMPTY.margin,
    deadline: packed.deadline ?? EMPTY.deadline,
    files: packed.files ?? EMPTY.files,
    actions: packed.actions ?? EMPTY.actions,
    acceptance: packed.acceptance ?? EMPTY.acceptance,
    verify: packed.verify ?? EMPTY.verify,
    approvers: packed.approvers ?? EMPTY.approvers,
    artifacts: packed.artifacts ?? EMPTY.artifacts,
    started: packed.started ?? EMPTY.started,
    completed: packed.completed ?? EMPTY.completed,
    proof: packed.proof ?? EMPTY.proof,
    approval: packed.approval ?? EMPTY.approval,
    notes: packed.notes ?? EMPTY.notes,
    place: { file: packed.file, pointer: packed.at ?? [] },
  };
}
