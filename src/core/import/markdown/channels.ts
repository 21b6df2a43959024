/** Where things are said: rows of a table of channels, or a list of nothing but `#names`. */
import { normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import type { Findings } from './findings.ts';
import type { List, Table } from './outline.ts';
import { AGENT_FIELDS, isOne } from './vocabulary.ts';

const NAME = /^#\p{L}[\p{L}\p{N}_-]*$/u;

/** False: it is none. */
export function takeChannels(block: Table | List, context: Context, found: Findings): boolean {
  const told = block.kind === 'table' ? rowsOf(block) : itemsOf(block);
  if (told === null || told.length === 0) return false;
  for (const { name, about, line } of told) found.channels.push({ name, where: name, about: about === '' ? [] : [about], origin: at(context, line), sureness: 'sure' });
  return true;
}

interface Told {
  readonly name: string;
  readonly about: string;
  readonly line: number;
}

/** A head says so, or each name is one; there are two columns. */
function rowsOf({ head, rows }: Table): readonly Told[] | null {
  const isHeaded = isOne(normal(head[0]?.text ?? ''), AGENT_FIELDS.channel);
  const told = rows.map(({ cells, line }) => ({ name: oneLine(cells[0]?.text ?? ''), about: oneLine(cells[1]?.text ?? ''), line }));
  return head.length === 2 && told.every(({ name }) => (isHeaded ? name !== '' : NAME.test(name))) ? told : null;
}

function itemsOf({ items }: List): readonly Told[] | null {
  if (items[0]?.inline.text.startsWith('#') !== true) return null;
  const told = items.map(({ inline, line, box, blocks }) => ({ parts: /^(#\S+?)(?:\s*[:：]\s*|\s+[–—-]\s+|$)(.*)$/su.exec(inline.text), line, isPlain: box === null && blocks.length === 0 }));
  const isAll = told.every(({ parts, isPlain }) => isPlain && NAME.test(parts?.[1] ?? ''));
  return isAll ? told.map(({ parts, line }) => ({ name: parts?.[1] ?? '', about: oneLine(parts?.[2] ?? ''), line })) : null;
}
