/** What can be done side by side, if there were hands enough: a wave waits for those before it, by dependencies alone. */
import { listOf } from '../../graph/task-graph.ts';
import type { Project } from './project.ts';

/** By activity, from 0. What takes no time is in the wave after which it happens. */
export function wavesOf({ activities, before }: Project): Int32Array {
  const waves = new Int32Array(activities.length);
  activities.forEach((_, at) => {
    let wave = 0;
    for (const other of listOf(before, at)) wave = Math.max(wave, (waves[other] ?? 0) + ((activities[other]?.work ?? 0) > 0 ? 1 : 0));
    waves[at] = wave;
  });
  return waves;
}

/** The chain of work that takes longest by dependencies alone: positions, first to last. */
export function longestChain({ activities, before, after }: Project, chains: Float64Array): number[] {
  const longest = (among: Iterable<number>): number | null => {
    let best: number | null = null;
    for (const at of among) if (best === null || (chains[at] ?? 0) > (chains[best] ?? 0)) best = at;
    return best;
  };
  const first = longest([...activities.keys()].filter((at) => listOf(before, at).length === 0));
  const path: number[] = [];
  for (let at = first; at !== null; at = longest(listOf(after, at))) path.push(at);
  return path;
}
