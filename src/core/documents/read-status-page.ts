/** status/current-status.md: a section an agent, each a few lines of `**Name**: value`, as people and coord write it. */
import type { StatusSection } from '../model.ts';

const FIELD = /^(?:[-*][ \t]+)?\*\*([^*:]+):?\*\*:?[ \t]*(.*)$/;

export function readStatusPage(text: string, file: string): StatusSection[] {
  const sections: { agent: string; offset: number; length: number; fields: Map<string, string> }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const bare = line.replace(/\r$/, '');
    const heading = headingOf(bare);
    const field = fieldOf(bare);
    if (heading !== null) sections.push({ agent: heading, offset, length: bare.length, fields: new Map() });
    else if (field !== null) sections.at(-1)?.fields.set(field.name, field.value);
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

/** Its name in lower case. */
export function fieldOf(line: string): { readonly name: string; readonly value: string } | null {
  const found = FIELD.exec(line);
  return found?.[1] ? { name: found[1].trim().toLowerCase(), value: (found[2] ?? '').trim() } : null;
}

/** "## Backend Agent Status ##" names "Backend Agent". Step by step: one expression for all of it would try every split of a long line. */
export function headingOf(line: string): string | null {
  const opening = /^##[ \t]+/.exec(line);
  if (!opening) return null;
  let end = line.trimEnd().length;
  while (line[end - 1] === '#') end--;
  const title = line.slice(opening[0].length, end).trimEnd();
  const name = /^\sstatus$/i.test(title.slice(-7)) ? title.slice(0, -7).trimEnd() : title;
  return name === '' ? null : name;
}

function percentOf(text: string | undefined): number | null {
  const found = /^(\d{1,3}(?:\.\d+)?)[ \t]*%/.exec(text ?? '');
  return found ? Math.min(100, Number(found[1])) : null;
}
