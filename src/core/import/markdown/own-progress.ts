/** The page of progress that coord itself makes (core/pages/progress-page): what it says of each task comes back as it was. */
import { STATUSES } from '../../model.ts';
import type { Status } from '../../model.ts';
import { PAGE_STATES } from '../../pages/progress-page.ts';
import { at } from './context.ts';
import type { Findings } from './findings.ts';
import type { Item, Section } from './outline.ts';

const COUNTED = /^(.*\S):\s+\d+ of \d+ done$/su;
/** In the place of a name. */
const ANYONE = 'Anyone';

/** False: the document is no such page. */
export function takeProgress(document: Section, file: string, found: Findings): boolean {
  const parts = partsOf(document);
  for (const { name, section } of parts) {
    const agent = name === ANYONE ? null : found.agentCalled(name, { file, line: section.line }, 'sure').name;
    for (const block of section.blocks) if (block.kind === 'list') for (const item of block.items) takeTask(item, agent, file, found);
  }
  return parts.length > 0;
}

interface Part {
  readonly name: string;
  readonly section: Section;
}

/** One heading at the top, how much is done of all below it, and nothing but sections that tell the same of somebody. */
function partsOf({ children: [page, ...others] }: Section): readonly Part[] {
  const [overall] = page?.blocks ?? [];
  if (page === undefined || others.length > 0 || overall?.kind !== 'paragraph' || overall.inline.lead === null || !COUNTED.test(overall.inline.text)) return [];
  const parts = page.children.flatMap((section) => {
    const name = COUNTED.exec(section.heading.text)?.[1];
    return name === undefined ? [] : [{ name, section }];
  });
  return parts.length === page.children.length ? parts : [];
}

interface Told {
  readonly status: Status | null;
  readonly progress: number | null;
  readonly started: string | null;
  readonly completed: string | null;
}

function takeTask({ inline, line, box }: Item, agent: string | null, file: string, found: Findings): void {
  const [, id = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/su.exec(inline.text) ?? [];
  const { title, facts } = splitFacts(rest);
  const told = facts.map(factOf);
  const { status, progress, started, completed } = Object.assign({ status: null, progress: null, started: null, completed: null }, ...told) as Told;
  found.addTask({ id, title, agent, status: box === 'done' ? 'done' : (status ?? 'todo'), progress, started, completed, origin: at({ file }, line), sureness: 'sure' });
}

/** "Dig (Started: 2026-05-04, 40%)": brackets in which something else stands are part of the title. */
function splitFacts(text: string): { readonly title: string; readonly facts: readonly string[] } {
  const [, title = '', said = ''] = /^(.*\S)\s\(([^()]*)\)$/su.exec(text) ?? [];
  const facts = said.split(', ');
  return title !== '' && facts.every((fact) => factOf(fact) !== null) ? { title, facts } : { title: text, facts: [] };
}

const STATES: ReadonlyMap<string, Status> = new Map(STATUSES.map((status) => [PAGE_STATES[status], status]));

/** null: the page says nothing in that form. */
function factOf(text: string): Partial<Told> | null {
  const status = STATES.get(text);
  const [, word, day] = /^(Started|Completed): (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  const share = /^(\d{1,3})%$/.exec(text)?.[1];
  if (status !== undefined) return { status };
  if (share !== undefined) return { progress: Number(share) };
  if (day === undefined) return null;
  return word === 'Started' ? { started: day } : { completed: day };
}
