/** What a document of the right form says as a task, and what is wrong with it that no schema tells. */
import { isInstant } from '../dates.ts';
import { readEstimate } from '../duration.ts';
import type { Dependency, Pointer, Priority, Proof, Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { TaskDocument } from '../schemas/types.ts';
import { checkDates, checkPaths, leavesRepository } from './field-checks.ts';
import { readApproval } from './read-approval.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';
import { faultOfId } from './task-id.ts';

export interface TaskReading {
  readonly task: Task | null;
  readonly problems: readonly Problem[];
}

const DATES = ['deadline', 'started', 'completed'] as const;

/** `fallback` is the priority its list in a queue gives. */
export function taskOfDocument(document: TaskDocument, at: Pointer, source: Source, fallback: Priority): TaskReading {
  const place = placeIn(source);
  const fault = faultOfId(document.id);
  if (fault !== null) return { task: null, problems: [problem('invalid-id', place([...at, 'id']), { id: document.id, reason: fault })] };
  const list = (field: 'files' | 'artifacts') => checkPaths(document[field] ?? [], field, (index) => place([...at, field, index]));
  return { task: toTask(document, at, source, fallback), problems: [...checkDates(document, DATES, place, at), ...list('files'), ...list('artifacts')] };
}

function toTask(document: TaskDocument, at: Pointer, source: Source, fallback: Priority): Task {
  const estimate = document.estimate === undefined || document.estimate === null ? null : readEstimate(document.estimate);
  return {
    id: document.id,
    title: document.task,
    agent: document.agent ?? null,
    priority: document.priority ?? fallback,
    kind: document.kind ?? 'task',
    status: document.status ?? 'todo',
    progress: document.progress ?? null,
    dependencies: (document.dependencies ?? []).map(toDependency),
    phase: document.phase ?? null,
    group: document.group ?? null,
    estimate: estimate?.minutes ?? null,
    margin: estimate?.margin ?? 0,
    deadline: realDate(document.deadline),
    files: inside(document.files),
    actions: document.actions ?? [],
    acceptance: document.acceptance ?? [],
    verify: document.verify ?? [],
    approvers: document.approvers ?? [],
    artifacts: inside(document.artifacts),
    started: realDate(document.started),
    completed: realDate(document.completed),
    proof: toProof(document.proof),
    approval: readApproval(document.approval),
    notes: document.notes ?? null,
    place: { file: source.file, pointer: source.original(at) },
  };
}

function toDependency(dependency: string | { id: string; label?: string | null }): Dependency {
  return typeof dependency === 'string' ? { id: dependency, label: null } : { id: dependency.id, label: dependency.label ?? null };
}

function toProof(proof: TaskDocument['proof']): Proof | null {
  if (!proof) return null;
  const verified = (proof.verified ?? []).map(({ name, exit_code, at }) => ({ name, exitCode: exit_code, at }));
  return { head: proof.head ?? null, tree: proof.tree ?? null, verified };
}

function realDate(text: string | null | undefined): string | null {
  return text !== undefined && text !== null && isInstant(text) ? text : null;
}

function inside(paths: readonly string[] | null | undefined): readonly string[] {
  return paths?.some(leavesRepository) === true ? paths.filter((path) => !leavesRepository(path)) : (paths ?? []);
}
