/** What each agent has done since a time, what it is doing, and what stops it. */
import { instantOf } from '../dates.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Blocker, Task } from '../model.ts';
import { membersOf } from '../pages/page-facts.ts';
import type { Member } from '../pages/page-facts.ts';

export interface Doing {
  readonly task: Task;
  /** By a claim; else its file says that it was started. */
  readonly held: boolean;
}

export interface AgentStandup {
  /** null: of nobody in the team. */
  readonly member: Member | null;
  readonly done: readonly Task[];
  readonly doing: readonly Doing[];
  readonly blocked: readonly Blocker[];
}

export interface Standup {
  readonly agents: readonly AgentStandup[];
  /** Tasks that are done, nobody knows since when. */
  readonly undated: number;
}

/** `holders`: who holds a task now, by its id in lower case. `since`: in milliseconds since 1970. */
export function standup(workspace: Workspace, graph: TaskGraph, holders: ReadonlyMap<string, string>, since: number): Standup {
  const { timeZone } = settingsOf(workspace.config);
  const members = membersOf(workspace);
  const known = new Set<string | null>(members.map(({ id }) => id));
  const handedOver = new Map(workspace.handoffs.map(({ task, from }) => [task?.toLowerCase(), from]));
  const finished = graph.tasks.filter(({ status }) => status === 'done');
  const done = finished.filter(({ completed }) => completed !== null && (instantOf(completed, timeZone) ?? -Infinity) >= since);
  const doing = graph.tasks.filter(({ id, status }) => holders.has(id.toLowerCase()) || status === 'in_progress');
  const open = workspace.blockers.filter(({ resolved }) => resolved === null);
  const doer = ({ id, agent }: Task): string | null => handedOver.get(id.toLowerCase()) ?? agent;
  const holder = ({ id, agent }: Task): string | null => holders.get(id.toLowerCase()) ?? agent;
  const stopped = ({ task, by }: Blocker): string | null => graph.tasks[graph.byId.get(task.toLowerCase()) ?? -1]?.agent ?? by;
  const of = (member: Member | null): AgentStandup => {
    const isIts = (agent: string | null): boolean => (member === null ? !known.has(agent) : agent === member.id);
    return {
      member,
      done: done.filter((task) => isIts(doer(task))),
      doing: doing.filter((task) => isIts(holder(task))).map((task) => ({ task, held: holders.has(task.id.toLowerCase()) })),
      blocked: open.filter((blocker) => isIts(stopped(blocker))),
    };
  };
  return { agents: [...members, null].map(of).filter((one) => one.member !== null || one.done.length + one.doing.length + one.blocked.length > 0), undated: finished.filter(({ completed }) => completed === null).length };
}
