/** status/current-status.md: a section an agent, each a few lines of `**Name**: value`, as people and coord write it. */
import type { StatusSection } from '../model.ts';

const HEADING = /^##[ \t]+(.+?)(?:[ \t]+Status)?[ \t]*#*[ \t]*$/i;
const FIELD = /^(?:[-*][ \t]+)?\*\*([^*:]+):?\*\*:?[ \t]*(.*)$/;

export function readStatusPage(text: string, file: string): StatusSection[] {
  const sections: { agent: string; offset: number; length: number; fields: Map<string, string> }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const bare = line.replace(/\r$/, '');
    const heading = HEADING.exec(bare);
    const field = FIELD.exec(bare);
    if (heading?.[1]) sections.push({ agent: heading[1], offset, length: bare.length, fields: new Map() });
    else if (field?.[1]) sections.at(-1)?.fields.set(field[1].trim().toLowerCase(), (field[2] ?? '').trim());
    offset += line.length + 1;
  }
  // A heading without such lines is prose, not a section.
  return sections.filter(({ fields }) => fields.size > 0).map(({ agent, offset: at, length, fields }) => ({
    agent,
    lastUpdated: fields.get('last updated') ?? null,
    currentTask: fields.get('current task') ?? null,
    progress: percentOf(fields.get('progress')),
    blockers: fields.get('blockers') ?? null,
    nextUpdate: fields.get('next update') ?? null,
    place: { file, offset: at, length },
  }));
}

function percentOf(text: string | undefined): number | null {
  const found = /^(\d{1,3}(?:\.\d+)?)[ \t]*%/.exec(text ?? '');
  return found ? Math.min(100, Number(found[1])) : null;
}
