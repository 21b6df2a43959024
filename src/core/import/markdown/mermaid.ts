/** Flowcharts in mermaid: their nodes with labels, and their edges, as far as plans use them. */

export interface Flow {
  readonly nodes: ReadonlyMap<string, { readonly label: string; readonly line: number }>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string | null; readonly line: number }[];
}

const NODE = /^\s*([\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*)(?::::[\w-]+)?\s*/u;
/** Longest brackets first. */
const SHAPES: readonly (readonly [open: string, close: string])[] = [['(((', ')))'], ['((', '))'], ['([', '])'], ['[[', ']]'], ['[(', ')]'], ['{{', '}}'], ['[/', '/]'], ['[\\', '\\]'], ['[', ']'], ['(', ')'], ['{', '}'], ['>', ']']];
const ARROW = /^\s*(?:<|[xo](?=[-=]))?(?:(--+|==+|-\.+)\s*(?:"([^"]*)"|([^-=.>|"][^>|]*?))\s*(--+|==+|\.+-)[>xo]?|(?:--+|==+|-\.+-?|~~~)[>xo]?)\s*(?:\|\s*"?([^|"]*)"?\s*\|)?/u;

/** null: it is no flowchart. `line`: of the first line of the text. */
export function readFlow(text: string, line: number): Flow | null {
  const lines = text.split('\n');
  const head = lines.findIndex((one) => one.trim() !== '' && !one.trim().startsWith('%%'));
  if (head === -1 || !/^\s*(?:graph|flowchart)\b/.test(lines[head] ?? '')) return null;
  const nodes = new Map<string, { label: string; line: number }>();
  const edges: { from: string; to: string; label: string | null; line: number }[] = [];
  lines.slice(head + 1).forEach((statements, index) => {
    for (const statement of statements.split(';')) readChain(statement.trim(), line + head + 1 + index, nodes, edges);
  });
  return { nodes, edges };
}

const NO_NODES = /^(?:%%|subgraph\b|end$|style\b|classDef\b|class\b|linkStyle\b|click\b|direction\b|accTitle|accDescr)/;

function readChain(statement: string, line: number, nodes: Map<string, { label: string; line: number }>, edges: { from: string; to: string; label: string | null; line: number }[]): void {
  if (statement === '' || NO_NODES.test(statement)) return;
  let rest = statement;
  let from: readonly string[] = [];
  let label: string | null = null;
  for (;;) {
    const group = readGroup(rest, line, nodes);
    if (group === null) return;
    for (const one of from) for (const to of group.ids) edges.push({ from: one, to, label, line });
    from = group.ids;
    const arrow = ARROW.exec(group.rest);
    if (arrow === null || arrow[0] === '') return;
    label = (arrow[2] ?? arrow[3] ?? arrow[5] ?? '').trim() || null;
    rest = group.rest.slice(arrow[0].length);
  }
}

/** `A`, `A[Label]`, `A & B`. */
function readGroup(text: string, line: number, nodes: Map<string, { label: string; line: number }>): { readonly ids: readonly string[]; readonly rest: string } | null {
  const ids: string[] = [];
  let rest = text;
  for (;;) {
    const node = NODE.exec(rest);
    if (node === null) return ids.length === 0 ? null : { ids, rest };
    const id = node[1] ?? '';
    ids.push(id);
    rest = rest.slice(node[0].length);
    const shape = readShape(rest);
    if (shape !== null) rest = shape.rest;
    if (shape !== null || !nodes.has(id)) nodes.set(id, { label: shape?.label ?? id, line: nodes.get(id)?.line ?? line });
    rest = rest.replace(/^\s*:::[\w-]+/, '');
    const next = /^\s*&\s*/.exec(rest);
    if (next === null) return { ids, rest };
    rest = rest.slice(next[0].length);
  }
}

function readShape(text: string): { readonly label: string; readonly rest: string } | null {
  for (const [open, close] of SHAPES) {
    if (!text.startsWith(open)) continue;
    const quoted = /^\s*"([^"]*)"\s*/.exec(text.slice(open.length));
    const from = open.length + (quoted?.[0].length ?? 0);
    const end = text.indexOf(close, from);
    if (end === -1) continue;
    const label = quoted?.[1] ?? text.slice(open.length, end);
    return { label: label.replace(/<br\s*\/?>/gi, ' ').replace(/\s+/g, ' ').trim(), rest: text.slice(end + close.length) };
  }
  return null;
}
