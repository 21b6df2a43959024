/** Lines of one paragraph, each with the mark of a state and an id: a list of work without the signs of one. */
import { withoutDecoration } from './clean-text.ts';
import { splitId } from './ids.ts';
import type { Block, Item } from './outline.ts';
import { stateIn } from './states.ts';
import type { Status } from '../../model.ts';

export interface MarkedLine {
  readonly item: Item;
  readonly status: Status;
}

/** Empty: they are none. */
export function markedLines(block: Block): readonly MarkedLine[] {
  if (block.kind !== 'paragraph') return [];
  const lines = block.inline.text.split('\n').map((text, index) => markedLine(text, block.line + index));
  return lines.every((line) => line !== null) ? lines : [];
}

function markedLine(text: string, line: number): MarkedLine | null {
  const rest = withoutDecoration(text);
  const status = stateIn(text.slice(0, text.length - rest.length));
  if (status === null || splitId(rest).id === null) return null;
  return { item: { inline: { text: rest, lead: null, code: [], struck: false }, line, box: null, blocks: [], ordinal: null }, status };
}
