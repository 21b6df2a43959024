/** status/current-status.md: a section an agent, as read-status-page.ts reads it. */
import { recordName } from '../documents/record-name.ts';
import { resolveAgent, rosterOf } from '../documents/roster.ts';
import { headingOf } from '../documents/read-status-page.ts';
import type { Blocker, Task } from '../model.ts';
import { firstOpenBlockers } from '../policy/page-contradicts.ts';
import { utcMinute } from './absolute-time.ts';
import { currentWork } from './current-work.ts';
import { keptParts } from './kept-parts.ts';
import type { KeptPart } from './kept-parts.ts';
import { lastUpdated } from './last-updated.ts';
import { idText, inline } from './markdown.ts';
import { membersOf, tasksByAgent } from './page-facts.ts';
import type { Member, PageFacts } from './page-facts.ts';

/** `current`: what stands between the marks now. What people wrote there stays byte for byte. */
export function statusBlock(facts: PageFacts, current: string, newline: string): string {
  const members = membersOf(facts.workspace);
  const agentOf = namesOf(members, facts);
  const kept = keptParts(current, agentOf);
  const updated = lastUpdated(facts.workspace, facts.history);
  const blockers = firstOpenBlockers(facts.workspace, facts.graph);
  const tasks = tasksByAgent(facts.graph.tasks);
  const sections = members.map((member) => {
    const heading = agentOf(inline(member.name)) === member.id ? inline(member.name) : idText(member.id);
    const lines = derivedLines(member.id, facts, { own: tasks.get(member.id) ?? [], updated: updated.get(member.id) ?? null, blocker: blockers.get(member.id) ?? null });
    return withKept([`## ${heading} Status`, ...lines], kept.byAgent.get(member.id), newline);
  });
  return [...(kept.before === '' ? [] : [kept.before]), ...sections].join(newline);
}

interface Standing {
  readonly own: readonly Task[];
  readonly updated: number | null;
  readonly blocker: Blocker | null;
}

function derivedLines(agent: string, facts: PageFacts, { own, updated, blocker }: Standing): readonly string[] {
  const work = currentWork(agent, facts, own);
  const counted = own.filter(({ status }) => status !== 'cancelled');
  const finished = counted.filter(({ status }) => status === 'done').length;
  return [
    `**Last Updated**: ${updated === null ? 'never' : utcMinute(updated)}`,
    `**Current Task**: ${work.text}`,
    `**Progress**: ${work.progress}%, ${finished} of ${counted.length} done`,
    `**Blockers**: ${blocker === null ? 'None' : blockerText(blocker)}`,
  ];
}

function blockerText({ severity, needed, waitsOn, place }: Blocker): string {
  return `${severity} ${inline(needed)}${waitsOn === null ? '' : `, from ${inline(waitsOn)}`} (${recordName(place.file)})`;
}

function withKept(lines: readonly string[], kept: KeptPart | undefined, newline: string): string {
  const derived = lines.map((line) => line + newline).join('');
  const next = kept?.nextUpdate ? kept.nextUpdate : `**Next Update**:${newline}`;
  return derived + next + (kept?.notes ? newline + kept.notes : '');
}

/** Whom a heading of the page means. */
function namesOf(members: readonly Member[], { workspace }: PageFacts): (name: string) => string | null {
  const roster = rosterOf(workspace.agents);
  return (name) => {
    const read = headingOf(`## ${name} Status`) ?? '';
    if (workspace.agents.length === 0) return members.find(({ id }) => idText(id) === read)?.id ?? null;
    const resolved = resolveAgent(roster, read);
    return resolved.kind === 'agent' ? resolved.id : null;
  };
}
