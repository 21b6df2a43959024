/** Goes through the sections of a document, each with what the headings above it opened, and lets the rules take its blocks. */
import { holdsBoxes, hasBoxes, listsIn, opensAside, opensNoWork, saysWork } from './context.ts';
import type { Context } from './context.ts';
import type { Findings } from './findings.ts';
import { isFieldOfTask, openTask, readTaskSection } from './heading-tasks.ts';
import { agentHeading, phaseHeading, readHeading, taskHeading } from './headings.ts';
import { readBlocks } from './labelled-blocks.ts';
import { markedLines } from './marked-lines.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { ownerOfHeading } from './owners.ts';
import { isGroup, openGroup, openPhase, settleGroup } from './shelves.ts';
import { stateNamed } from './states.ts';
import { isTold } from './told-tasks.ts';

export function walk(section: Section, context: Context, found: Findings): void {
  const before = found.tasks.length;
  const opened = section.level === 0 ? context : open(section, context, found);
  if (opened.task !== null && opened.task !== context.task) readTaskSection(section, opened, found);
  else readBlocks(section.blocks, opened, found);
  for (const child of section.children) if (!isFieldOfTask(child, opened)) walk(child, { ...opened, isTitle: isTitle(child, section) }, found);
  if (opened.group !== context.group) settleGroup(opened.group, found.tasks.slice(before), found);
}

/** The only heading of the first level, at the top, is what the document is called. */
function isTitle(section: Section, { level, children }: Section): boolean {
  return level === 0 && section.level === 1 && children.length === 1 && section.children.length > 1;
}

/** What a heading opens: the first that fits. */
function open(section: Section, outer: Context, found: Findings): Context {
  const { text } = section.heading;
  const context: Context = { ...outer, agent: outer.agent ?? ownerOfHeading(readHeading(section.heading).brackets, found), above: text, aboveLine: section.line };
  const phase = outer.isTitle ? null : phaseHeading(text);
  if (outer.noWork) return { ...context, agent: found.resolve(readHeading({ text }).bare) };
  if (phase === null && opensNoWork(section) && !hasIds(section)) return { ...context, noWork: true };
  if (phase === null && opensAside(section) && !isOfAgent(section, outer)) return { ...context, isAside: true, isWork: false };
  const task = outer.task === null && (phase === null || outer.phase !== null || isTold(section)) ? openTask(section, context, found) : null;
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
  return sectionsOf(section).some(({ blocks, children }) => children.length > 0 || blocks.some((block) => block.kind === 'list' || block.kind === 'table' || block.kind === 'fence' || markedLines(block).length > 0));
}

function agentMeant(section: Section, found: Findings): string | null {
  const named = agentHeading(section.heading.text);
  const { bare } = readHeading(section.heading);
  return found.agentMeant(named?.name ?? bare.split(/\s*[:：]\s+|\s+[–—-]\s+/u)[0] ?? bare);
}
