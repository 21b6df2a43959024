/** YAML and JSON of tasks: a queue, lists by team or agent, areas. */
import { readYaml } from '../../documents/read-yaml.ts';
import { isRecord } from '../../documents/with-value.ts';
import { placeholders } from '../../documents/placeholders.ts';
import type { Priority } from '../../model.ts';
import { normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { agentHeading } from './headings.ts';
import type { Fence, Inline } from './outline.ts';
import { setField } from './task-fields.ts';
import type { TaskField } from './task-fields.ts';
import { splitId } from './ids.ts';
import { readTaskText } from './task-text.ts';
import { EVERYBODY, exactFieldOf, isOne, TASK_FIELDS } from './vocabulary.ts';

export function takeData(fence: Fence, context: Context, found: Findings): boolean {
  const { value, problems } = readYaml(fence.text, '');
  if (problems.length > 0 || value === null || typeof value !== 'object' || placeholders(value).length > 2) return false;
  return takeValue(value, new Lines(fence), context, found);
}

/** The lines of a fence, looked through from the top: values come in the order in which they are written. */
export class Lines {
  readonly #lines: readonly string[];
  readonly #first: number;
  #next = 0;

  constructor({ text, line }: Pick<Fence, 'text' | 'line'>) {
    this.#lines = text.split('\n');
    this.#first = line + 1;
  }

  of(text: string): number {
    const words = oneLine(text).slice(0, 60);
    const from = this.#lines.findIndex((line, index) => index >= this.#next && line.includes(words));
    if (from !== -1) this.#next = from;
    return this.#first + (from === -1 ? this.#next : from);
  }
}

/** Also for front matter. */
export function takeValue(value: unknown, lines: Lines, context: Context, found: Findings): boolean {
  if (Array.isArray(value)) return takeRecords(value, lines, context, found);
  if (!isRecord(value)) return false;
  let any = false;
  for (const [key, item] of Object.entries(value)) any = takeEntry(key, item, lines, context, found) || any;
  return any;
}

const PRIORITY_LISTS: Readonly<Record<string, Priority>> = { high_priority: 'high', medium_priority: 'medium', low_priority: 'low' };

function takeEntry(key: string, item: unknown, lines: Lines, context: Context, found: Findings): boolean {
  const name = normal(key);
  if (name === 'task queue' && isRecord(item)) {
    return Object.entries(item).map(([list, tasks]) => Array.isArray(tasks) && takeRecords(tasks, lines, context, found, PRIORITY_LISTS[list] ?? null)).includes(true);
  }
  if ((name === 'conflict resolution' || name === 'ownership') && isRecord(item)) return takeAreas(item, lines, context, found);
  if (exactFieldOf(key, { title: TASK_FIELDS.title }) !== null && Array.isArray(item)) return takeWork(item, lines, context, found);
  const agent = workerCalled(key, found);
  if (agent !== null) return takeWorker(agent, item, lines, context, found);
  if (isRecord(item) && Object.keys(item).length > 0 && Object.entries(item).every(([inner, list]) => workerCalled(inner, found) !== null && Array.isArray(list))) return takeValue(item, lines, context, found);
  return false;
}

/** An agent that is known, or a key that calls itself one. */
function workerCalled(key: string, found: Findings): string | null {
  const name = key.replaceAll('_', ' ').trim();
  if (isOne(normal(name), EVERYBODY)) return name;
  return found.resolve(name) ?? (agentHeading(name) === null ? null : name);
}

function takeWorker(agent: string, item: unknown, lines: Lines, context: Context, found: Findings): boolean {
  const own = isOne(normal(agent), EVERYBODY) ? agent : (found.resolve(agent) ?? found.agentCalled(agent, at(context, lines.of(agent)), 'likely').name);
  const inner = { ...context, agent: own };
  if (Array.isArray(item)) return takeWork(item, lines, inner, found);
  if (!isRecord(item)) return false;
  const tasks = Object.entries(item).find(([key, list]) => exactFieldOf(key, { title: TASK_FIELDS.title }) !== null && Array.isArray(list));
  const files = Object.entries(item).find(([key, list]) => exactFieldOf(key, { files: TASK_FIELDS.files }) !== null && Array.isArray(list));
  const known = found.agents.find(({ name }) => name === own);
  if (files && known) known.owns.push(...(files[1] as unknown[]).filter((path) => typeof path === 'string' && !known.owns.includes(path)).map(String));
  return tasks === undefined ? files !== undefined : takeWork(tasks[1] as unknown[], lines, inner, found);
}

/** Texts, `ID: title` pairs or records. */
function takeWork(items: readonly unknown[], lines: Lines, context: Context, found: Findings): boolean {
  const texts = items.map(textOfItem);
  if (texts.some((text) => text === null)) return takeRecords(items, lines, context, found);
  for (const text of texts) if (text !== null) takeText(text, lines, context, found);
  return texts.length > 0;
}

function textOfItem(item: unknown): string | null {
  if (typeof item === 'string' && item.trim() !== '') return item;
  if (!isRecord(item)) return null;
  const [[key, value] = ['', null], ...more] = Object.entries(item);
  return more.length === 0 && typeof value === 'string' && exactFieldOf(key, TASK_FIELDS) === null ? `${key}: ${value}` : null;
}

function takeText(text: string, lines: Lines, context: Context, found: Findings): void {
  const { id, title, notes, agent, estimate, deadline, priority, dependencies } = readTaskText({ ...inlineOf(text), lead: null });
  const line = lines.of(splitId(text).id ?? text);
  const task = found.addTask({ id, title, notes, agent: agent ?? context.agent, ...{ estimate, deadline, priority, phase: context.phase, group: context.group }, origin: at(context, line), sureness: 'sure' });
  for (const { on, label } of dependencies) depend(task, on, label);
}

/** Records that have a title and something else a task has. */
function takeRecords(items: readonly unknown[], lines: Lines, context: Context, found: Findings, priority: Priority | null = null): boolean {
  if (items.length === 0) return true;
  const records = items.filter(isRecord).map(fieldsOf);
  if (records.length !== items.length || !records.every((record) => record.title !== null && record.fields.size >= 1)) return false;
  for (const { id, title, fields } of records) {
    const line = lines.of(id ?? title ?? '');
    const task = found.addTask({ id, title: oneLine(title ?? ''), agent: context.agent, priority, phase: context.phase, group: context.group, origin: at(context, line), sureness: 'sure' });
    for (const [field, value] of fields) setValue(task, field, value, line, context, found);
  }
  return true;
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
  const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  for (const text of texts) if (field !== 'id' && text.trim() !== '') setField(task, field, inlineOf(text), line, found, context);
}

const inlineOf = (text: string): Inline => ({ text, lead: null, code: [], struck: false });

function takeAreas(areas: Readonly<Record<string, unknown>>, lines: Lines, context: Context, found: Findings): boolean {
  for (const [name, area] of Object.entries(areas)) {
    if (!isRecord(area)) continue;
    const text = (key: string): string | null => (typeof area[key] === 'string' ? area[key] : null);
    const list = (key: string): readonly string[] => (Array.isArray(area[key]) ? area[key].filter((one) => typeof one === 'string') : []);
    found.areas.push({ name, owner: text('owner'), reviewers: list('reviewers'), decisionMaker: text('decision_maker'), paths: list('paths'), origin: at(context, lines.of(name)), sureness: 'sure' });
  }
  return true;
}
