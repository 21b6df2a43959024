/** What contradicts itself in a draft: two tasks of one name, circles. */
import { findCycles } from '../graph/cycles.ts';
import { groupBy } from '../group-by.ts';
import type { DraftFault, DraftNeed, DraftTask, Origin } from './draft.ts';

export function draftFaults(tasks: readonly DraftTask[]): readonly DraftFault[] {
  return [...duplicates(tasks), ...circles(tasks)];
}

function duplicates(tasks: readonly DraftTask[]): DraftFault[] {
  const named = tasks.flatMap((task) => [...new Set([task.key, task.id ?? task.key].map((name) => name.toLowerCase()))].map((name) => ({ name, task })));
  const byKey = groupBy(named, ({ name }) => name, ({ task }) => task);
  const alike = new Map<DraftTask, Set<DraftTask>>();
  for (const same of byKey.values()) {
    const [first] = same;
    if (first !== undefined && same.length > 1) alike.set(first, new Set([...(alike.get(first) ?? []), ...same]));
  }
  return [...alike].map(([first, same]) => ({ code: 'duplicate-id', id: first.id ?? first.key, origins: [...same].map(({ origin }) => origin) }));
}

export function circles(tasks: readonly DraftTask[]): DraftFault[] {
  // What waits for nothing closes no circle.
  const waiting = tasks.filter(({ dependencies }) => dependencies.length > 0);
  const nodes = waiting.map(({ key, id, title, origin, dependencies }) => ({ key, name: id ?? title, origins: [origin], waitsFor: dependencies.map(({ on }) => on) }));
  return circlesAmong(nodes);
}

/** Agents that wait for what each other hands over. */
export function needCircles(needs: readonly DraftNeed[]): DraftFault[] {
  const byAgent = groupBy(needs, ({ agent }) => agent, (need) => need);
  const nodes = [...byAgent].map(([agent, own]) => ({ key: agent, name: agent, origins: own.map(({ origin }) => origin), waitsFor: own.map(({ from }) => from) }));
  return circlesAmong(nodes);
}

interface Node {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly Origin[];
  /** Keys. */
  readonly waitsFor: readonly string[];
}

function circlesAmong(nodes: readonly Node[]): DraftFault[] {
  const at = new Map(nodes.map(({ key }, index) => [key.toLowerCase(), index]));
  const starts = new Int32Array(nodes.length + 1);
  const items: number[] = [];
  nodes.forEach(({ waitsFor }, index) => {
    items.push(...waitsFor.flatMap((key) => at.get(key.toLowerCase()) ?? []));
    starts[index + 1] = items.length;
  });
  return findCycles({ dependencies: { starts, items: Int32Array.from(items) } }).map((loop) => {
    const around = loop.flatMap((index) => nodes[index] ?? []);
    return { code: 'dependency-cycle', path: [...around, ...around.slice(0, 1)].map(({ name }) => name), origins: around.flatMap(({ origins }) => origins) };
  });
}
