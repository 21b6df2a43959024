/** Headings that are tasks by themselves, with what stands below them as their fields. */
import { cleanTitle } from './clean-text.ts';
import { at, hasBoxes, holdsBoxes, isCheck, listsIn, opensNoWork, saysWork } from './context.ts';
import type { Context } from './context.ts';
import { depend } from './findings.ts';
import type { Findings } from './findings.ts';
import { agentHeading, phaseHeading, readHeading, taskHeading } from './headings.ts';
import { isStep } from './items.ts';
import { labelledPart } from './labels.ts';
import { readBlocks } from './labelled-blocks.ts';
import type { Block, List, Section } from './outline.ts';
import { isLeaf } from './outline.ts';
import { isLeafTask } from './shelves.ts';
import { readDetails, setField } from './task-fields.ts';
import type { TaskField } from './task-fields.ts';
import { readTaskText } from './task-text.ts';
import { isTold, nodeHeading } from './told-tasks.ts';
import { exactFieldOf, fieldOf, TASK_FIELDS } from './vocabulary.ts';

/** null: the heading is none. */
export function openTask(section: Section, context: Context, found: Findings): Context['task'] {
  const { text } = section.heading;
  const heading = readHeading({ text });
  const numbered = taskHeading(text) ?? nodeHeading(text, found);
  const isNumbered = numbered !== null && (!numbered.isChapter || (context.phase !== null && isLeaf(section)));
  if (isNumbered && holdsTasks(section)) return null;
  if (!isNumbered && !isImplied(section, context, heading.estimate)) return null;
  const parts = readTaskText({ ...section.heading, text: cleanTitle(text), lead: null });
  const named = isNumbered ? null : agentHeading(text);
  const owner = named === null || named.name.startsWith('@') ? null : found.agentMeant(named.name);
  const task = found.addTask({
    ...{ id: isNumbered ? (parts.id ?? numbered.id) : null, title: isNumbered ? (parts.id === null ? numbered.title : parts.title) : (named !== null && owner !== null ? (named.role ?? heading.bare) : titleOf(heading)) },
    agent: owner ?? parts.agent ?? context.agent,
    status: context.status ?? 'todo',
    ...{ phase: context.phase, group: context.group, priority: parts.priority, deadline: parts.deadline, started: parts.started, estimate: heading.estimate ?? parts.estimate },
    origin: at(context, section.line),
    sureness: isNumbered ? 'sure' : 'likely',
  });
  const step = /(\d{1,3})$/.exec(phaseHeading(text)?.label ?? '')?.[1];
  if (step !== undefined) found.numbered.add(task, { list: 0, number: Number(step) });
  for (const { on, label } of parts.dependencies) depend(task, on, label);
  return task;
}

/** Most boxes right below it say whose they are, how long they take or what they wait for: it only holds them together. */
function holdsTasks({ blocks }: Section): boolean {
  const boxes = listsIn(blocks).filter(hasBoxes).flatMap(({ items }) => items);
  return boxes.filter((box) => !isStep(box)).length * 2 > boxes.length;
}

const titleOf = ({ bare }: { readonly bare: string }): string => phaseHeading(bare)?.name ?? bare;

/** In a phase: a heading with an estimate, or with what tasks have, below which nothing is work of its own. */
function isImplied(section: Section, context: Context, estimate: string | null): boolean {
  if (!isLeaf(section) || holdsBoxes(section) || context.task !== null) return false;
  if (isTold(section)) return true;
  const labels = section.blocks.flatMap(labelsOf);
  const fields = new Set(labels.flatMap((label) => exactFieldOf(label, TASK_FIELDS) ?? []));
  if (['status', 'priority', 'dependencies', 'estimate', 'agent', 'deadline'].filter((field) => fields.has(field as 'status')).length >= 2) return !saysWork(section.heading.text);
  if (context.phase === null) return false;
  const lists = section.blocks.filter((block, index) => block.kind === 'list' && !isCheck(section.blocks[index - 1])) as readonly List[];
  const isExplained = lists.length === 0 || lists.every((_, index) => labels.length > index);
  const isNested = phaseHeading(section.heading.text) !== null;
  return (estimate !== null || isNested) && (!isNested || isLeafTask(section)) && isExplained && (lists.length === 0 || !labels.some(saysWork)) && !lists.some(({ items }) => items.some(({ inline }) => agentHeading(labelledPart(inline.text)?.label ?? '') !== null));
}

function labelsOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return block.inline.text.split('\n').flatMap((line) => labelledPart(line)?.label ?? []);
  return block.kind === 'list' ? block.items.flatMap(({ inline }) => (inline.lead === null && exactFieldOf(labelledPart(inline.text)?.label ?? '', TASK_FIELDS) === null ? [] : (labelledPart(inline.text)?.label ?? []))) : [];
}

/** "### Acceptance criteria" below a task tells of it. */
export function isFieldOfTask(section: Section, { task }: Context): boolean {
  return task !== null && isLeaf(section) && taskHeading(section.heading.text) === null && fieldBelow(section) !== null;
}

/** Boxes below a heading within a task are what must hold, or its steps: not tasks beside it, unless they have ids. */
function fieldBelow(section: Section): TaskField | null {
  const named = fieldOf(readHeading(section.heading).bare, TASK_FIELDS);
  const boxes = listsIn(section.blocks).filter(hasBoxes).flatMap(({ items }) => items);
  if (named !== null || boxes.length === 0 || boxes.some(({ inline }) => taskHeading(inline.text) !== null)) return named;
  return opensNoWork(section) ? 'acceptance' : 'actions';
}

export function readTaskSection(section: Section, context: Context, found: Findings): void {
  const { task } = context;
  if (task === null) return;
  const inner = { ...context, status: null, agent: task.agent };
  const check = section.blocks.findIndex(isCheck);
  const own = check === -1 || context.phase === null ? section.blocks : section.blocks.slice(0, check);
  const boxes = readDetails(task, own, found, inner);
  readBlocks(section.blocks.slice(own.length), { ...context, task: null }, found);
  // Below a heading that is a task, boxes are its steps; what they say of it counts where all are ticked.
  for (const box of boxes) task.actions.push(box.inline.text);
  if (boxes.length > 0 && boxes.every(({ box }) => box === 'done')) task.status = 'done';
  else if (boxes.some(({ box }) => box === 'done') && task.status === 'todo') task.status = 'in_progress';
  for (const child of section.children) {
    const field = fieldBelow(child);
    if (field === null || !isFieldOfTask(child, context)) continue;
    for (const list of listsIn(child.blocks)) for (const { inline, line } of list.items) setField(task, field, inline, line, found, inner);
    for (const block of child.blocks) if (block.kind === 'paragraph') setField(task, field, block.inline, block.line, found, inner);
  }
}
