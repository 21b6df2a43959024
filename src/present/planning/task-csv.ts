/** Tasks as a table for spreadsheets (RFC 4180), a row each; line breaks in a text become blanks. */
import { TASK_FIELDS } from '../../core/documents/print-task.ts';
import type { Task } from '../../core/model.ts';
import { plain } from '../text/plain.ts';

/** What was proven and approved is for programs: JSON has it. */
const COLUMNS = TASK_FIELDS.filter((name) => name !== 'proof' && name !== 'approval');

export function taskCsv(tasks: readonly Task[]): string {
  const rows = tasks.map((task) => COLUMNS.map((column) => cellOf(task, column)));
  return [COLUMNS.map((column) => (column === 'estimate' ? 'estimate_hours' : column)), ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

function cellOf(task: Task, column: (typeof COLUMNS)[number]): string | number {
  if (column === 'task') return task.title;
  if (column === 'estimate') return task.estimate === null ? '' : task.estimate / 60;
  if (column === 'dependencies') return task.dependencies.map(({ id, label }) => (label === null ? id : `${id} (${label})`)).join('; ');
  const value = task[column];
  return typeof value === 'object' ? (value ?? []).join('; ') : value;
}

/** A cell that begins so is computed by spreadsheets, and may fetch or run what a stranger wrote. */
const FORMULA = /^[\s"]*[=+\-@＝＋－＠]/;

function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = plain(cell);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
