/**
 * How far a change to some tasks can reach: the tasks they wait for and those that wait for them. The same rules, run
 * on this neighbourhood alone, find all that the change breaks, provided that everything was in order before.
 */
import type { Task } from '../model.ts';

export interface Surroundings {
  /** Tasks as they were; ids match ignoring case. */
  readonly task: (id: string) => Task | null;
  readonly dependents: (id: string) => readonly string[];
}

/**
 * The neighbours of the changed tasks, their dependencies cut down to the neighbourhood.
 * null: the change may reach further (an id went, or stands elsewhere too; a new edge may close a cycle), so all must be checked.
 */
export function nearby(before: readonly Task[], after: readonly Task[], { task, dependents }: Surroundings): readonly Task[] | null {
  const keyOf = ({ id }: { readonly id: string }): string => id.toLowerCase();
  const changed = new Set(after.map(keyOf));
  const old = new Set(before.map(keyOf));
  const isElsewhere = (one: Task): boolean => !old.has(keyOf(one)) && task(one.id) !== null;
  if (changed.size !== after.length || [...old].some((id) => !changed.has(id)) || after.some(isElsewhere)) return null;
  if (mayCloseCycle(before, after, dependents)) return null;
  const ids = [...before, ...after].flatMap(({ id, dependencies }) => [...dependencies.map((dependency) => dependency.id), ...dependents(id)]);
  const neighbours = [...new Set(ids.map((id) => id.toLowerCase()))].filter((id) => !changed.has(id)).flatMap((id) => task(id) ?? []);
  const inside = new Set([...changed, ...neighbours.map(keyOf)]);
  return neighbours.map((neighbour) => ({ ...neighbour, dependencies: neighbour.dependencies.filter(({ id }) => inside.has(id.toLowerCase())) }));
}

/** A new edge closes a cycle only if what it leads to already waits, through others, for a changed task. */
function mayCloseCycle(before: readonly Task[], after: readonly Task[], dependents: Surroundings['dependents']): boolean {
  const edge = (from: string, to: string): string => `${from}\0${to}`.toLowerCase();
  const old = new Set(before.flatMap(({ id, dependencies }) => dependencies.map((to) => edge(id, to.id))));
  const targets = new Set(after.flatMap(({ id, dependencies }) => dependencies.filter((to) => !old.has(edge(id, to.id))).map((to) => to.id.toLowerCase())));
  if (targets.size === 0) return false;
  const queue = after.map(({ id }) => id.toLowerCase());
  const seen = new Set(queue);
  for (const id of queue) {
    if (targets.has(id)) return true;
    for (const next of dependents(id).map((name) => name.toLowerCase())) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}
