/** How far each agent is, with the times at which its tasks were started and completed. */
import type { Task } from '../../core/model.ts';
import { membersOf, tasksByAgent } from '../../core/pages/page-facts.ts';
import type { Member } from '../../core/pages/page-facts.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';

export interface TaskProgress {
  readonly task: Task;
  /** As its file says, else since when it is held. */
  readonly started: string | null;
}

export interface AgentProgress {
  /** null: of nobody in the team. */
  readonly member: Member | null;
  readonly done: number;
  /** Cancelled ones left out. */
  readonly total: number;
  readonly tasks: readonly TaskProgress[];
}

export interface ProgressReport {
  readonly agents: readonly AgentProgress[];
  readonly problems: readonly PlacedProblem[];
}

export async function reportProgress(ports: Ports): Promise<Result<ProgressReport>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const members = membersOf(view.workspace());
  const known = new Set<string | null>(members.map(({ id }) => id));
  const { tasks } = view.graph();
  const byAgent = tasksByAgent(tasks);
  const startOf = (task: Task): string | null => {
    const live = claims.get(task.id.toLowerCase());
    return task.started ?? (live?.state === 'held' ? (live.claim?.since ?? null) : null);
  };
  const of = (member: Member | null, own: readonly Task[]): AgentProgress => {
    const counted = own.filter(({ status }) => status !== 'cancelled');
    return { member, done: counted.filter(({ status }) => status === 'done').length, total: counted.length, tasks: own.map((task) => ({ task, started: startOf(task) })) };
  };
  const rest = of(null, tasks.filter(({ agent }) => !known.has(agent)));
  return done({ agents: [...members.map((member) => of(member, byAgent.get(member.id) ?? [])), ...(rest.tasks.length === 0 ? [] : [rest])], problems: view.problems });
}
