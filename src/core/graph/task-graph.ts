/** The tasks and what each waits for, built once and then only queried. Numbers are positions in `tasks`. */
import type { Task } from '../model.ts';

/** Lists of numbers, one list a task, laid end to end: list `i` is `items[starts[i]] .. items[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export interface TaskGraph {
  /** Ids differ ignoring case: of duplicates the first stands here. */
  readonly tasks: readonly Task[];
  /** By lower-case id. */
  readonly byId: ReadonlyMap<string, number>;
  /** What a task waits for; names of tasks that do not exist are in `missing`. */
  readonly dependencies: Lists;
  /** What waits for a task. */
  readonly dependents: Lists;
  readonly missing: readonly { readonly task: number; readonly index: number; readonly id: string }[];
}

export function buildTaskGraph(tasks: readonly Task[]): TaskGraph {
  const { kept, byId } = firstOfEachId(tasks);
  const missing: { task: number; index: number; id: string }[] = [];
  const starts = new Int32Array(kept.length + 1);
  const items: number[] = [];
  kept.forEach((task, from) => {
    task.dependencies.forEach((dependency, index) => {
      const to = byId.get(dependency.id.toLowerCase());
      if (to === undefined) missing.push({ task: from, index, id: dependency.id });
      else items.push(to);
    });
    starts[from + 1] = items.length;
  });
  const dependencies = { starts, items: Int32Array.from(items) };
  return { tasks: kept, byId, dependencies, dependents: reversed(dependencies), missing };
}

export function listOf(lists: Lists, index: number): Int32Array {
  return lists.items.subarray(lists.starts[index], lists.starts[index + 1]);
}

export function reversed(lists: Lists): Lists {
  const count = lists.starts.length - 1;
  const starts = new Int32Array(count + 1);
  for (const to of lists.items) starts[to + 1] = (starts[to + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(lists.items.length);
  for (let from = 0; from < count; from++) {
    for (const to of listOf(lists, from)) {
      const at = next[to] ?? 0;
      items[at] = from;
      next[to] = at + 1;
    }
  }
  return { starts, items };
}

function firstOfEachId(tasks: readonly Task[]): { kept: Task[]; byId: Map<string, number> } {
  const byId = new Map<string, number>();
  const kept: Task[] = [];
  for (const task of tasks) {
    const key = task.id.toLowerCase();
    if (byId.has(key)) continue;
    byId.set(key, kept.length);
    kept.push(task);
  }
  return { kept, byId };
}
