/** What a label, a column or a nested list says of a task. */
import type { Context } from './context.ts';
import { at, listsIn } from './context.ts';
import { keptLines, normal, oneLine } from './clean-text.ts';
import { estimateIn } from './estimates.ts';
import { dateIn } from './written-dates.ts';
import type { Findings, OpenTask } from './findings.ts';
import { depend } from './findings.ts';
import type { Block, Inline, Item } from './outline.ts';
import { pathsIn } from './paths.ts';
import { priorityIn, saysBlocked, shareIn, stateIn, stateOfBox, stateOfShare } from './states.ts';
import { isNothing, splitDependencies } from './ids.ts';
import { labelledPart } from './labels.ts';
import { splitTail } from './tail.ts';
import { exactFieldOf, isOne, NOBODY, TASK_FIELDS } from './vocabulary.ts';

export type TaskField = keyof typeof TASK_FIELDS;

/** Sets one field by its text; false: the text says nothing that the field can hold. */
export function setField(task: OpenTask, field: TaskField, inline: Inline, line: number, found: Findings, context: Context): void {
  const text = oneLine(inline.text);
  if (isNothing(text)) return;
  switch (field) {
    case 'agent':
      task.agent = agentNamed(text, found) ?? task.agent;
      return;
    case 'status':
      setStatus(task, text, line, found, context);
      return;
    case 'priority':
      task.priority = priorityIn(text) ?? task.priority;
      if (priorityIn(text) === null) found.leave(`priority: ${text}`, 'no-value', at(context, line), 'sure');
      return;
    case 'estimate':
      // What no file can hold is told when the draft is through.
      task.estimate = estimateIn(text, 'hours') ?? task.estimate ?? text;
      return;
    case 'deadline':
    case 'started':
    case 'completed':
      task[field] = dateIn(text) ?? task[field] ?? text;
      return;
    case 'dependencies':
      for (const { on, label } of splitDependencies(inline.text)) depend(task, on, label);
      return;
    case 'files':
      addFiles(task, inline, line, found, context);
      return;
    case 'actions':
    case 'acceptance':
    case 'artifacts':
      task[field].push(text);
      return;
    case 'notes':
      task.notes = [...(task.notes === null ? [] : [task.notes]), keptLines(inline.text)].join('\n');
      return;
    default:
  }
}

/** The first of several: a task is for one, the others are named in its notes by whoever reads the plan. */
export function agentNamed(text: string, found: Findings): string | null {
  const clean = text.replace(/^@/, '').replace(/[*_`]/g, '').trim();
  if (isNothing(clean) || normal(clean) === '' || isOne(normal(clean), NOBODY)) return null;
  const [first = clean] = clean.split(/\s*[,;/、，+&]\s*|\s+(?:and|und|y|et|e|и)\s+/u);
  return found.resolve(clean) ?? found.resolve(first) ?? (first === '' ? null : first);
}

/** "Blocked" is to do, and says more than the field can hold. */
function setStatus(task: OpenTask, text: string, line: number, found: Findings, context: Context): void {
  const share = shareIn(text);
  const state = stateIn(text);
  if (share !== null && share < 100) task.progress = share;
  const implied = stateOfShare(share);
  if (state !== null || implied !== null) found.state(task, state ?? implied ?? 'todo');
  if (share === null && (state === null || saysBlocked(text))) found.leave(`status: ${text}`, 'no-value', at(context, line), 'sure');
}

function addFiles(task: OpenTask, inline: Inline, line: number, found: Findings, context: Context): void {
  const { paths, rest } = pathsIn(inline);
  task.files.push(...paths.filter((path) => !task.files.includes(path)));
  for (const words of rest) found.leave(words, 'no-path', at(context, line), 'sure');
}

/** Blocks below a task: labels with their values or lists, boxes (left to whoever asks), all else steps. */
export function readDetails(task: OpenTask, blocks: readonly Block[], found: Findings, context: Context): readonly Item[] {
  const boxes: Item[] = [];
  let label: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') label = isOfStep(block.inline, boxes) ? null : readParagraph(task, block.inline, block.line, found, context);
    if (block.kind === 'table') found.leave(block.head.map(({ text }) => text).join(' | '), 'no-task', at(context, block.line));
    if (block.kind === 'fence') found.leave(block.text, 'sample', at(context, block.line), 'sure');
    if (block.kind !== 'list') continue;
    for (const item of block.items) {
      const field = label === null ? null : exactFieldOf(label, TASK_FIELDS);
      // A list goes on behind an empty line: boxes below paths are steps.
      if (item.box !== null && field === 'files') label = null;
      if (item.box !== null && (label === null || field === 'actions')) boxes.push(item);
      else readDetail(task, item, label, found, context);
    }
    label = null;
  }
  return boxes;
}

/** Answers the label that what follows stands under. */
function readParagraph(task: OpenTask, inline: Inline, line: number, found: Findings, context: Context): string | null {
  let last: string | null = null;
  for (const whole of inline.text.split('\n')) {
    const { rest: text, facts } = splitTail(whole, true);
    for (const { field, text: value } of facts) setField(task, field === 'progress' ? 'status' : field, { ...inline, text: value }, line, found, context);
    const part = labelledPart(text);
    last = null;
    if (part === null) continue;
    if (part.value === '') last = part.label;
    else setLabelled(task, part.label, { ...inline, text: part.value, code: inline.code.filter((code) => part.value.includes(code)) }, line, found, context);
  }
  if (labelledPart(inline.text) === null && inline.lead === null && task.notes === null && inline.text.length <= 500) task.notes = keptLines(inline.text);
  return last ?? (inline.lead !== null && inline.text === inline.lead ? inline.lead : null);
}

/** "Run: npm test", "Expected: FAIL" below a box: how that step is done, not what must hold of the task. */
function isOfStep({ text, lead }: Inline, boxes: readonly Item[]): boolean {
  const fields = text.split('\n').map((line) => exactFieldOf(labelledPart(line)?.label ?? '', TASK_FIELDS));
  return boxes.length > 0 && lead === null && fields.every((field) => field === null || OF_STEPS.has(field));
}

const OF_STEPS: ReadonlySet<TaskField> = new Set(['actions', 'acceptance', 'artifacts', 'notes', 'title', 'files']);

function readDetail(task: OpenTask, item: Item, label: string | null, found: Findings, context: Context): void {
  const part = labelledPart(item.inline.text);
  const own = part !== null && part.label.split(/\s+/).length <= 5 && (item.inline.lead !== null || exactFieldOf(part.label, TASK_FIELDS) !== null) ? part : null;
  const nested = listsIn(item.blocks).flatMap(({ items }) => items);
  if (part !== null && label !== null && nested.length === 0 && isVerb(part.label) && exactFieldOf(label, TASK_FIELDS) === 'files') {
    addFiles(task, { ...item.inline, text: part.value }, item.line, found, context);
    return;
  }
  if (own !== null && setLabelled(task, own.label, { ...item.inline, text: own.value }, item.line, found, context, nested)) return;
  const field = label === null ? null : exactFieldOf(label, TASK_FIELDS);
  if (field === null && label !== null) return;
  setField(task, field ?? 'actions', item.inline, item.line, found, context);
  for (const inner of nested) setField(task, field ?? 'actions', inner.inline, inner.line, found, context);
}

/** "Create: `src/a.ts`" in a list of files. */
const isVerb = (label: string): boolean => label.split(/\s+/u).length <= 2;

/** A label that is not known, in the place where others have their test, names what the task leaves behind. */
function setLabelled(task: OpenTask, label: string, value: Inline, line: number, found: Findings, context: Context, nested: readonly Item[] = []): boolean {
  const field = exactFieldOf(label, TASK_FIELDS) ?? (value.text !== '' && nested.length === 0 && task.actions.length > 0 && task.acceptance.length === 0 && label.split(/\s+/).length === 1 ? 'artifacts' : null);
  if (field === null) return false;
  if (value.text !== '') setField(task, field === 'title' ? 'notes' : field, value, line, found, context);
  for (const item of nested) setField(task, field === 'title' ? 'actions' : field, item.inline, item.line, found, context);
  return true;
}

export function setBox(task: OpenTask, item: Item, found: Findings): void {
  const state = stateOfBox(item.box);
  if (state !== null) found.state(task, state);
}

