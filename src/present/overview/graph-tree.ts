/** A graph as an indented tree. What is waited for by several is shown in full once, then named again. */
import type { DrawnEdge, DrawnNode, Drawing } from '../../core/graph/drawing.ts';
import { paint } from '../text/paint.ts';
import { plain } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { cut } from '../text/width.ts';

interface Step {
  readonly id: string;
  readonly label: string | null;
  /** What stands before this line, and before those below it. */
  readonly branch: string;
  readonly below: string;
}

/** Columns of indentation. Without a bound, a long chain would take more than a text can hold. */
const DEEPEST = 120;

export function graphTree({ nodes, edges }: Drawing, screen: Screen): string {
  if (nodes.length === 0) return 'There is nothing to draw.';
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, DrawnEdge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) children.get(edge.from)?.push(edge);
  const waiting = new Set(edges.map(({ to }) => to));
  const shown = new Set<string>();
  const lines: string[] = [];
  // Roots first; whatever they do not reach goes in a circle and is entered anywhere.
  for (const root of [...nodes.filter(({ id }) => !waiting.has(id)), ...nodes]) {
    // What lies too deep is added while they are gone through, and begins at the margin again.
    const starts = [root.id];
    for (const start of starts) {
      const open: Step[] = shown.has(start) ? [] : [{ id: start, label: null, branch: '', below: '' }];
      for (let step = open.pop(); step !== undefined; step = open.pop()) {
        const after = children.get(step.id) ?? [];
        const elsewhere = shown.has(step.id) ? 'see above' : after.length > 0 && step.below.length >= DEEPEST ? 'goes on below' : null;
        lines.push(nodeLine(step, byId.get(step.id), elsewhere, screen));
        if (elsewhere === 'goes on below') starts.push(step.id);
        if (elsewhere !== null) continue;
        shown.add(step.id);
        open.push(...stepsBelow(after, step.below));
      }
    }
  }
  return lines.join('\n');
}

/** In reverse, to be taken from the end. */
function stepsBelow(edges: readonly DrawnEdge[], before: string): Step[] {
  return edges
    .map(({ to, label }, index) => {
      const isLast = index === edges.length - 1;
      return { id: to, label, branch: `${before}${isLast ? '└─ ' : '├─ '}`, below: `${before}${isLast ? '   ' : '│  '}` };
    })
    .reverse();
}

function nodeLine({ id, label, branch }: Step, node: DrawnNode | undefined, elsewhere: string | null, screen: Screen): string {
  const { dim, bold, green, red } = paint(screen);
  const by = label === null ? '' : `[${plain(label)}] `;
  if (elsewhere !== null) return `${dim(branch)}${by}${plain(id)} ${dim(`(${elsewhere})`)}`;
  const name = node?.critical ? red(plain(id)) : bold(plain(id));
  const state = node === undefined || node.status === null ? '' : ` ${node.status === 'done' ? green('done') : dim(node.status.replace('_', ' '))}`;
  const title = node === undefined || node.title === id ? '' : plain(node.title);
  const used = branch.length + by.length + plain(id).length + (node?.status?.length ?? 0) + 4;
  return `${dim(branch)}${by}${name}${state}${title === '' ? '' : `  ${cut(title, Math.max(12, screen.columns - used))}`}`;
}
