/** A graph in mermaid's flowchart language, to be pasted into a page. */
import type { Drawing } from '../../core/graph/drawing.ts';
import { plain } from '../text/plain.ts';

export function graphMermaid({ nodes, edges }: Drawing): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const name = (id: string): string => names.get(id) ?? id;
  return [
    'graph LR',
    ...nodes.map(({ id, title, status, critical }) => `  ${name(id)}["${quoted(title === id ? id : `${id} ${title}`)}"]${classOf(status, critical)}`),
    ...edges.map(({ from, to, label }) => `  ${name(from)} ${label === null ? '-->' : `-->|"${quoted(label)}"|`} ${name(to)}`),
    ...(nodes.some(({ status }) => status === 'done') ? ['  classDef done fill:#d5e8d4,stroke:#82b366'] : []),
    ...(nodes.some(({ status, critical }) => critical && status !== 'done') ? ['  classDef critical stroke:#b85450,stroke-width:3px'] : []),
  ].join('\n');
}

function classOf(status: string | null, critical: boolean): string {
  if (status === 'done') return ':::done';
  return critical ? ':::critical' : '';
}

/** Mermaid reads `#34;` as the character of that number; everything that means something to it is written so. */
function quoted(text: string): string {
  return plain(text).replace(/["#<>&\\`;]/g, (character) => `#${character.charCodeAt(0)};`);
}
