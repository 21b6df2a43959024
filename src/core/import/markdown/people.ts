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
    const people = items.flatMap((item) => personOf(item) ?? []);
    if (people.length < 2 || people.length < items.length) continue;
    const headed = people.filter(({ name }) => headings.has(normal(name)));
    if (headed.length < 2 || headed.length * 2 < items.length) continue;
    for (const { name, role, line } of people) found.agentCalled(name, { file, line }, 'likely').role ??= role;
  }
}

function personOf({ inline, line, box, blocks }: Item): { readonly name: string; readonly role: string; readonly line: number } | null {
  if (box !== null || blocks.length > 0) return null;
  const part = labelledPart(inline.text);
  return part === null || part.value === '' || part.label.split(/\s+/u).length > 3 ? null : { name: part.label, role: part.value, line };
}
