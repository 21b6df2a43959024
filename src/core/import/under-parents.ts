/** Tools that nest tasks: a task is done when its parts are, so it waits for them, and its parts wait for what it waits for. */
import type { DraftTask } from './draft.ts';

/** `parentOf`: keys by keys. No circle comes of it that was not there. */
export function underParents(tasks: readonly DraftTask[], parentOf: ReadonlyMap<string, string>): readonly DraftTask[] {
  const waits = new Map(tasks.map(({ key, dependencies }) => [key, new Map(dependencies.map(({ on, label }) => [on, label]))]));
  const wait = (from: string, to: string, label: string | null = null): void => {
    if (!reaches(waits, to, from) && waits.get(from)?.has(to) === false) waits.get(from)?.set(to, label);
  };
  const own = new Map([...waits].map(([key, found]) => [key, [...found]]));
  for (const [child, parent] of parentOf) if (waits.has(child)) wait(parent, child);
  for (const child of parentOf.keys()) {
    for (const parent of ancestors(child, parentOf)) for (const [on, label] of own.get(parent) ?? []) if (waits.has(on)) wait(child, on, label);
  }
  return tasks.map((task) => ({ ...task, dependencies: [...(waits.get(task.key) ?? [])].map(([on, label]) => ({ on, label })) }));
}

function ancestors(key: string, parentOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let parent = parentOf.get(key); parent !== undefined && !found.has(parent); parent = parentOf.get(parent)) found.add(parent);
  return found;
}

function reaches(waits: ReadonlyMap<string, ReadonlyMap<string, unknown>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of waits.get(at)?.keys() ?? []) seen.add(next);
  }
  return false;
}
