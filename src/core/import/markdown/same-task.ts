/** Tasks that stand in several places by one id: told once, continued in a later slot, or a contradiction. */
import { groupBy } from '../../group-by.ts';
import type { DraftFault, Origin } from '../draft.ts';
import { normal } from './clean-text.ts';
import type { Findings, OpenTask } from './findings.ts';

export function mergeSame(found: Findings): readonly DraftFault[] {
  scopeNumbers(found);
  const faults: DraftFault[] = [];
  const byId = groupBy(found.tasks.filter(({ id }) => id !== null), ({ id }) => id?.toLowerCase(), (task) => task);
  const told = new Map<string, OpenTask>();
  const places = new Map<string, readonly Origin[]>();
  for (const same of byId.values()) {
    const [first, ...others] = same;
    if (first === undefined) continue;
    if (others.length > 0) places.set(first.key, same.map(({ origin }) => origin));
    const strangers = others.filter((task) => !isSame(first, task));
    if (strangers.length > 0) faults.push({ code: 'duplicate-id', id: first.id ?? '', origins: [first, ...strangers].map(({ origin }) => origin) });
    else {
      for (const task of others) {
        merge(first, task, found);
        told.set(task.key, first);
      }
    }
  }
  if (told.size > 0) keepFirst(told, found);
  return [...faults, ...contradictions(found, places)];
}

/** A number alone tells rows apart in one table only: where several count from one, none of them is an id. */
function scopeNumbers(found: Findings): void {
  const numbered = found.tasks.filter(({ id }) => id !== null && /^\d+$/.test(id));
  if (new Set(numbered.map(({ id }) => id)).size === numbered.length) return;
  const scope = ({ agent, phase, group, origin }: OpenTask, id: string): string => [origin.file, agent, phase, group, id].join('\n');
  const byScope = new Map(numbered.map((task) => [scope(task, task.id ?? ''), task.key]));
  for (const task of found.tasks) task.dependencies = task.dependencies.map(({ on, label }) => ({ on: byScope.get(scope(task, on)) ?? on, label }));
  for (const task of numbered) task.id = null;
}

/** The same words for the most part; or one agent at it in two phases. */
function isSame(one: OpenTask, other: OpenTask): boolean {
  const [left, right] = [one, other].map(({ title }) => new Set(normal(title).split(' ')));
  if (left === undefined || right === undefined) return false;
  const common = [...left].filter((word) => right.has(word)).length;
  const isAlike = common * 2 >= Math.min(left.size, right.size);
  const isContinued = one.agent === other.agent && one.phase !== other.phase && one.phase !== null && other.phase !== null;
  return isAlike || isContinued || one.title === one.id || other.title === other.id;
}

/** What the first place left open, the later one fills in. */
function merge(first: OpenTask, task: OpenTask, found: Findings): void {
  if (first.title === first.id) first.title = task.title;
  for (const field of ['agent', 'priority', 'group', 'estimate', 'deadline', 'started', 'completed', 'progress', 'notes'] as const) (first as Record<string, unknown>)[field] ??= task[field];
  for (const field of ['files', 'actions', 'acceptance', 'artifacts'] as const) first[field].push(...task[field].filter((one) => !first[field].includes(one)));
  for (const one of task.dependencies) if (!first.dependencies.some(({ on }) => on === one.on)) first.dependencies.push(one);
  if (task.phase !== null && first.phase !== null && task.phase !== first.phase) found.phase(task.phase)?.continues.push(first.key);
  first.phase ??= task.phase;
  for (const status of found.stated.get(task.key) ?? []) found.state(first, status);
  found.leave(`${first.id ?? ''} ${task.title}`, 'mention', task.origin, 'sure');
}

/** `told`: by the key of a later place, the task that was told first. */
function keepFirst(told: ReadonlyMap<string, OpenTask>, found: Findings): void {
  found.tasks = found.tasks.filter(({ key }) => !told.has(key));
  for (const task of found.tasks) task.dependencies = task.dependencies.map(({ on, label }) => ({ on: told.get(on)?.key ?? on, label }));
}

const CLOSED = ['done', 'cancelled'] as const;

/** Done here and open there: nobody can tell which holds. `places`: of those that are told several times. */
function contradictions(found: Findings, places: ReadonlyMap<string, readonly Origin[]>): readonly DraftFault[] {
  return found.tasks.flatMap(({ key, id, title, origin }): readonly DraftFault[] => {
    const states = found.stated.get(key) ?? [];
    const isContradictory = states.length > 1 && CLOSED.some((state) => states.includes(state));
    return isContradictory ? [{ code: 'contradictory-states', id: id ?? title, states, origins: places.get(key) ?? [origin] }] : [];
  });
}
