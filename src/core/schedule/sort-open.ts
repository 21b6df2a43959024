/** Open tasks in two heaps: those that may start, ranked, and those held back, each with its reasons. */
import { settingsOf } from '../documents/settings.ts';
import { isOpen } from '../model.ts';
import type { Config } from '../model.ts';
import { byRank, dueOf } from './ranking.ts';
import type { Ranked } from './ranking.ts';
import type { Hold, Readiness } from './readiness.ts';

export interface OpenTasks {
  readonly ready: readonly (Ranked & { readonly position: number })[];
  /** By position in the graph. */
  readonly heldBack: ReadonlyMap<number, readonly Hold[]>;
}

export function sortOpen(readiness: Readiness, config: Config, tails: Float64Array): OpenTasks {
  const timeZone = settingsOf(config).timeZone;
  const ready: (Ranked & { position: number })[] = [];
  const heldBack = new Map<number, readonly Hold[]>();
  readiness.graph.tasks.forEach((task, position) => {
    // A milestone that is reached is no work any more.
    if (!isOpen(task) || readiness.satisfied[position] === 1) return;
    const holds = readiness.holds(position);
    if (holds.length > 0) heldBack.set(position, holds);
    else ready.push({ task, tail: tails[position] ?? 0, due: dueOf(task, timeZone), position });
  });
  ready.sort(byRank);
  return { ready: takeTurns(ready, config, heldBack), heldBack };
}

/** In a sequential phase one task at a time: the first by rank, a started one before all. */
function takeTurns<T extends Ranked & { readonly position: number }>(ready: readonly T[], config: Config, heldBack: Map<number, readonly Hold[]>): T[] {
  const sequential = new Set((config.phases ?? []).filter(({ mode }) => mode === 'sequential').map(({ id }) => id));
  if (sequential.size === 0) return [...ready];
  const first = new Map<string, T>();
  for (const entry of ready) {
    const phase = entry.task.phase;
    if (phase === null || !sequential.has(phase)) continue;
    const current = first.get(phase);
    if (!current || (entry.task.status === 'in_progress' && current.task.status !== 'in_progress')) first.set(phase, entry);
  }
  return ready.filter((entry) => {
    const turn = first.get(entry.task.phase ?? '');
    if (turn === undefined || turn === entry || entry.task.status === 'in_progress') return true;
    heldBack.set(entry.position, [{ why: 'turn', phase: entry.task.phase ?? '', first: turn.task.id }]);
    return false;
  });
}
