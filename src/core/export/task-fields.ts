/** A task as its file would say it: fields by their names there, in their order, without those that are empty or go without saying. */
import type { TaskFields } from '../documents/edit-task.ts';
import { TASK_FIELDS } from '../documents/print-task.ts';
import type { Writable } from '../documents/print-scalar.ts';
import { printEstimate } from '../duration.ts';
import type { Task } from '../model.ts';

/** Every field but the priority, which queues say by their lists, and other forms in their own ways. */
export function taskFields(task: Task): TaskFields {
  const { title, dependencies, kind, status, estimate, margin, proof, approval } = task;
  const fields: TaskFields = {
    ...asWritten(task),
    task: title,
    kind: kind === 'task' ? null : kind,
    status: status === 'todo' ? null : status,
    dependencies: dependencies.map(({ id, label }) => (label === null ? id : { id, label })),
    estimate: estimate === null ? null : printEstimate({ minutes: estimate, margin }),
    proof: proof && { head: proof.head, tree: proof.tree, verified: proof.verified.map(({ name, exitCode, at }) => ({ name, exit_code: exitCode, at })) },
    approval: approval && { ...approval },
  };
  return Object.fromEntries(TASK_FIELDS.map((name) => [name, fields[name] ?? null] as const).filter(([, value]) => !isEmpty(value)));
}

/** Those that files and records hold alike. */
function asWritten({ id, agent, progress, phase, group, deadline, files, actions, acceptance, verify, approvers, artifacts, started, completed, notes }: Task): TaskFields {
  return { id, agent, progress, phase, group, deadline, files, actions, acceptance, verify, approvers, artifacts, started, completed, notes };
}

function isEmpty(value: Writable): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
