/** Goes through the sections of a document, each with what the headings above it opened, and lets the rules take its blocks. */
import type { Origin } from '../draft.ts';
import { cleanTitle, normal } from './clean-text.ts';
import { at, hasBoxes, holdsBoxes, isCheck, listsIn, opensAside, opensNoWork, saysNoWork, saysWork } from './context.ts';
import type { Context } from './context.ts';
import { takeFence, takeInvocations } from './fences.ts';
import { hoursIn } from './find-agents.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { agentHeading, phaseHeading, readHeading, taskHeading } from './headings.ts';
import { takeList } from './lists.ts';
import type { Block, List, Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { ownerOfHeading } from './owners.ts';
import { stateNamed } from './states.ts';
import { isTold, nodeHeading } from './told-tasks.ts';
import { readSyncPoint } from './sync-points.ts';
import { takeTable } from './tables.ts';
import { agentNamed, readDetails, setField } from './task-fields.ts';
import { labelledPart } from './labels.ts';
import { readTaskText } from './task-text.ts';
import { AGENT_WORD, exactFieldOf, fieldOf, holds, SEQUENTIAL, TASK_FIELDS } from './vocabulary.ts';

export function walk(section: Section, context: Context, found: Findings): void {
  const before = found.tasks.length;
  const opened = section.level === 0 ? context : open(section, context, found);
  if (opened.task !== null && opened.task !== context.task) readTaskSection(section, opened, found);
  else readBlocks(section.blocks, opened, found);
  for (const child of section.children) if (!isFieldOfTask(child, opened)) walk(child, opened, found);
  if (opened.group !== context.group) settleGroup(opened.group, found.tasks.slice(before), found);
}

/** What a heading opens: the first that fits. */
function open(section: Section, outer: Context, found: Findings): Context {
  const { text } = section.heading;
  const context: Context = { ...outer, agent: outer.agent ?? ownerOfHeading(readHeading(section.heading).brackets, found), above: text };
  const phase = phaseHeading(text);
  if (outer.noWork) return { ...context, agent: found.resolve(readHeading({ text }).bare) };
  if (phase === null && opensNoWork(section) && !hasIds(section)) return { ...context, noWork: true };
  if (phase === null && opensAside(section) && !isOfAgent(section, outer)) return { ...context, isAside: true, isWork: false };
  const task = outer.task === null && (phase === null || outer.phase !== null || isTold(section)) ? taskOf(section, context, found) : null;
  if (task !== null) return { ...context, task };
  if (phase !== null && holdsWork(section)) return openPhase(section, phase, context, found);
  const agent = agentMeant(section, found);
  if (agent !== null && outer.phase === null) return { ...context, agent };
  const state = stateNamed(text);
  if (state !== null) return { ...context, status: state, isWork: true };
  if (saysWork(text)) return { ...context, isWork: true };
  if (agent !== null || (section.level > 1 && isGroup(section))) return openGroup(section, agent, context, found);
  return context;
}

/** "Responsibilities" of an agent, with boxes below: its work. */
const isOfAgent = (section: Section, { agent }: Context): boolean => agent !== null && holdsBoxes(section);

const hasIds = (section: Section): boolean => listsIn(section.blocks).some((list) => hasBoxes(list) && list.items.every(({ inline }) => taskHeading(inline.text) !== null));

/** Below it stands something that may be work. */
function holdsWork(section: Section): boolean {
  return sectionsOf(section).some(({ blocks, children }) => children.length > 0 || blocks.some((block) => block.kind === 'list' || block.kind === 'table' || block.kind === 'fence'));
}

function agentMeant(section: Section, found: Findings): string | null {
  const named = agentHeading(section.heading.text);
  const { bare } = readHeading(section.heading);
  const known = found.resolve(named?.name ?? bare.split(/\s*[:：]\s+|\s+[–—-]\s+/u)[0] ?? bare);
  return known !== null && found.agents.some(({ name }) => name === known) ? known : null;
}

// A task by its heading.

function taskOf(section: Section, context: Context, found: Findings): Context['task'] {
  const { text } = section.heading;
  const heading = readHeading({ text });
  const numbered = taskHeading(text) ?? nodeHeading(text, found);
  const isNumbered = numbered !== null && (!numbered.isChapter || (context.phase !== null && isLeaf(section)));
  if (!isNumbered && !isImplied(section, context, heading.estimate)) return null;
  const parts = readTaskText({ ...section.heading, text: cleanTitle(text), lead: null });
  const named = isNumbered ? null : agentHeading(text);
  const owner = named === null || named.name.startsWith('@') ? null : found.resolve(named.name);
  const isAgents = owner !== null && found.agents.some(({ name }) => name === owner);
  const task = found.addTask({
    ...{ id: isNumbered ? (parts.id ?? numbered.id) : null, title: isNumbered ? (parts.id === null ? numbered.title : parts.title) : (named !== null && isAgents ? (named.role ?? heading.bare) : titleOf(heading)) },
    agent: isAgents ? owner : (parts.agent ?? context.agent),
    status: context.status ?? 'todo',
    ...{ phase: context.phase, group: context.group, priority: parts.priority, deadline: parts.deadline, estimate: heading.estimate ?? parts.estimate },
    origin: at(context, section.line),
    sureness: isNumbered ? 'sure' : 'likely',
  });
  const step = /(\d{1,3})$/.exec(phaseHeading(text)?.label ?? '')?.[1];
  if (step !== undefined) found.numbered.add(task, { list: 0, number: Number(step) });
  for (const { on, label } of parts.dependencies) depend(task, on, label);
  return task;
}

const titleOf = ({ bare }: { readonly bare: string }): string => phaseHeading(bare)?.name ?? bare;

const isLeaf = (section: Section): boolean => section.children.length === 0;

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
function isFieldOfTask(section: Section, { task }: Context): boolean {
  return task !== null && isLeaf(section) && taskHeading(section.heading.text) === null && fieldOf(readHeading(section.heading).bare, TASK_FIELDS) !== null;
}

function readTaskSection(section: Section, context: Context, found: Findings): void {
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
    const field = fieldOf(readHeading(child.heading).bare, TASK_FIELDS);
    if (field === null || !isFieldOfTask(child, context)) continue;
    for (const list of listsIn(child.blocks)) for (const { inline, line } of list.items) setField(task, field, inline, line, found, inner);
    for (const block of child.blocks) if (block.kind === 'paragraph') setField(task, field, block.inline, block.line, found, inner);
  }
}

// Phases and groups.

function openPhase(section: Section, { label, name }: { readonly label: string; readonly name: string }, context: Context, found: Findings): Context {
  const heading = readHeading(section.heading);
  const above = found.phase(context.phase);
  const isInner = section.children.some((child) => phaseHeading(child.heading.text) !== null && !isLeafTask(child));
  if (isInner) return { ...context, isRich: false, isWork: false };
  const phase = found.addPhase(above === null ? label : `${above.key} ${label}`, heading.bare === label ? label : name, at(context, section.line));
  phase.length = lengthIn([...heading.brackets]);
  if (isSequential(section)) phase.mode = 'sequential';
  const byAgents = heading.brackets.flatMap((bracket) => bracket.split(/\s*[,+&/、]\s*/u)).flatMap((one) => found.resolve(one) ?? []);
  return { ...context, phase: phase.key, agent: byAgents.length === 1 ? (byAgents[0] ?? null) : context.agent, isRich: isRich(section, found), isWork: false, isAside: false };
}

/** Below it is nothing but words and commands. */
function isLeafTask(section: Section): boolean {
  return isLeaf(section) && section.blocks.every((block, index) => block.kind === 'paragraph' || (block.kind === 'fence' && !DATA.has(block.language)) || isCheck(section.blocks[index - 1]));
}

const DATA = new Set(['', 'yaml', 'yml', 'json', 'mermaid']);

function lengthIn(brackets: readonly string[]): string | null {
  for (const bracket of brackets) {
    const weeks = /^\D{0,12}(\d{1,2})\s*[-–]\s*(\d{1,2})$/u.exec(bracket.split(',')[0] ?? '');
    if (weeks && /week|woche|semana|semaine|settiman|недел/iu.test(bracket)) return `${Number(weeks[2]) - Number(weeks[1]) + 1} weeks`;
  }
  return null;
}

function isSequential(section: Section): boolean {
  return section.blocks.some((block) => (block.kind === 'paragraph' && block.inline.lead !== null && holds(normal(block.inline.lead), SEQUENTIAL)) || (block.kind === 'list' && block.ordered && !hasBoxes(block)));
}

/** Work in a surer form than plain lines: boxes, tables, tasks by heading, lines by agent. */
function isRich(section: Section, found: Findings): boolean {
  return sectionsOf(section).some(({ blocks, heading, level }) => {
    const isTask = level > section.level && taskHeading(heading.text) !== null;
    return isTask || blocks.some((block, index) => (block.kind === 'list' && ((hasBoxes(block) && !isCheck(blocks[index - 1])) || block.items.some(({ inline }) => found.resolve(labelledPart(inline.text)?.label ?? '') !== null))) || (block.kind === 'table' && block.head.some(({ text }) => exactFieldOf(text, TASK_FIELDS) === 'title')));
  });
}

/** Boxes stand right below it, or in a phase a part of its work. */
function isGroup({ blocks }: Section): boolean {
  return listsIn(blocks).some(hasBoxes) || blocks.some(({ kind }) => kind === 'table');
}

function openGroup(section: Section, agent: string | null, context: Context, found: Findings): Context {
  const heading = readHeading(section.heading);
  const group = found.addGroup(groupName(heading.bare, agent), agent ?? context.agent, heading.estimate, at(context, section.line));
  return { ...context, agent: agent ?? context.agent, group: group.key };
}

/** "Task Group A: Hardening" is Hardening; "Team 1: Quick fixes" is Quick fixes. */
function groupName(bare: string, agent: string | null): string {
  const parts = /^(.{1,24}?)\s*[:：]\s+(.+)$/u.exec(bare);
  const [, before = '', after = ''] = parts ?? [];
  return parts && (agent !== null || /^(?:task\s+)?(?:group|gruppe|grupo|groupe|gruppo|block|epic|グループ|组|группа)\s*\S{0,3}$/iu.test(before)) ? after : bare;
}

/** A heading above a single box, without an estimate, is no group. */
function settleGroup(key: string | null, added: readonly OpenTask[], found: Findings): void {
  const at = found.groups.findLastIndex((group) => group.key === key);
  const group = found.groups[at];
  if (group === undefined || key === null) return;
  const tasks = added.filter((task) => task.group === key);
  if (tasks.length >= 2 || (tasks.length === 1 && group.estimate !== null)) return;
  found.groups.splice(at, 1);
  for (const task of tasks) task.group = null;
}

// Blocks, and the labels above them.

function readBlocks(blocks: readonly Block[], outer: Context, found: Findings): void {
  let label: string | null = null;
  let context = outer;
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        ({ label, context } = readParagraph(block, outer, found));
        break;
      case 'list':
        if (takeSyncPoints(block, label ?? outer.above, context, found)) break;
        takeList(block, label, context, found);
        label = null;
        break;
      case 'table':
        takeTable(block, label !== null && saysNoWork(label) ? { ...context, noWork: true } : context, found);
        break;
      case 'fence':
        takeFence(block, label !== null && saysNoWork(label) ? { ...context, noWork: true } : context, found);
        break;
    }
  }
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** A line that introduces what follows: bold by itself, or ended by a colon. */
function readParagraph({ inline, line }: Paragraph, outer: Context, found: Findings): { label: string | null; context: Context } {
  takeInvocations(inline.text.split('\n'), line, outer, found);
  const last = inline.text.split('\n').at(-1) ?? '';
  const isBold = inline.lead !== null && (inline.text.split('\n').length === 1);
  const introduced = /([^.!?。:：\n]{1,80})[:：]$/u.exec(last.trim());
  const label = isBold ? inline.lead : introduced ? (introduced[1] ?? '').trim() : null;
  if (label === null) return { label: null, context: outer };
  noteSync(label, inline.text, outer, found);
  return openLabel(label, isBold ? inline.text : label, { file: outer.file, line }, outer, found);
}

/** A label may name a slot, a phase or an agent: what follows is theirs. */
function openLabel(label: string, whole: string, origin: Origin, outer: Context, found: Findings): { label: string | null; context: Context } {
  const hours = hoursIn(label);
  if (hours !== null && !outer.noWork) return { label: null, context: openSlot(cleanTitle(label), hours, origin, outer, found) };
  if (outer.noWork || saysNoWork(label)) return { label, context: outer };
  const phase = /[:：]\s*\S/u.test(whole.slice(whole.indexOf(label) + label.length)) ? null : phaseHeading(label);
  if (phase !== null && outer.task === null) {
    const opened = found.addPhase(outer.phase === null ? phase.label : `${outer.phase} ${phase.label}`, phase.name, origin);
    return { label: null, context: { ...outer, phase: opened.key, isRich: false } };
  }
  const named = agentHeading(label);
  const agent = found.resolve(readHeading({ text: label }).bare) ?? (named !== null && outer.agent === null && !holds(normal(named.name), ['all', 'both']) && normal(named.name).split(' ').length <= 3 && AGENT_WORD.some((word) => normal(label).endsWith(word)) ? agentNamed(named.name, found) : null);
  if (agent !== null) return { label: null, context: { ...outer, agent, isWork: true } };
  const state = stateNamed(label);
  return state === null ? { label, context: outer } : { label: null, context: { ...outer, status: state, isWork: true } };
}

function openSlot(label: string, hours: string, origin: Origin, outer: Context, found: Findings): Context {
  const name = readHeading({ text: label }).bare;
  const [from = '', to = ''] = hours.split('-').map((time) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60);
  const above = found.phase(outer.phase);
  const slot = found.addPhase(above === null ? name : `${above.key} ${name}`, above === null ? name : `${above.name}, ${name} ${hours}`, origin);
  slot.length = Number(to) > Number(from) ? `${Number(to) - Number(from)} hours` : null;
  return { ...outer, phase: slot.key, isRich: false };
}

function noteSync(label: string, text: string, outer: Context, found: Findings): void {
  const phase = found.phase(outer.phase);
  if (phase === null || !/^sync|^abstimmung|^sincron|^同期|^同步|^синхрон/iu.test(label)) return;
  const rest = text.slice(text.indexOf(label) + label.length).replace(/^[\s:：]+/u, '');
  if (rest !== '') phase.sync ??= rest;
}

function takeSyncPoints(list: Extract<Block, { kind: 'list' }>, above: string, context: Context, found: Findings): boolean {
  if (!/sync|abstimmung|sincron|meeting|besprechung|reuni|同期|会議|同步|会议|синхрон|встреч/iu.test(above)) return false;
  const points = list.items.map(({ inline, line }) => ({ point: readSyncPoint(inline.text), line }));
  if (points.every(({ point }) => point === null)) return false;
  points.forEach(({ point, line }, index) => {
    if (point === null) found.leave(list.items[index]?.inline.text ?? '', 'no-task', at(context, line));
    else found.syncPoints.push({ ...point, origin: at(context, line), sureness: 'likely' });
  });
  return true;
}
