/** A plan's order once more, with other lengths: everybody does the same tasks one after another, each as soon as it may start. */
import { listOf } from '../../graph/task-graph.ts';
import type { Schedule } from './dispatch.ts';
import { NOBODY } from './project.ts';
import type { Project } from './project.ts';

/** What an activity waited for last before it could start. */
export type Because = 'start' | 'phase' | 'dependency' | 'agent' | 'files';

export interface Replay {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly because: readonly Because[];
  /** By activity: the one it waited for; -1 where it waited for none. */
  readonly cause: Int32Array;
}

interface Wait {
  readonly at: number;
  readonly because: Because;
  readonly cause: number;
}

/** `work`: by activity. */
export function replay(project: Project, { order, who }: Pick<Schedule, 'order' | 'who'>, work: (activity: number) => number): Replay {
  const count = project.activities.length;
  const [start, end] = [new Float64Array(count), new Float64Array(count)];
  const because: Because[] = [];
  const cause = new Int32Array(count).fill(-1);
  const occupation = project.exclusions.begin();
  const last = new Int32Array(project.crew.length).fill(-1);
  for (const at of order) {
    const member = who[at] ?? NOBODY;
    const calendar = project.crew[member]?.calendar;
    const wait = lastWait(project, at, end, last[member] ?? -1, occupation.free(at));
    const length = work(at);
    start[at] = calendar && length > 0 ? calendar.next(wait.at) : wait.at;
    end[at] = (calendar ?? project.calendar).end(start[at] ?? 0, length);
    because[at] = wait.because;
    cause[at] = wait.cause;
    if (member !== NOBODY) last[member] = at;
    occupation.take(at, end[at] ?? 0);
  }
  return { start, end, because, cause };
}

/** Where several end at once, what the task waits for by itself is named before whom it waits for. */
function lastWait(project: Project, at: number, end: Float64Array, lastOfMember: number, free: { readonly at: number; readonly from: number }): Wait {
  const earliest = project.activities[at]?.earliest ?? 0;
  let wait: Wait = earliest > project.start ? { at: earliest, because: 'phase', cause: -1 } : { at: project.start, because: 'start', cause: -1 };
  const consider = (time: number, because: Because, cause: number): void => {
    if (time > wait.at || (time === wait.at && wait.cause === -1)) wait = { at: time, because, cause };
  };
  for (const other of listOf(project.before, at)) consider(end[other] ?? 0, 'dependency', other);
  if (lastOfMember !== -1) consider(end[lastOfMember] ?? 0, 'agent', lastOfMember);
  if (free.from !== -1) consider(free.at, 'files', free.from);
  return wait;
}
