/**
 * The shortest of all plans, found by trying everything: every order of the tasks, everybody who may do each, each at the
 * first half hour where nothing keeps it. Knows the rules by itself: nothing of the planner is used.
 */
import type { Agent, Task } from '../../src/core/model.ts';

const HALF = 30 * 60_000;
/** Half hours that are looked at: four weeks. */
const REACH = 4 * 7 * 48;
/** By the names in arbitrary-plans.ts: whether somebody works in the half hour that begins then. */
const ON: Readonly<Record<string, (weekday: number, hour: number) => boolean>> = {
  '24/7': () => true,
  'mon-fri 09:00-17:00': (weekday, hour) => weekday >= 1 && weekday <= 5 && hour >= 9 && hour < 17,
  'daily 08:00-10:00, 13:00-14:30': (_, hour) => (hour >= 8 && hour < 10) || (hour >= 13 && hour < 14.5),
  'mon,wed 22:00-02:00': (weekday, hour) => ([1, 3].includes(weekday) && hour >= 22) || ([2, 4].includes(weekday) && hour < 2),
};
const MEETS: Readonly<Record<string, readonly string[]>> = { 'a/**': ['a/**', 'a/b', '*'], 'a/b': ['a/**', 'a/b', '*'], c: ['c', '*'], '*': ['a/**', 'a/b', 'c', '*'] };

export function worksAt(hours: unknown, instant: number): boolean {
  const time = new Date(instant);
  return ON[String(hours)]?.(time.getUTCDay(), time.getUTCHours() + time.getUTCMinutes() / 60) ?? false;
}

export function mayMeet(one: Task, other: Task): boolean {
  return one.files.some((glob) => other.files.some((another) => MEETS[glob]?.includes(another)));
}

interface Placed {
  readonly task: Task;
  readonly agent: string;
  readonly start: number;
  readonly end: number;
}

/** When all is done at the earliest, with at most so many at work at once. */
export function shortestFinish(tasks: readonly Task[], agents: readonly Agent[], start: number, limit = Infinity): number {
  let best = Infinity;
  const place = (placed: readonly Placed[]): void => {
    const finish = placed.reduce((last, { end }) => Math.max(last, end), start);
    if (finish >= best) return;
    const open = tasks.filter((task) => !placed.some((one) => one.task === task));
    if (open.length === 0) best = finish;
    for (const task of open) {
      const waits = task.dependencies.map(({ id }) => placed.find((one) => one.task.id === id));
      if (waits.includes(undefined)) continue;
      const from = waits.reduce((latest, wait) => Math.max(latest, wait?.end ?? 0), start);
      for (const agent of agents.filter(({ id }) => task.agent === null || task.agent === id)) {
        const found = firstFit(task, agent, from, placed, limit);
        if (found) place([...placed, found]);
      }
    }
  };
  place([]);
  return best;
}

function firstFit(task: Task, agent: Agent, from: number, placed: readonly Placed[], limit: number): Placed | null {
  for (let half = 0; half < REACH; half++) {
    const start = from + half * HALF;
    if (!worksAt(agent.more['hours'], start)) continue;
    const end = endOf(start, (task.estimate ?? 0) / 30, agent);
    const isKept = placed.some((one) => (one.agent === agent.id || mayMeet(one.task, task)) && one.start < end && start < one.end);
    if (!isKept && mostAtOnce([...placed, { start, end }]) <= limit) return { task, agent: agent.id, start, end };
  }
  return null;
}

export function mostAtOnce(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return Math.max(...spans.map(({ start }) => spans.filter((other) => other.start <= start && start < other.end).length));
}

function endOf(start: number, halves: number, agent: Agent): number {
  let at = start;
  for (let left = halves; left > 0; at += HALF) if (worksAt(agent.more['hours'], at)) left--;
  return at;
}
