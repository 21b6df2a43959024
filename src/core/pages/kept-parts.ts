/** What people wrote into status/current-status.md: an agent's Next Update, and whatever stands below its lines. */
import { fieldOf, headingOf } from '../documents/read-status-page.ts';

export interface KeptPart {
  /** The whole line with its line break; empty where there is none. */
  readonly nextUpdate: string;
  /** Lines with their line breaks, without blank ones around them. */
  readonly notes: string;
}

export interface KeptParts {
  /** What stands before the first section. */
  readonly before: string;
  readonly byAgent: ReadonlyMap<string, KeptPart>;
}

const DERIVED: ReadonlySet<string> = new Set(['last updated', 'current task', 'progress', 'blockers']);
const NEXT_UPDATE = 'next update';

/** `agentOf` answers whom a heading means. Other headings are part of the notes they stand in. */
export function keptParts(block: string, agentOf: (heading: string) => string | null): KeptParts {
  const before: string[] = [];
  const sections: { readonly agent: string; readonly lines: string[] }[] = [];
  for (const line of block.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const heading = headingOf(bare(line));
    const agent = heading === null ? null : agentOf(heading);
    if (agent !== null) sections.push({ agent, lines: [] });
    else (sections.at(-1)?.lines ?? before).push(line);
  }
  const byAgent = new Map<string, KeptPart>();
  for (const { agent, lines } of sections) byAgent.set(agent, joined(byAgent.get(agent), keptPart(lines)));
  return { before: withoutBlankEnds(before), byAgent };
}

/** Two sections of one agent become one. */
function joined(one: KeptPart | undefined, other: KeptPart): KeptPart {
  if (one === undefined) return other;
  if (one.nextUpdate === '') return { nextUpdate: other.nextUpdate, notes: one.notes + other.notes };
  return { nextUpdate: one.nextUpdate, notes: one.notes + other.nextUpdate + other.notes };
}

/** Fields count only in the lines that follow the heading: below them the page is its writer's. */
function keptPart(lines: readonly string[]): KeptPart {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first === -1) return { nextUpdate: '', notes: '' };
  const seen = new Set<string>();
  let nextUpdate = '';
  let end = first;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const name = fieldOf(bare(line))?.name ?? '';
    if (seen.has(name) || (name !== NEXT_UPDATE && !DERIVED.has(name))) break;
    if (name === NEXT_UPDATE) nextUpdate = line;
    seen.add(name);
  }
  return { nextUpdate, notes: withoutBlankEnds(lines.slice(end)) };
}

function withoutBlankEnds(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !isBlank(line));
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1).join('');
}

const bare = (line: string): string => line.replace(/\r?\n$/, '');
const isBlank = (line: string): boolean => line.trim() === '';
