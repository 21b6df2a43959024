/** "- Ann: gardener": a list of names is one of people where the names head sections of their own. */
import { normal } from './clean-text.ts';
import { listsIn } from './context.ts';
import type { Findings } from './findings.ts';
import { readHeading } from './headings.ts';
import type { Item, Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { labelledPart } from './labels.ts';

export function findPeople(document: Section, file: string, found: Findings): void {
  const sections = sectionsOf(document);
  const headings = new Set(sections.map(({ heading }) => normal(readHeading(heading).bare)));
  for (const { items } of sections.flatMap(({ blocks }) => listsIn(blocks))) {
    const named = items.map((item) => ({ ...item, person: personOf(item) }));
    const heading = named.filter(({ person }) => person !== null && headings.has(normal(person.name)));
    if (heading.length < 2 || heading.length * 2 < items.length || named.some(({ person }) => person === null)) continue;
    for (const { person, line } of named) if (person !== null) found.agentCalled(person.name, { file, line }, 'likely').role ??= person.role;
  }
}

function personOf({ inline, box, blocks }: Item): { readonly name: string; readonly role: string } | null {
  const part = labelledPart(inline.text);
  return box !== null || blocks.length > 0 || part === null || part.value === '' || part.label.split(/\s+/u).length > 3 ? null : { name: part.label, role: part.value };
}
