/** Headings that open a phase or a group. */
import { minutesOf } from '../../duration.ts';
import { normal, oneLine } from './clean-text.ts';
import { at, hasBoxes, isCheck, listsIn } from './context.ts';
import type { Context } from './context.ts';
import { estimateIn, isEstimate } from './estimates.ts';
import type { Findings, OpenTask } from './findings.ts';
import { phaseHeading, readHeading, taskHeading } from './headings.ts';
import { labelledPart } from './labels.ts';
import type { Inline, Section } from './outline.ts';
import { isLeaf, sectionsOf } from './outline.ts';
import { exactFieldOf, holds, SEQUENTIAL, TASK_FIELDS } from './vocabulary.ts';

export function openPhase(section: Section, { label, name }: { readonly label: string; readonly name: string }, context: Context, found: Findings): Context {
  const heading = readHeading(section.heading);
  const above = found.phase(context.phase);
  const isInner = section.children.some((child) => phaseHeading(child.heading.text) !== null && !isLeafTask(child));
  if (isInner) return { ...context, isRich: false, isWork: false };
  const phase = found.addPhase(above === null ? label : `${above.key} ${label}`, heading.bare === label ? label : name, at(context, section.line));
  const { length, rest } = lengthIn(heading.brackets);
  phase.length = length;
  for (const text of rest) found.leave(`${label}: ${text}`, 'no-value', at(context, section.line));
  if (isSequential(section)) phase.mode = 'sequential';
  const byAgents = heading.brackets.flatMap((bracket) => bracket.split(/\s*[,+&/、]\s*/u)).flatMap((one) => found.resolve(one) ?? []);
  return { ...context, phase: phase.key, agent: byAgents.length === 1 ? (byAgents[0] ?? null) : context.agent, isRich: isRich(section, found), isWork: false, isAside: false };
}

/** Below it is nothing but words and commands. */
export function isLeafTask(section: Section): boolean {
  return isLeaf(section) && section.blocks.every((block, index) => block.kind === 'paragraph' || (block.kind === 'fence' && !DATA.has(block.language)) || isCheck(section.blocks[index - 1]));
}

const DATA = new Set(['', 'yaml', 'yml', 'json', 'mermaid']);

/** "Week 1-2", "90 min"; `rest`: what else is said in numbers, for which there is no field. */
function lengthIn(brackets: readonly string[]): { readonly length: string | null; readonly rest: readonly string[] } {
  const parts = brackets.flatMap((bracket) => bracket.split(/\s*[,;，；]\s*/u));
  const lengths = parts.map((part) => weeksIn(part) ?? onTheClock(part));
  const first = lengths.findIndex((length) => length !== null);
  return { length: lengths[first] ?? null, rest: parts.filter((part, index) => index !== first && /\d/.test(part)) };
}

function onTheClock(part: string): string | null {
  const length = isEstimate(part) ? estimateIn(part) : null;
  return length === null || minutesOf(length) === null ? null : length;
}

function weeksIn(part: string): string | null {
  const [, from, to = from] = /^\D{0,12}?(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/u.exec(part) ?? [];
  const count = Number(to) - Number(from) + 1;
  return count > 0 && /week|woche|semana|semaine|settiman|недел/iu.test(part) ? (count === 1 ? '1 week' : `${count} weeks`) : null;
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
export function isGroup({ blocks }: Section): boolean {
  return listsIn(blocks).some(hasBoxes) || blocks.some(({ kind }) => kind === 'table');
}

export function openGroup(section: Section, agent: string | null, context: Context, found: Findings): Context {
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
export function settleGroup(key: string | null, added: readonly OpenTask[], found: Findings): void {
  const group = key === null ? null : found.groups.get(key);
  if (group === null) return;
  const tasks = added.filter((task) => task.group === key);
  if (tasks.length >= 2 || (tasks.length === 1 && group.estimate !== null)) return;
  found.groups.remove(group);
  for (const task of tasks) task.group = null;
}

/** A phase or group named at a task: the one of that name, or a new one. */
export function setShelf(task: OpenTask, column: 'phase' | 'group', { text }: Inline, context: Context, line: number, found: Findings): void {
  const name = oneLine(text);
  if (name === '' || /^[-–—]+$/.test(name)) return;
  const shelf = column === 'phase' ? found.phases : found.groups;
  const known = shelf.called(name) ?? shelf.get(name);
  task[column] = known?.key ?? (column === 'phase' ? found.addPhase(name, name, at(context, line)).key : found.addGroup(name, null, null, at(context, line)).key);
}
