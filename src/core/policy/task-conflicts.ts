/** Which open tasks may touch the same files, though nothing makes one wait for the other. */
import { listOf } from '../graph/task-graph.ts';
import type { Lists, TaskGraph } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import { globIndex } from './overlap-index.ts';
import { overlaps } from './overlap.ts';

export interface TaskSide {
  readonly task: Task;
  readonly isUnderway: boolean;
  /** Its first glob that meets one of the other's. */
  readonly glob: string;
}

export interface TaskConflict {
  readonly one: TaskSide;
  readonly other: TaskSide;
}

export interface TaskConflicts {
  /** First where both are worked on, then where one is. */
  readonly conflicts: readonly TaskConflict[];
  /** How many there are beyond `most`. */
  readonly more: number;
}

export function taskConflicts(graph: TaskGraph, isUnderway: (task: Task) => boolean, most: number): TaskConflicts {
  const byUrgency: [Task, Task][][] = [[], [], []];
  let count = 0;
  for (const [one, other] of pairsWithoutOrder(graph)) {
    count++;
    const alike = byUrgency[Number(!isUnderway(one)) + Number(!isUnderway(other))];
    if (alike && alike.length < most) alike.push([one, other]);
  }
  const side = (task: Task, { files }: Task): TaskSide => ({ task, isUnderway: isUnderway(task), glob: task.files.find((glob) => overlaps([glob], files)) ?? '' });
  const conflicts = byUrgency.flat().slice(0, most).map(([one, other]) => ({ one: side(one, other), other: side(other, one) }));
  return { conflicts, more: count - conflicts.length };
}

function* pairsWithoutOrder(graph: TaskGraph): Generator<[Task, Task]> {
  const laterMeeting = meetingTasks(graph.tasks);
  for (const [at, task] of graph.tasks.entries()) {
    const others = laterMeeting(at);
    if (others.length === 0) continue;
    const ordered = new Set([...reachable(graph.dependencies, at), ...reachable(graph.dependents, at)]);
    for (const position of others) {
      const other = graph.tasks[position];
      if (other && !ordered.has(position)) yield [task, other];
    }
  }
}

/** Answers the positions of open tasks after one that may touch the same files. Globs are compared once, however many tasks have them. */
function meetingTasks(tasks: readonly Task[]): (at: number) => readonly number[] {
  const byGlob = new Map<string, number[]>();
  tasks.forEach((task, at) => {
    if (!isOpen(task)) return;
    for (const glob of task.files) {
      const having = byGlob.get(glob);
      if (having) having.push(at);
      else byGlob.set(glob, [at]);
    }
  });
  const meets = globIndex([...byGlob.keys()]);
  const met = new Map([...byGlob.keys()].map((glob) => [glob, meets(glob)]));
  const seenFor = new Int32Array(tasks.length).fill(-1);
  return (at) => {
    const task = tasks[at];
    if (task === undefined || !isOpen(task)) return [];
    const found: number[] = [];
    for (const other of task.files.flatMap((glob) => met.get(glob) ?? []).flatMap((glob) => byGlob.get(glob) ?? [])) {
      if (other <= at || seenFor[other] === at) continue;
      seenFor[other] = at;
      found.push(other);
    }
    return found;
  };
}

/** Positions that the lists lead to from one, directly or through others. */
function reachable(lists: Lists, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of listOf(lists, at)) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
