/** For whom a handoff waits: whom it names, or else whoever goes on with what is still open. Worked out, never stored. */
import { instantOf, isDay } from '../dates.ts';
import { resolveAgent } from '../documents/roster.ts';
import type { Roster } from '../documents/roster.ts';
import { listOf } from '../graph/task-graph.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import type { Handoff, Task } from '../model.ts';
import type { HandoffLine } from '../survey.ts';

/** Ids of agents; null stands for anyone. Empty: it was taken over, or nobody is left to take it over. */
export function receiversOf({ to, from, task, timestamp, acknowledged }: Handoff, graph: TaskGraph, roster: Roster, timeZone: string): readonly (string | null)[] {
  if (acknowledged !== null || wasFinishedSince(taskOf(graph, task), timestamp, timeZone)) return [];
  if (to !== null && resolveAgent(roster, to).kind !== 'role') return [to];
  const agents = goingOn(graph, task).map((agent) => (agent !== null && resolveAgent(roster, agent).kind === 'agent' ? agent : null));
  return [...new Set(agents)].filter((agent) => agent === null || agent !== from);
}

/** Whoever has the task itself, as long as it is open, and those who wait for it. Of an unknown task it is anyone's guess. */
function goingOn(graph: TaskGraph, id: string | null): readonly (string | null)[] {
  const at = positionOf(graph, id);
  if (at === undefined) return [null];
  const tasks = [at, ...listOf(graph.dependents, at)].flatMap((position) => graph.tasks[position] ?? []);
  return tasks.filter(isOpen).map(({ agent }) => agent);
}

/** Somebody went on with it, and left a handoff of their own. A day alone does not tell whether it was before or after. */
function wasFinishedSince(task: Task | undefined, timestamp: string | null, timeZone: string): boolean {
  if (task?.status !== 'done' || task.completed === null || timestamp === null || isDay(task.completed) || isDay(timestamp)) return false;
  const [completed, written] = [instantOf(task.completed, timeZone), instantOf(timestamp, timeZone)];
  return completed !== null && written !== null && completed > written;
}

function taskOf(graph: TaskGraph, id: string | null): Task | undefined {
  return graph.tasks[positionOf(graph, id) ?? -1];
}

function positionOf({ byId }: TaskGraph, id: string | null): number | undefined {
  return id === null ? undefined : byId.get(id.toLowerCase());
}

/** `agent` null: for anybody at all. Nobody takes over from himself what he left to anyone. */
export function waitsFor({ receivers, from }: Pick<HandoffLine, 'receivers' | 'from'>, agent: string | null): boolean {
  if (agent === null) return receivers.length > 0;
  return receivers.some((receiver) => receiver === agent || (receiver === null && from !== agent));
}

export function newestFirst(one: HandoffLine, other: HandoffLine): number {
  const [left, right] = [one.timestamp ?? '', other.timestamp ?? ''];
  if (left === right) return one.file < other.file ? 1 : -1;
  return left < right ? 1 : -1;
}
