/** A graph in Graphviz's language. */
import type { Drawing } from '../../core/graph/drawing.ts';
import { plain } from '../text/plain.ts';
import { wrap } from '../text/width.ts';

/** Characters in a line of a box. */
const WIDTH = 30;

export function graphDot({ nodes, edges }: Drawing): string {
  return [
    'digraph coord {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="sans-serif"];',
    '  edge [fontname="sans-serif"];',
    ...nodes.map(({ id, title, status, critical }) => `  ${quoted(id)} [label=${labelled(title === id ? id : `${id} ${title}`)}${looks(status, critical)}];`),
    ...edges.map(({ from, to, label }) => `  ${quoted(from)} -> ${quoted(to)}${label === null ? '' : ` [label=${labelled(label)}]`};`),
    '}',
  ].join('\n');
}

function looks(status: string | null, critical: boolean): string {
  return `${status === 'done' ? ', style=filled' : ''}${critical ? ', penwidth=3' : ''}`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Graphviz breaks no lines by itself, and reads entities in what it draws, as web pages do. */
function labelled(text: string): string {
  const lines = wrap(plain(text), WIDTH).map((line) => escaped(line.replaceAll('&', '&amp;')));
  return `"${lines.join('\\n')}"`;
}

function escaped(text: string): string {
  return plain(text).replace(/["\\]/g, '\\$&');
}
