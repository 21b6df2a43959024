/** Tasks as the folder of Backlog.md: a file each, and its settings. What a file has no field for stands in a block at its end. */
import { printValue } from '../documents/print-scalar.ts';
import type { Writable } from '../documents/print-scalar.ts';
import { withFieldBlock } from '../import/field-block.ts';
import { readBacklog } from '../import/from-backlog.ts';
import { keptFields, toldOf } from '../import/kept-fields.ts';
import type { Status, Task } from '../model.ts';

export interface ExportedFile {
  /** Relative to the folder it is for. */
  readonly path: string;
  readonly text: string;
}

const STATUS: Readonly<Record<Status, string>> = { todo: 'To Do', in_progress: 'In Progress', review: 'In Progress', done: 'Done', cancelled: 'To Do' };

export function printBacklog(tasks: readonly Task[], project: string): readonly ExportedFile[] {
  const numbers = numbersOf(tasks);
  const ids = new Map(tasks.map(({ id }) => [`TASK-${numbers.get(id.toLowerCase()) ?? ''}`, id]));
  return [settings(project), ...tasks.map((task) => fileOf(task, numbers, ids))];
}

function settings(project: string): ExportedFile {
  const fields: readonly (readonly [string, Writable])[] = [['project_name', project], ['default_status', 'To Do'], ['statuses', ['To Do', 'In Progress', 'Done']], ['task_prefix', 'task']];
  return { path: 'config.yml', text: fields.map(([name, value]) => `${name}: ${printValue(value)}\n`).join('') };
}

/** Ids there are a word and a number. */
function numbersOf(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { id } of tasks) if (/^task-[1-9]\d{0,8}$/i.test(id)) numbers.set(id.toLowerCase(), Number(id.slice('task-'.length)));
  let last = Math.max(0, ...numbers.values());
  for (const { id } of tasks) if (!numbers.has(id.toLowerCase())) numbers.set(id.toLowerCase(), ++last);
  return numbers;
}

function fileOf(task: Task, numbers: ReadonlyMap<string, number>, ids: ReadonlyMap<string, string>): ExportedFile {
  const number = numbers.get(task.id.toLowerCase()) ?? 0;
  const folder = task.status === 'cancelled' ? 'archive/tasks' : 'tasks';
  const path = `${folder}/task-${number} - ${fileWords(task.title)}.md`;
  const front = frontOf(task, number, numbers);
  const body = bodyOf(task);
  // What the form alone gives back tells what has to travel beside it.
  const [read] = readBacklog([{ name: path, text: front + body }]).draft.tasks;
  const kept = read === undefined ? {} : keptFields(toldOf(task), { ...read, dependencies: read.dependencies.map(({ on, label }) => ({ on: ids.get(on) ?? on, label })) });
  return { path, text: `${front}${withFieldBlock(body, kept)}\n` };
}

function frontOf({ title, status, agent, phase, dependencies, priority, deadline }: Task, number: number, numbers: ReadonlyMap<string, number>): string {
  const fields: readonly (readonly [string, Writable])[] = [
    ['id', `TASK-${number}`],
    ['title', title],
    ['status', STATUS[status]],
    ['assignee', agent === null ? [] : [`@${agent}`]],
    ['labels', []],
    ...(phase === null ? [] : [['milestone', phase] as const]),
    ['dependencies', dependencies.flatMap(({ id }) => (numbers.has(id.toLowerCase()) ? [`TASK-${numbers.get(id.toLowerCase()) ?? ''}`] : []))],
    ['priority', priority],
    ...(deadline === null ? [] : [['due_date', deadline] as const]),
  ];
  return `---\n${fields.map(([name, value]) => `${name}: ${printValue(value)}\n`).join('')}---\n\n`;
}

function bodyOf({ notes, acceptance, actions }: Task): string {
  const parts = [
    ...(notes === null ? [] : [marked('Description', 'DESCRIPTION', notes)]),
    ...(acceptance.length === 0 ? [] : [`## Acceptance Criteria\n<!-- AC:BEGIN -->\n${acceptance.map((criterion, at) => `- [ ] #${at + 1} ${criterion}`).join('\n')}\n<!-- AC:END -->`]),
    ...(actions.length === 0 ? [] : [marked('Implementation Plan', 'PLAN', actions.map((step, at) => `${at + 1}. ${step}`).join('\n'))]),
  ];
  return parts.join('\n\n').replace(NO_TEXT, '');
}

/** With these a file would be no text; the block has them escaped. */
const NO_TEXT = /(?![\n\t])\p{Cc}|\p{Surrogate}/gu;

function marked(title: string, mark: string, text: string): string {
  return `## ${title}\n\n<!-- SECTION:${mark}:BEGIN -->\n${text}\n<!-- SECTION:${mark}:END -->`;
}

/** Letters, digits and hyphens: a name that every file system takes. */
function fileWords(title: string): string {
  return Array.from(title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')).slice(0, 60).join('') || 'task';
}
