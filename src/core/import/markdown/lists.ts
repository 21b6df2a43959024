/** Lists: boxes, lines that begin with an agent or an id, and plain lines where work was promised. */
import type { Status } from '../../model.ts';
import type { Sureness } from '../draft.ts';
import { slugOf } from '../slug.ts';
import { cleanTitle, normal, oneLine, withoutBrackets } from './clean-text.ts';
import { at, hasBoxes, listsIn, saysNoBox, saysNoWork, saysWork } from './context.ts';
import { takeChannels } from './channels.ts';
import type { Context } from './context.ts';
import type { Findings } from './findings.ts';
import { agentHeading } from './headings.ts';
import { takeItem } from './items.ts';
import type { Item, List } from './outline.ts';
import { ownerBeside } from './owners.ts';
import { stateIn } from './states.ts';
import { agentNamed } from './task-fields.ts';
import { splitId } from './ids.ts';
import { labelledPart } from './labels.ts';
import { readTaskText } from './task-text.ts';
import { AGENT_FIELDS, CHECKPOINT, exactFieldOf, fieldOf, holds, isOne, RISK, TASK_FIELDS } from './vocabulary.ts';

/** `label`: what stands right above it, as far as it introduces the list. */
export function takeList(list: List, label: string | null, context: Context, found: Findings): void {
  const inner = label === null ? context : { ...context, above: label };
  if (takeChannels(list, context, found)) return;
  if (hasBoxes(list)) takeBoxes(list, label, inner, found);
  else if (inner.noWork || (label !== null && saysNoWork(label))) leave(list, inner, found);
  else if (holds(normal(inner.above), RISK)) takeRisks(list, inner, found);
  else if (inner.isAside) takeAside(list, inner, found);
  else if (isByAgent(list, inner, found, label)) takeByAgent(list, inner, found);
  else if (isLabelled(list)) takeLabelled(list, inner, found);
  else if (isByState(list)) takeByState(list, inner, found);
  else if (isById(list)) takePlain(list, inner, found, 'likely');
  else if (inner.task === null && list.items.length > 1 && found.agents.length > 0 && list.items.every(({ inline }) => ownerBeside(readTaskText(inline).title, found).owner !== null)) takePlain(list, inner, found, 'likely');
  else if (inner.task === null && isIntroduced(label, inner)) takePlain(list, inner, found, label === null && !inner.isWork ? 'guess' : 'likely');
  else if (found.closing.has(list) && found.tasks.length > 0 && inner.agent === null && inner.task === null) takePlain(list, inner, found, 'guess');
  else leave(list, inner, found);
}

/** Work was promised: by a heading or label that says so, or by a phase that holds nothing of a surer form. */
function isIntroduced(label: string | null, { isWork, phase, isRich }: Context): boolean {
  return label === null ? isWork || (phase !== null && !isRich) : saysWork(label) && !isRich;
}

/** What has ids of its own is work wherever it stands. */
function takeAside(list: List, context: Context, found: Findings): void {
  if (isByState(list)) takeByState(list, context, found);
  else if (isById(list)) takePlain(list, context, found, 'guess');
  else leave(list, context, found);
}

function leave(list: List, context: Context, found: Findings): void {
  if (found.people.has(list) || (context.agent !== null && tellsOfAgent(list, context.above))) return;
  if (context.agent === null && context.task === null && isOne(normal(cleanTitle(context.above)), AGENT_FIELDS.criteria)) {
    found.settings.push({ key: 'criteria', name: slugOf(cleanTitle(context.above), 'criteria').replaceAll('-', '_'), value: list.items.map(({ inline }) => oneLine(inline.text)).filter((text) => text !== ''), agents: [], origin: at(context, list.line), sureness: 'likely' });
    return;
  }
  const first = list.items[0]?.inline.text ?? '';
  const more = list.items.length > 1 ? ` (and ${list.items.length - 1} more)` : '';
  found.leave(`${context.above === '' ? '' : `${cleanTitle(context.above)}: `}${oneLine(first)}${more}`, 'no-task', at(context, list.line));
}

/** Said of the agent above, and kept there. */
function tellsOfAgent({ items }: List, above: string): boolean {
  return exactFieldOf(cleanTitle(above), AGENT_FIELDS) !== null || items.every(({ inline }) => exactFieldOf(labelledPart(inline.text)?.label ?? '', AGENT_FIELDS) !== null);
}

/** A check at the end of a phase is its gate; boxes that tell when something counts as done are no work. */
function takeBoxes(list: List, label: string | null, context: Context, found: Findings): void {
  const heading = cleanTitle(label ?? '');
  if (label !== null && context.phase !== null && holds(normal(heading), CHECKPOINT)) {
    takeGate(list, heading, context, found);
    return;
  }
  if (context.noWork || (label !== null && saysNoBox(label))) {
    leave(list, context, found);
    return;
  }
  for (const item of list.items) {
    if (item.box === null) found.leave(item.inline.text, 'no-task', at(context, item.line));
    else takeItem(item, context, found, 'sure');
  }
}

function takeGate(list: List, label: string, context: Context, found: Findings): void {
  const isDone = list.items.every(({ box }) => box === 'done');
  const gate = found.addTask({ id: null, title: oneLine(withoutBrackets(label)), kind: 'gate', status: isDone ? 'done' : 'todo', phase: context.phase, origin: at(context, context.aboveLine), sureness: 'likely' });
  gate.acceptance.push(...list.items.map(({ inline }) => oneLine(inline.text)));
  const phase = found.phase(context.phase);
  if (phase !== null) phase.gate = gate.key;
}

function takePlain(list: List, context: Context, found: Findings, sureness: Sureness): void {
  for (const item of list.items) if (item.inline.text !== '') takeItem(item, context, found, sureness);
}

/** "Agent A: Configure it": most lines begin so, where work is under way or in numbered order. */
function isByAgent(list: List, context: Context, found: Findings, label: string | null): boolean {
  const named = list.items.filter((item) => agentBefore(item, found) !== null).length;
  return named * 2 >= list.items.length && named > 0 && (context.phase !== null || context.isWork || (label !== null && saysWork(label))) && context.task === null;
}

function agentBefore({ inline }: Item, found: Findings): { readonly name: string; readonly rest: string } | null {
  const part = labelledPart(inline.text);
  if (part === null || part.value === '' || part.label.split(/\s+/).length > 6 || exactFieldOf(part.label, TASK_FIELDS) !== null) return null;
  const name = found.resolve(part.label) ?? agentHeading(part.label)?.name ?? null;
  return name === null ? null : { name, rest: part.value };
}

function takeByAgent(list: List, context: Context, found: Findings): void {
  for (const item of list.items) {
    const by = agentBefore(item, found);
    const labelled = by === null ? labelledPart(item.inline.text) : null;
    if (by !== null) takeItem(item, { ...context, agent: by.name }, found, 'sure', { ...item.inline, text: by.rest, lead: null });
    else if (labelled !== null && exactFieldOf(labelled.label, TASK_FIELDS) !== null) takeLabelled({ ...list, items: [item] }, context, found);
    else takeItem(item, context, found, 'likely');
  }
}

/** "Owner: Ann" and "Activities:" with a list below: fields of the section, not work by themselves. */
function isLabelled({ items }: List): boolean {
  const labelled = items.filter(({ inline }) => inline.lead !== null && labelledPart(inline.text) !== null && isKnown(labelledPart(inline.text)?.label ?? '') && splitId(inline.text, inline.lead).id === null);
  return labelled.length * 2 > items.length && items.some(({ blocks, inline }) => listsIn(blocks).length > 0 && /[:：]$/u.test(inline.text));
}

const isKnown = (label: string): boolean => fieldOf(label, TASK_FIELDS) !== null || saysWork(label) || saysNoWork(label);

function takeLabelled(list: List, context: Context, found: Findings): void {
  let { agent } = context;
  for (const item of list.items) {
    const part = labelledPart(item.inline.text);
    const field = part === null ? null : exactFieldOf(part.label, TASK_FIELDS);
    if (part !== null && part.value !== '' && field === 'agent') agent = agentNamed(part.value.replace(/\s*[（(].*$/u, ''), found);
    else if (listsIn(item.blocks).length === 0 || part === null) found.leave(item.inline.text, 'no-task', at(context, item.line));
    for (const inner of listsIn(item.blocks)) takeList(inner, part?.label ?? null, { ...context, agent }, found);
  }
}

/** "✅ **Issue #3**: COMPLETED": lines that begin with an id and tell how far it is. */
function isByState({ items }: List): boolean {
  return items.some(({ inline }) => inline.lead !== null && splitId(`${inline.lead} .`).id !== null && stateIn(labelledPart(inline.text)?.value ?? '') !== null);
}

function takeByState(list: List, context: Context, found: Findings): void {
  for (const item of list.items) {
    const { inline } = item;
    const part = labelledPart(inline.text);
    const [word = '', ...more] = (part?.value ?? '').split(/(?<=^[^-–—,(]*)[-–—,(]/u);
    const state = stateIn(word);
    const mark = inline.text.slice(0, inline.text.indexOf(inline.lead ?? '')).trim();
    if (inline.lead !== null && part !== null && splitId(`${inline.lead} .`).id !== null && state !== null) takeStated(item, state, more.join(''), { ...context, status: state }, found);
    // A mark that is not that of what is done: work that is open, though it has no id.
    else if (mark !== '' && stateIn(mark) !== 'done') takeItem(item, { ...context, status: stateIn(mark) }, found, 'guess');
    else found.leave(inline.text, 'mention', at(context, item.line));
  }
}

/** What it is called is all that is known of it where nothing but a state stands behind. */
function takeStated(item: Item, state: Status, rest: string, context: Context, found: Findings): void {
  const lead = item.inline.lead ?? '';
  const task = takeItem(item, context, found, 'likely', { ...item.inline, text: lead });
  task.status = state;
  if (task.title === task.id) task.title = cleanTitle(lead);
  task.notes ??= oneLine(rest.replace(/[)）]$/u, '')) || null;
}

/** Two lines or more, each with an id of its own, all with one. */
function isById({ items }: List): boolean {
  const ids = items.flatMap(({ inline }) => splitId(inline.text, inline.lead).id ?? []);
  return ids.length === items.length && ids.length >= 2 && new Set(ids).size === ids.length && ids.every((id) => /[A-Za-z]/.test(id) && /\d/.test(id));
}

function takeRisks(list: List, context: Context, found: Findings): void {
  for (const item of list.items) {
    const { inline } = item;
    const risk = inline.lead ?? labelledPart(inline.text)?.label ?? inline.text;
    const rest = oneLine(inline.text.slice(inline.text.indexOf(risk) + risk.length)).replace(/^[\s:：–—-]+/u, '');
    const owner = ownerIn(rest, found);
    found.risks.push({ risk: oneLine(risk), owner, mitigation: rest === '' ? null : rest, origin: at(context, item.line), sureness: 'likely' });
  }
}

/** An agent that the text begins with. */
function ownerIn(text: string, found: Findings): string | null {
  const words = text.split(/\s+/).slice(0, 4);
  for (let count = words.length; count > 0; count--) {
    const name = found.resolve(words.slice(0, count).join(' '));
    if (name !== null) return name;
  }
  return null;
}
