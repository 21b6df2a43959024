/** Tools that nest tasks: a task is done when its parts are, so it waits for them, and its parts wait for what it waits for. */
import { components } from '../graph/components.ts';
import type { DraftTask } from './draft.ts';

/** By the key of a task, what it waits for by the keys of that. */
type Waits = ReadonlyMap<string, Map<string, string | null>>;

interface Wait {
  readonly from: string;
  readonly on: string;
  readonly label: string | null;
}

/** `parentOf`: keys by keys. No circle comes of it that was not there. */
export function underParents(tasks: readonly DraftTask[], parentOf: ReadonlyMap<string, string>): readonly DraftTask[] {
  if (parentOf.size === 0) return tasks;
  const waits: Waits = new Map(tasks.map(({ key, dependencies }) => [key, new Map(dependencies.map(({ on, label }) => [on, label]))]));
  const wanted = wantedBy(waits, parentOf);
  const groupOf = groupsOf(waits, wanted);
  for (const { from, on, label } of wanted) {
    const own = waits.get(from);
    // Only within a group of those that could all reach each other may it close a circle.
    if (own === undefined || own.has(on) || (groupOf(from) === groupOf(on) && reaches(waits, on, from, groupOf))) continue;
    own.set(on, label);
  }
  return tasks.map((task) => ({ ...task, dependencies: [...(waits.get(task.key) ?? [])].map(([on, label]) => ({ on, label })) }));
}

function wantedBy(waits: Waits, parentOf: ReadonlyMap<string, string>): readonly Wait[] {
  const wanted: Wait[] = [];
  for (const [child, parent] of parentOf) if (waits.has(child)) wanted.push({ from: parent, on: child, label: null });
  for (const child of parentOf.keys()) {
    for (const parent of ancestors(child, parentOf)) for (const [on, label] of waits.get(parent) ?? []) if (waits.has(on)) wanted.push({ from: child, on, label });
  }
  return wanted;
}

function ancestors(key: string, parentOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let parent = parentOf.get(key); parent !== undefined && !found.has(parent); parent = parentOf.get(parent)) found.add(parent);
  return found;
}

/** Of all that waits and all that is to wait; null: it is no task. */
function groupsOf(waits: Waits, wanted: readonly Wait[]): (key: string) => number | null {
  const at = new Map([...waits.keys()].map((key, index) => [key, index]));
  const lists = [...waits.values()].map((own) => [...own.keys()].flatMap((on) => at.get(on) ?? []));
  for (const { from, on } of wanted) lists[at.get(from) ?? -1]?.push(at.get(on) ?? 0);
  const starts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  const { group } = components({ starts, items: Int32Array.from(lists.flat()) });
  return (key) => group[at.get(key) ?? -1] ?? null;
}

function reaches(waits: Waits, from: string, to: string, groupOf: (key: string) => number | null): boolean {
  const seen = new Set([from]);
  const group = groupOf(from);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of waits.get(at)?.keys() ?? []) if (groupOf(next) === group) seen.add(next);
  }
  return false;
}
