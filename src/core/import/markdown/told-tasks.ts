/** Headings that are tasks though they do not look it: by a flowchart that has them, or by what a paragraph says of them. */
import { cleanTitle } from './clean-text.ts';
import { holdsBoxes } from './context.ts';
import type { Findings } from './findings.ts';
import type { taskHeading } from './headings.ts';
import type { Section } from './outline.ts';
import { splitTail } from './tail.ts';

/** "PDF: Renderer" where a flowchart has a node PDF. */
export function nodeHeading(text: string, found: Findings): ReturnType<typeof taskHeading> {
  const parts = /^(\S{1,24}?)(?:\s*[:：]\s*|\s+[–—-]\s+)(\S.*)$/u.exec(cleanTitle(text));
  const [, id = '', title = ''] = parts ?? [];
  return found.nodes.has(id) ? { id, title, isChapter: false } : null;
}

/** What a paragraph says of whose it is, how long it takes, what it waits for: of two of these, though the heading may open a phase. */
export function isTold(section: Section): boolean {
  const facts = section.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inline.text.split('\n').flatMap((line) => splitTail(line, true).facts) : []));
  const fields = new Set(facts.map(({ field }) => field));
  return section.children.length === 0 && !holdsBoxes(section) && fields.size >= 2 && (fields.has('agent') || fields.has('dependencies'));
}
