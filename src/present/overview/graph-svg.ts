/** A graph as a picture: work flows from left to right, a box for each task. */
import type { PlacedDrawing, PlacedNode } from '../../core/graph/place-drawing.ts';
import { plain } from '../text/plain.ts';
import { COLOUR, FONT, markupText, rounded, svgText } from '../text/svg.ts';
import { cut } from '../text/width.ts';

const BOX = { width: 164, height: 40 } as const;
const STEP = { x: 204, y: 52 } as const;
const EDGE = 12;
const TITLE = 24;

export function graphSvg({ nodes, edges, columns, rows }: PlacedDrawing): string {
  const width = graphWidth({ columns });
  const height = Math.max(1, rows) * STEP.y - (STEP.y - BOX.height) + 2 * EDGE;
  const heights = new Map<number, number>();
  for (const { column } of nodes) heights.set(column, (heights.get(column) ?? 0) + 1);
  const places = new Map(nodes.map((node) => [node.id, placeOf(node, heights.get(node.column) ?? 1, rows)]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="graph-title" ${FONT} font-size="12">`,
    `<title id="graph-title">${markupText(`${nodes.length} tasks and what they wait for`)}</title>`,
    '<defs>',
    `<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.5L8 4L0 7.5z" fill="${COLOUR.faint}"/></marker>`,
    '</defs>',
    ...edges.map(({ from, to, label }) => line(places.get(from), places.get(to), label)),
    ...nodes.map((node) => box(node, places.get(node.id) ?? { x: 0, y: 0 })),
    '</svg>',
  ].join('\n');
}

export function graphWidth({ columns }: Pick<PlacedDrawing, 'columns'>): number {
  return Math.max(1, columns) * STEP.x - (STEP.x - BOX.width) + 2 * EDGE;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Short columns stand in the middle of long ones. */
function placeOf({ column, row }: PlacedNode, own: number, rows: number): Point {
  return { x: EDGE + column * STEP.x, y: EDGE + rounded((row + (rows - own) / 2) * STEP.y) };
}

function line(from: Point | undefined, to: Point | undefined, label: string | null): string {
  if (from === undefined || to === undefined) return '';
  const [x, y, end, down] = [from.x + BOX.width, from.y + BOX.height / 2, to.x - 1, to.y + BOX.height / 2];
  const bend = Math.max(20, (end - x) / 2);
  const title = label === null ? '' : `<title>${markupText(label)}</title>`;
  return `<path d="M${x} ${y}C${rounded(x + bend)} ${y} ${rounded(end - bend)} ${down} ${end} ${down}" fill="none" stroke="${COLOUR.faint}" stroke-width="1.2" marker-end="url(#arrow)">${title}</path>`;
}

/** By colour and by the line around it: not everybody sees colours. */
function box({ id, title, status, critical }: PlacedNode, { x, y }: Point): string {
  const isDone = status === 'done';
  const colour = isDone ? COLOUR.done : critical ? COLOUR.critical : status === 'in_progress' || status === 'review' ? COLOUR.work : COLOUR.faint;
  const about = `${id}: ${title}${status === null ? '' : ` (${status.replace('_', ' ')}${critical && !isDone ? ', on the critical path' : ''})`}`;
  const wide = critical && !isDone ? 2.5 : 1.2;
  return [
    `<g><title>${markupText(about)}</title>`,
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="5" fill="${isDone ? COLOUR.band : COLOUR.paper}" stroke="${colour}" stroke-width="${wide}"${status === 'todo' ? ' stroke-dasharray="4 3"' : ''}/>`,
    svgText(x + 9, y + 16, `${isDone ? '✓ ' : ''}${cut(plain(id), TITLE - 4)}`, `fill="${colour}" font-weight="600" font-size="11"`),
    svgText(x + 9, y + 31, cut(plain(title), TITLE), `fill="${isDone ? COLOUR.faint : COLOUR.text}" font-size="11"`),
    '</g>',
  ].join('');
}
