/** YAML and JSON of tasks: a queue, lists by team, agent, phase or state, areas. */
import { TASK_LISTS } from '../../documents/task-lists.ts';
import { isRecord } from '../../documents/with-value.ts';
import { placeholders } from '../../documents/placeholders.ts';
import { KINDS } from '../../model.ts';
import type { Priority } from '../../model.ts';
import { priorityMeant } from '../foreign-words.ts';
import { normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { DataLines } from './data-lines.ts';
import { takeAreas, targetOf, severityOf, takeSettings } from './data-settings.ts';
import type { Reading } from './data-settings.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { agentHeading } from './headings.ts';
import type { Inline } from './outline.ts';
import type { Data } from './read-data.ts';
import { setShelf } from './shelves.ts';
import { setField } from './task-fields.ts';
import type { TaskField } from './task-fields.ts';
import { splitId } from './ids.ts';
import { stateNamed } from './states.ts';
import { readTaskText } from './task-text.ts';
import { EVERYBODY, exactFieldOf, isOne, TASK_FIELDS } from './vocabulary.ts';

const TITLE = { title: TASK_FIELDS.title };
const FILES = { files: TASK_FIELDS.files };
const SHELVES = { phase: TASK_FIELDS.phase, group: TASK_FIELDS.group };

/** `first`: the line of the file on which its text begins. */
export function takeData(data: Data, first: number, context: Context, found: Findings): boolean {
  const { value, problems } = data;
  if (problems.length > 0 || value === null || typeof value !== 'object' || placeholders(value).length > 2) return false;
  return takeValue(value, { lines: new DataLines(data, first), context, found });
}

/** Also for front matter. */
export function takeValue(value: unknown, reading: Reading): boolean {
  if (Array.isArray(value)) return reading.context.isWork ? takeWork(value, reading) : takeRecords(value, reading);
  return isRecord(value) && Object.entries(value).map(([key, item]) => takeEntry(key, item, reading)).includes(true);
}

const PRIORITY_LISTS: Readonly<Record<string, Priority>> = Object.fromEntries(TASK_LISTS);

function takeEntry(key: string, item: unknown, reading: Reading): boolean {
  const { context, found } = reading;
  const name = normal(key);
  if (name === 'task queue' && isRecord(item)) {
    return Object.entries(item).map(([list, tasks]) => Array.isArray(tasks) && takeRecords(tasks, reading, PRIORITY_LISTS[list] ?? null)).includes(true);
  }
  if ((name === 'conflict resolution' || name === 'ownership') && isRecord(item)) return takeAreas(item, reading);
  if ((name === 'severity levels' || name === 'severities') && isRecord(item)) return takeSettings('severities', item, severityOf, reading);
  if ((name === 'agent metrics' || name === 'targets') && isRecord(item)) return takeSettings('targets', item, targetOf, reading);
  if (isWorkList(key, item)) return takeWorkList(item, reading);
  const shelf = shelfCalled(key);
  if (shelf !== null && takeShelves(shelf, item, reading)) return true;
  const status = stateNamed(key);
  if (status !== null && Array.isArray(item)) return takeWork(item, { ...reading, context: { ...context, status } });
  const agent = workerCalled(key, found);
  if (agent !== null) return takeWorker(agent, item, reading);
  const isByWorker = isRecord(item) && Object.keys(item).length > 0 && Object.entries(item).every(([inner, list]) => workerCalled(inner, found) !== null && Array.isArray(list));
  return (isByWorker || context.isWork) && takeValue(item, reading);
}

const isTitle = (key: string): boolean => normal(key) === 'task queue' || exactFieldOf(key, TITLE) !== null;

/** "tasks": a list, or records by their ids. */
function isWorkList(key: string, item: unknown): boolean {
  return isTitle(key) && (Array.isArray(item) || (isRecord(item) && Object.keys(item).length > 0 && Object.values(item).every((one) => isRecord(one) && fieldsOf(one).title !== null)));
}

function takeWorkList(item: unknown, reading: Reading): boolean {
  if (Array.isArray(item)) return takeWork(item, reading);
  if (isRecord(item)) for (const [id, record] of Object.entries(item)) if (isRecord(record)) takeRecord(record, reading, null, id);
  return true;
}

// Lists by phase or group.

function shelfCalled(key: string): 'phase' | 'group' | null {
  return exactFieldOf(key, SHELVES) ?? exactFieldOf(key.replace(/s$/i, ''), SHELVES);
}

/** `phases: [{name, tasks}]`, `phases: {First: [...]}`. */
function takeShelves(kind: 'phase' | 'group', item: unknown, reading: Reading): boolean {
  const shelves = Array.isArray(item) ? item.filter(isRecord).map((body) => ({ name: nameIn(body), body })) : isRecord(item) ? Object.entries(item).map(([name, body]) => ({ name, body })) : [];
  return shelves.map(({ name, body }) => name !== null && takeShelf(kind, name, body, reading)).includes(true);
}

function takeShelf(kind: 'phase' | 'group', name: string, body: unknown, reading: Reading): boolean {
  const { context, found, lines } = reading;
  const list = Array.isArray(body) ? body : isRecord(body) ? Object.entries(body).find(([key, one]) => isWorkList(key, one))?.[1] : undefined;
  if (list === undefined) return false;
  const origin = at(context, lines.ofRecord(body, name));
  const { key } = kind === 'phase' ? found.addPhase(name, name, origin) : found.addGroup(name, context.agent, null, origin);
  return takeWorkList(list, { ...reading, context: { ...context, isWork: true, [kind]: key } });
}

function nameIn(record: Readonly<Record<string, unknown>>): string | null {
  const { id, title } = fieldsOf(record);
  return title ?? id;
}

// Lists by who works on them.

/** An agent that is known, or a key that calls itself one. */
function workerCalled(key: string, found: Findings): string | null {
  const name = key.replaceAll('_', ' ').trim();
  if (isOne(normal(name), EVERYBODY)) return name;
  return found.resolve(name) ?? (agentHeading(name) === null ? null : name);
}

function takeWorker(agent: string, item: unknown, reading: Reading): boolean {
  const { lines, context, found } = reading;
  const own = isOne(normal(agent), EVERYBODY) ? agent : (found.resolve(agent) ?? found.agentCalled(agent, at(context, lines.of(agent)), 'likely').name);
  const inner = { ...reading, context: { ...context, agent: own } };
  if (Array.isArray(item)) return takeWork(item, inner);
  if (!isRecord(item)) return false;
  const tasks = Object.entries(item).find(([key, list]) => isWorkList(key, list));
  const files = Object.entries(item).find(([key, list]) => exactFieldOf(key, FILES) !== null && Array.isArray(list));
  const known = found.agent(own);
  if (files && known) known.owns.push(...(files[1] as unknown[]).filter((path) => typeof path === 'string' && !known.owns.includes(path)).map(String));
  return tasks === undefined ? files !== undefined : takeWorkList(tasks[1], inner);
}

// Lists of work.

/** Texts, `ID: title` pairs or records. */
function takeWork(items: readonly unknown[], reading: Reading): boolean {
  const texts = items.map(textOfItem);
  if (texts.every((text) => text === null)) return takeRecords(items, reading);
  if (texts.some((text) => text === null) && !reading.context.isWork) return takeRecords(items, reading);
  texts.forEach((text, index) => {
    if (text !== null) takeText(text, reading);
    else takeRecords(items.slice(index, index + 1), reading);
  });
  return texts.length > 0;
}

function textOfItem(item: unknown): string | null {
  if (typeof item === 'string' && item.trim() !== '') return item;
  if (!isRecord(item)) return null;
  const [[key, value] = ['', null], ...more] = Object.entries(item);
  return more.length === 0 && typeof value === 'string' && exactFieldOf(key, TASK_FIELDS) === null ? `${key}: ${value}` : null;
}

function takeText(text: string, { lines, context, found }: Reading): void {
  const { id, title, notes, agent, estimate, deadline, priority, status, dependencies } = readTaskText({ ...inlineOf(text), lead: null });
  const line = lines.of(splitId(text).id ?? text);
  const task = found.addTask({ id, title, notes, agent: agent ?? context.agent, status: status ?? context.status ?? 'todo', ...{ estimate, deadline, priority, phase: context.phase, group: context.group }, origin: at(context, line), sureness: 'sure' });
  for (const { on, label } of dependencies) depend(task, on, label);
}

/** Records that have a title and something else a task has; where it was said that they are work, a title is enough. */
function takeRecords(items: readonly unknown[], reading: Reading, priority: Priority | null = null): boolean {
  const { lines, context, found } = reading;
  const isTask = (item: unknown): item is Readonly<Record<string, unknown>> => isRecord(item) && fieldsOf(item).title !== null && (context.isWork || fieldsOf(item).fields.size >= 1);
  if (!context.isWork && !items.every(isTask)) return false;
  for (const item of items) {
    if (isTask(item)) takeRecord(item, reading, priority);
    else found.leave(JSON.stringify(item), 'no-task', at(context, lines.ofRecord(item, typeof item === 'string' ? item : '')));
  }
  return true;
}

function takeRecord(record: Readonly<Record<string, unknown>>, { lines, context, found }: Reading, priority: Priority | null, key: string | null = null): void {
  const { id, title, fields } = fieldsOf(record);
  const line = lines.ofRecord(record, id ?? key ?? title ?? '');
  const task = found.addTask({ id: id ?? key, title: oneLine(title ?? ''), agent: context.agent, status: context.status ?? 'todo', priority, phase: context.phase, group: context.group, origin: at(context, line), sureness: 'sure' });
  const kind = KINDS.find((one) => one === record['kind']);
  if (kind !== undefined) task.kind = kind;
  for (const [field, value] of fields) setValue(task, field, value, line, context, found);
}

interface RecordFields {
  readonly id: string | null;
  readonly title: string | null;
  readonly fields: ReadonlyMap<TaskField, unknown>;
}

function fieldsOf(record: Readonly<Record<string, unknown>>): RecordFields {
  const fields = new Map<TaskField, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const field = exactFieldOf(key, TASK_FIELDS);
    if (field !== null) fields.set(field === 'title' && fields.has('title') ? 'notes' : field, value);
  }
  const [id, title] = [fields.get('id'), fields.get('title')];
  fields.delete('title');
  return { id: typeof id === 'string' || typeof id === 'number' ? String(id) : null, title: typeof title === 'string' && title.trim() !== '' ? title : null, fields };
}

function setValue(task: OpenTask, field: TaskField, value: unknown, line: number, context: Context, found: Findings): void {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((one) => textIn(field, one) ?? []);
  for (const text of texts.filter((one) => field !== 'id' && one.trim() !== '')) {
    if (field === 'phase' || field === 'group') setShelf(task, field, inlineOf(text), context, line, found);
    else setField(task, field, inlineOf(text), line, found, context);
  }
}

/** Of a record within a record what it is called; `done: true` and `progress: 40` as people would write them. */
function textIn(field: TaskField, value: unknown): string | null {
  if (isRecord(value)) return field === 'dependencies' ? (fieldsOf(value).id ?? nameIn(value)) : nameIn(value);
  if (field === 'priority') return priorityMeant(value) ?? String(value);
  if (typeof value === 'number') return field === 'status' ? `${value} %` : String(value);
  if (typeof value === 'boolean') return field === 'status' && value ? 'done' : null;
  return typeof value === 'string' ? value : null;
}

const inlineOf = (text: string): Inline => ({ text, lead: null, code: [], struck: false });
