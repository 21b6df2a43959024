/** All that pages are made of: no claim and no clock is among it. */
import type { Task } from '../model.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { ReadyTask } from '../survey.ts';
import type { WorkspaceCommit } from '../workspace-commit.ts';

export interface PageFacts {
  readonly workspace: Workspace;
  readonly graph: TaskGraph;
  /** By files alone, best first. */
  readonly ready: readonly ReadyTask[];
  /** What is reachable from HEAD, in any order. */
  readonly history: readonly WorkspaceCommit[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
}

export function tasksByAgent(tasks: readonly Task[]): ReadonlyMap<string | null, readonly Task[]> {
  const byAgent = new Map<string | null, Task[]>();
  for (const task of tasks) {
    const own = byAgent.get(task.agent);
    if (own) own.push(task);
    else byAgent.set(task.agent, [task]);
  }
  return byAgent;
}

/** The team; where coord.yaml names none, those for whom tasks are. */
export function membersOf({ agents, tasks }: Workspace): readonly Member[] {
  if (agents.length > 0) return agents;
  const named = new Set(tasks.flatMap(({ agent }) => agent ?? []));
  return [...named].sort().map((id) => ({ id, name: id }));
}
