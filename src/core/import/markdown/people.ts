/** "- Ann: gardener": a list of names is one of people where the names head sections of their own, or below "Team" come again as names. */
import { normal } from './clean-text.ts';
import { listsIn } from './context.ts';
import { isAboutTeam } from './find-agents.ts';
import type { Findings } from './findings.ts';
import { phaseHeading, readHeading } from './headings.ts';
import type { Block, Item, Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { labelledPart } from './labels.ts';

export function findPeople(document: Section, file: string, found: Findings): void {
  const sections = sectionsOf(document);
  const headings = new Set(sections.map(({ heading }) => normal(readHeading(heading).bare)));
  for (const { items, isOfTeam } of sections.flatMap(({ heading, blocks }) => listsIn(blocks).map(({ items, ordered }) => ({ items, isOfTeam: !ordered && phaseHeading(heading.text) === null && isAboutTeam(heading.text) })))) {
    const people = items.flatMap((item) => personOf(item) ?? []);
    if (people.length < 2 || people.length < items.length) continue;
    const headed = people.filter(({ name }) => headings.has(normal(name)) || (isOfTeam && isNamedAgain(name, sections)));
    if (headed.length < 2 || headed.length * 2 < items.length) continue;
    for (const { name, role, line } of people) found.agentCalled(name, { file, line }, 'likely').role ??= role;
  }
}

/** In brackets, behind a dash or as a whole cell or value, in a list or table elsewhere. */
function isNamedAgain(name: string, sections: readonly Section[]): boolean {
  const again = new RegExp(String.raw`(?:^|[(（@:：]\s*|[–—-]\s+)${name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)}\s*(?:$|[)）,，;；])`, 'u');
  return sections.some(({ blocks }) => blocks.some((block) => textsOf(block).some((text) => again.test(text))));
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  return block.kind === 'list' ? block.items.flatMap(({ inline, blocks }) => [inline.text, ...blocks.flatMap(textsOf)]) : [];
}

function personOf({ inline, line, box, blocks }: Item): { readonly name: string; readonly role: string; readonly line: number } | null {
  if (box !== null || blocks.length > 0) return null;
  const part = labelledPart(inline.text);
  return part === null || part.value === '' || part.label.split(/\s+/u).length > 3 ? null : { name: part.label, role: part.value, line };
}
