/** A graph in Graphviz's language. */
import type { Drawing } from '../core/graph/drawing.ts';
import { plain } from './plain.ts';

export function graphDot({ nodes, edges }: Drawing): string {
  return [
    'digraph coord {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...nodes.map(({ id, title, status, critical }) => `  ${quoted(id)} [label=${labelled(title === id ? id : `${id} ${title}`)}${looks(status, critical)}];`),
    ...edges.map(({ from, to, label }) => `  ${quoted(from)} -> ${quoted(to)}${label === null ? '' : ` [label=${labelled(label)}]`};`),
    '}',
  ].join('\n');
}

function looks(status: string | null, critical: boolean): string {
  return `${status === 'done' ? ', style=filled' : ''}${critical ? ', penwidth=3' : ''}`;
}

function quoted(text: string): string {
  return `"${plain(text).replace(/["\\]/g, '\\$&')}"`;
}

/** Graphviz reads entities in what it draws, as web pages do. */
function labelled(text: string): string {
  return quoted(text.replaceAll('&', '&amp;'));
}
