/** "- Ann: gardener": a list of names is one of people where the names head sections of their own, or below "Team" come again as names. */
import { normal } from './clean-text.ts';
import { listsIn } from './context.ts';
import { isAboutTeam } from './find-agents.ts';
import type { Findings } from './findings.ts';
import { agentHeading, phaseHeading, readHeading } from './headings.ts';
import type { Block, Item, List, Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { labelledPart } from './labels.ts';

export function findPeople(document: Section, file: string, found: Findings): void {
  const sections = sectionsOf(document);
  let pieces: ReadonlySet<string> | null = null;
  const isNamedAgain = (name: string): boolean => (pieces ??= piecesIn(sections)).has(name);
  let headings: ReadonlySet<string> | null = null;
  const isHeading = (name: string): boolean => (headings ??= new Set(sections.map(({ heading }) => normal(readHeading(heading).bare)))).has(normal(name));
  for (const { heading, blocks } of sections) {
    for (const list of listsIn(blocks)) {
      const people = peopleIn(list);
      if (people.length < 2) continue;
      const isOfTeam = !list.ordered && phaseHeading(heading.text) === null && agentHeading(heading.text) === null && isAboutTeam(heading.text);
      const headed = people.filter(({ name }) => isHeading(name) || (isOfTeam && isNamedAgain(name)));
      if (headed.length < 2 || headed.length * 2 < list.items.length) continue;
      found.people.add(list);
      for (const { name, role, line } of people) found.agentCalled(name, { file, line }, 'likely').role ??= role;
    }
  }
}

/** None where a line names nobody. */
function peopleIn({ items }: List): readonly Person[] {
  const people: Person[] = [];
  for (const item of items) {
    const person = personOf(item);
    if (person === null) return [];
    people.push(person);
  }
  return people;
}

/** All pieces between signs in lists and tables, but for labels: a name in brackets, behind a dash, in a cell by itself. */
function piecesIn(sections: readonly Section[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const text of sections.flatMap(({ blocks }) => blocks.flatMap(textsOf))) {
    for (const piece of (labelledPart(text)?.value ?? text).split(/\s*[()（）,，、;；:：@|]\s*|\s+[–—-]\s+/u)) pieces.add(piece.trim());
  }
  return pieces;
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
  return block.kind === 'list' ? block.items.flatMap(({ inline, blocks }) => [inline.text, ...blocks.flatMap(textsOf)]) : [];
}

interface Person {
  readonly name: string;
  readonly role: string;
  readonly line: number;
}

function personOf({ inline, line, box, blocks }: Item): Person | null {
  if (box !== null || blocks.length > 0) return null;
  const part = labelledPart(inline.text) ?? besideDash(inline.text);
  return part === null || !/^\p{L}/u.test(part.label) || part.value === '' || part.label.split(/\s+/u).length > 3 ? null : { name: part.label, role: part.value, line };
}

/** "Ann — gardener". */
function besideDash(text: string): ReturnType<typeof labelledPart> {
  const [, label = '', value = ''] = /^([^–—\n]{1,48}?)\s+[–—-]\s+(\S.*)$/u.exec(text) ?? [];
  return label === '' ? null : { label, value };
}
