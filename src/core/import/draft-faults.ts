/** What contradicts itself in tasks that another tool kept: two of one name, circles. */
import { findCycles } from '../graph/cycles.ts';
import { groupBy } from '../group-by.ts';
import type { DraftFault, DraftTask } from './draft.ts';

export function draftFaults(tasks: readonly DraftTask[]): readonly DraftFault[] {
  return [...duplicates(tasks), ...circles(tasks)];
}

function duplicates(tasks: readonly DraftTask[]): DraftFault[] {
  const named = tasks.flatMap((task) => [...new Set([task.key, task.id ?? task.key].map((name) => name.toLowerCase()))].map((name) => ({ name, task })));
  const byKey = groupBy(named, ({ name }) => name, ({ task }) => task);
  const several = new Set([...byKey.values()].filter((same) => same.length > 1).map(([first]) => first));
  return [...several].flatMap((first) => {
    const same = tasks.filter(({ key, id }) => key.toLowerCase() === first?.key.toLowerCase() || (id !== null && id.toLowerCase() === first?.id?.toLowerCase()));
    return first === undefined ? [] : [{ code: 'duplicate-id', id: first.id ?? first.key, origins: same.map(({ origin }) => origin) } as const];
  });
}

function circles(tasks: readonly DraftTask[]): DraftFault[] {
  const at = new Map(tasks.map(({ key }, index) => [key.toLowerCase(), index]));
  const starts = new Int32Array(tasks.length + 1);
  const items: number[] = [];
  tasks.forEach(({ dependencies }, index) => {
    items.push(...dependencies.flatMap(({ on }) => at.get(on.toLowerCase()) ?? []));
    starts[index + 1] = items.length;
  });
  return findCycles({ dependencies: { starts, items: Int32Array.from(items) } }).map((loop) => {
    const around = loop.flatMap((index) => tasks[index] ?? []);
    return { code: 'dependency-cycle', path: [...around, ...around.slice(0, 1)].map(({ id, key }) => id ?? key), origins: around.map(({ origin }) => origin) };
  });
}
