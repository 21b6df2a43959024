/** The blocks of a section in their order, and the labels that introduce them: a slot, a phase, an agent, a state. */
import type { Origin } from '../draft.ts';
import { cleanTitle, normal } from './clean-text.ts';
import { saysNoWork } from './context.ts';
import type { Context } from './context.ts';
import { takeFence, takeInvocations } from './fences.ts';
import { hoursIn } from './hours.ts';
import type { Findings } from './findings.ts';
import { agentHeading, phaseHeading, readHeading } from './headings.ts';
import { takeItem } from './items.ts';
import { takeList } from './lists.ts';
import { markedLines } from './marked-lines.ts';
import type { Block } from './outline.ts';
import { stateNamed } from './states.ts';
import { noteSync, takeSyncPoints } from './sync-points.ts';
import { takeTable } from './tables.ts';
import { agentNamed } from './task-fields.ts';
import { AGENT_WORD, holds } from './vocabulary.ts';

export function readBlocks(blocks: readonly Block[], outer: Context, found: Findings): void {
  let label: string | null = null;
  let labelLine = outer.aboveLine;
  let context = outer;
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        for (const { item, status } of outer.noWork ? [] : markedLines(block)) takeItem(item, { ...outer, status: status ?? outer.status }, found, 'likely');
        ({ label, context } = readParagraph(block, outer, found));
        labelLine = block.line;
        break;
      case 'list':
        if (takeSyncPoints(block, label ?? outer.above, context, found)) break;
        takeList(block, label, label === null ? context : { ...context, aboveLine: labelLine }, found);
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

const EVERYONE = ['all', 'both'];

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** A line that introduces what follows: bold by itself, or ended by a colon. */
function readParagraph({ inline, line }: Paragraph, outer: Context, found: Findings): { label: string | null; context: Context } {
  takeInvocations(inline.text.split('\n'), line, outer, found);
  const last = inline.text.slice(inline.text.lastIndexOf('\n') + 1).trim();
  const isBold = inline.lead !== null && !inline.text.includes('\n');
  const introduced = /[:：]$/u.test(last) ? /([^.!?。:：\n]{1,80})[:：]$/u.exec(last) : null;
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
  const agent = found.resolve(readHeading({ text: label }).bare) ?? (named !== null && outer.agent === null && !holds(normal(named.name), EVERYONE) && normal(named.name).split(' ').length <= 3 && AGENT_WORD.some((word) => normal(label).endsWith(word)) ? agentNamed(named.name, found) : null);
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
