/**
 * Where tasks stand in the cache: one text, a line for each in the order of ids. A line is found by searching the text and
 * says all that a question about one task takes, so that nothing has to be made of the ten thousand others.
 */
import { listOf } from '../../core/graph/task-graph.ts';
import type { TaskGraph } from '../../core/graph/task-graph.ts';
import { once } from '../../core/once.ts';

/** Bytes of the snapshot's body. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

export interface IdEntry extends Span {
  readonly isReady: boolean;
  /** Ids of the tasks that wait for it. */
  readonly dependents: readonly string[];
}

/** Ids match ignoring case. */
export interface IdTable {
  find(id: string): IdEntry | null;
  ids(): readonly string[];
}

const READY = 'ready';

/** `"\nFIX-001 1024 310 ready FIX-002 FIX-003\nFIX-002 1336 295 -\n"`; `spans` by lower-case id. */
export function printIdTable(graph: TaskGraph, spans: ReadonlyMap<string, Span>, ready: ReadonlySet<string>): string {
  const lines = [...graph.byId.keys()].sort().map((key) => {
    const position = graph.byId.get(key) ?? -1;
    const { from, length } = spans.get(key) ?? { from: 0, length: 0 };
    const id = graph.tasks[position]?.id ?? '';
    const waiting = Array.from(listOf(graph.dependents, position), (other) => ` ${graph.tasks[other]?.id ?? ''}`);
    return `${id} ${String(from)} ${String(length)} ${ready.has(id) ? READY : '-'}${waiting.join('')}\n`;
  });
  return `\n${lines.join('')}`;
}

export function openIdTable(text: string): IdTable {
  const lowered = once(() => text.toLowerCase());
  return {
    find(id) {
      // Ids of tasks are ASCII and hold no white space (core/documents/task-id.ts); what is asked for may.
      if (/\s/.test(id)) return null;
      const exact = text.indexOf(`\n${id} `);
      const at = exact === -1 ? lowered().indexOf(`\n${id.toLowerCase()} `) : exact;
      return at === -1 ? null : entryOf(text.slice(at + 1, text.indexOf('\n', at + 1)));
    },
    ids: () => text.split('\n').slice(1, -1).map((line) => line.slice(0, line.indexOf(' '))),
  };
}

function entryOf(line: string): IdEntry {
  const [, from, length, state, ...dependents] = line.split(' ');
  return { from: Number(from), length: Number(length), isReady: state === READY, dependents };
}
