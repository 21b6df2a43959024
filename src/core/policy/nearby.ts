/**
 * How far a change to some tasks can reach: the tasks they wait for and those that wait for them. The same rules, run
 * on this neighbourhood alone, find all that the change breaks, provided that everything was in order before.
 */
import { sameValue } from '../documents/same-value.ts';
import type { Task } from '../model.ts';

export interface Surroundings {
  /** Tasks as they were; ids match ignoring case. */
  readonly task: (id: string) => Task | null;
  readonly dependents: (id: string) => readonly string[];
}

export interface Neighbourhood {
  /** Those of `after` that are not as they were. */
  readonly changed: ReadonlySet<Task>;
  /** Their neighbours, whose dependencies are cut down to the neighbourhood. */
  readonly around: readonly Task[];
}

/** null: the change may reach further (an id went, or stands elsewhere too; a new edge may close a cycle), so all must be checked. */
export function nearby(before: readonly Task[], after: readonly Task[], { task, dependents }: Surroundings): Neighbourhood | null {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Set(after.map(keyOf));
  const isElsewhere = (one: Task): boolean => !old.has(keyOf(one)) && task(one.id) !== null;
  if (now.size !== after.length || [...old.keys()].some((id) => !now.has(id)) || after.some(isElsewhere)) return null;
  const changed = after.filter((one) => !isSame(one, old.get(keyOf(one))));
  const were = changed.flatMap((one) => old.get(keyOf(one)) ?? []);
  if (mayCloseCycle(were, changed, dependents)) return null;
  const inside = new Set(changed.map(keyOf));
  const ids = [...were, ...changed].flatMap(({ id, dependencies }) => [...dependencies.map((dependency) => dependency.id), ...dependents(id)]);
  // Each is asked for as somebody wrote it: mostly as it stands in its own file, where it is found sooner.
  const around = [...new Map(ids.map((id) => [id.toLowerCase(), id]))].flatMap(([key, id]) => (inside.has(key) ? [] : (task(id) ?? [])));
  for (const neighbour of around) inside.add(keyOf(neighbour));
  return {
    changed: new Set(changed),
    around: around.map((neighbour) => ({ ...neighbour, dependencies: neighbour.dependencies.filter(({ id }) => inside.has(id.toLowerCase())) })),
  };
}

function keyOf({ id }: { readonly id: string }): string {
  return id.toLowerCase();
}

/** Wherever it stands in its file. */
function isSame(one: Task, other: Task | undefined): boolean {
  return other !== undefined && (Object.keys(one) as (keyof Task)[]).every((field) => field === 'place' || sameValue(one[field], other[field]));
}

/** A new edge closes a cycle only if what it leads to already waits, through others, for a changed task. */
function mayCloseCycle(before: readonly Task[], after: readonly Task[], dependents: Surroundings['dependents']): boolean {
  const edge = (from: string, to: string): string => `${from}\0${to}`.toLowerCase();
  const old = new Set(before.flatMap(({ id, dependencies }) => dependencies.map((to) => edge(id, to.id))));
  const targets = new Set(after.flatMap(({ id, dependencies }) => dependencies.filter((to) => !old.has(edge(id, to.id))).map((to) => to.id.toLowerCase())));
  if (targets.size === 0) return false;
  const queue = after.map(({ id }) => id);
  const seen = new Set(after.map(keyOf));
  for (const id of queue) {
    if (targets.has(id.toLowerCase())) return true;
    for (const next of dependents(id)) {
      if (!seen.has(next.toLowerCase())) queue.push(next);
      seen.add(next.toLowerCase());
    }
  }
  return false;
}
