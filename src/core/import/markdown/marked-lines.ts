/** Work in paragraphs: lines that each have the mark of a state and an id, or a name with what is said of it below. */
import { withoutDecoration } from './clean-text.ts';
import { splitId } from './ids.ts';
import type { Block, Item } from './outline.ts';
import { NO_TEXT } from './outline.ts';
import { stateIn } from './states.ts';
import { readFact } from './tail.ts';
import type { Status } from '../../model.ts';

export interface MarkedLine {
  readonly item: Item;
  /** null: nothing is said of it. */
  readonly status: Status | null;
}

/** Empty: they are none. */
export function markedLines(block: Block): readonly MarkedLine[] {
  if (block.kind !== 'paragraph') return [];
  const defined = definition(block.inline.text, block.line);
  if (defined !== null) return [{ item: defined, status: null }];
  const lines = block.inline.text.split('\n').map((text, index) => markedLine(text, block.line + index));
  return lines.every((line) => line !== null) ? lines : [];
}

function markedLine(text: string, line: number): MarkedLine | null {
  const rest = withoutDecoration(text);
  const status = stateIn(text.slice(0, text.length - rest.length));
  if (status === null || splitId(rest).id === null) return null;
  return { item: { inline: { text: rest, lead: null, code: [], struck: false }, line, box: null, blocks: [], ordinal: null }, status };
}

/** "Dig the pond", and on the next line ": Owner: Ann. 2 days. Mind the pipes": what is no field is a note. */
function definition(text: string, line: number): Item | null {
  const [, term = '', said = ''] = /^([^\n]+)\n:\s+(\S.*)$/su.exec(text) ?? [];
  const pieces = said.split(/(?<=[.;])\s+/u);
  const facts = pieces.filter((piece) => readFact(piece) !== null).map((piece) => piece.replace(/[.;]$/u, ''));
  if (term === '' || facts.length === 0) return null;
  const notes = pieces.filter((piece) => readFact(piece) === null).join(' ');
  const blocks: readonly Block[] = notes === '' ? [] : [{ kind: 'paragraph', line: line + 1, inline: { ...NO_TEXT, text: notes } }];
  return { inline: { ...NO_TEXT, text: [term, ...facts].join('. ') }, line, box: null, blocks, ordinal: null };
}
