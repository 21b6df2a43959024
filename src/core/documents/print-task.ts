/** A new task's file: every field in a fixed order, a blank line between, so that two branches that set different fields merge clean. */
import type { TaskDocument } from '../schemas/types.ts';
import { joinFields, printField } from './print-fields.ts';
import type { Writable } from './print-scalar.ts';

/** The order of docs/protocol.md; fields without a value are there all the same, so that a verb changes a line and never adds one. */
export const TASK_FIELDS = [
  'id', 'task', 'agent', 'priority', 'kind', 'status', 'progress', 'dependencies', 'phase', 'group', 'estimate', 'deadline',
  'files', 'actions', 'acceptance', 'verify', 'approvers', 'artifacts', 'started', 'completed', 'proof', 'approval', 'notes',
] as const satisfies readonly (keyof TaskDocument)[];

const LISTS = ['dependencies', 'files', 'actions', 'acceptance', 'verify', 'approvers', 'artifacts'];
const DEFAULTS: Readonly<Record<string, Writable>> = { priority: 'medium', kind: 'task', status: 'todo', ...Object.fromEntries(LISTS.map((name) => [name, []])) };

/** `fields` by their names in files; what begins with `x-` follows at the end. */
export function printTask(fields: Readonly<Record<string, Writable>>): string {
  const own = TASK_FIELDS.map((name) => printField(name, fields[name] ?? DEFAULTS[name] ?? null));
  const others = Object.keys(fields).filter((name) => name.startsWith('x-')).map((name) => printField(name, fields[name] ?? null));
  return joinFields([...own, ...others]);
}
