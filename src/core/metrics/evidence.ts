/** All that figures are measured on: records with their times worked out, commits, claims as they stand, jobs. */
import { isDay, instantOf } from '../dates.ts';
import { dayStart } from '../days.ts';
import type { JobCost } from '../dispatch/job-cost.ts';
import type { Job } from '../dispatch/job.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { groupBy } from '../group-by.ts';
import type { Blocker, Handoff, Task } from '../model.ts';
import type { WorkspaceCommit } from '../workspace-commit.ts';
import { doneTokens } from './done-tokens.ts';
import type { DoneTokens } from './done-tokens.ts';
import type { Coverage } from './read-coverage.ts';
import type { Moment, Unmeasured } from './measured.ts';
import { taskClaims } from './task-claims.ts';
import type { ClaimOfTask, TaskClaim } from './task-claims.ts';

export interface DatedTask {
  readonly task: Task;
  readonly due: number | null;
  /** When the first commit with its file was written; null: unknown, also where it shares its file. */
  readonly recorded: number | null;
  readonly started: Moment | null;
  readonly completed: Moment | null;
  /** How often it was handed over as done, beyond the first time. */
  readonly reopened: number;
}

export interface DatedBlocker {
  readonly blocker: Blocker;
  /** The agent of the task that it stops; null: nobody's. */
  readonly agent: string | null;
  readonly raised: Moment | null;
  readonly resolved: Moment | null;
}

export interface DatedHandoff {
  readonly handoff: Handoff;
  readonly at: Moment | null;
}

export interface Evidence {
  readonly tasks: readonly DatedTask[];
  readonly blockers: readonly DatedBlocker[];
  readonly handoffs: readonly DatedHandoff[];
  readonly doneTokens: DoneTokens;
  readonly claims: readonly TaskClaim[];
  readonly jobs: readonly Job[];
  readonly costs: readonly JobCost[];
  readonly coverage: Coverage | Unmeasured;
  /** The first that is known to have happened; null: nothing is. */
  readonly begins: number | null;
}

export interface Sources extends Pick<Evidence, 'jobs' | 'costs' | 'coverage'> {
  /** As their refs hold them now. */
  readonly claims: readonly ClaimOfTask[];
  readonly workspace: Workspace;
  readonly graph: TaskGraph;
  readonly history: readonly WorkspaceCommit[];
}

export function gatherEvidence({ workspace, graph, history, claims, ...rest }: Sources): Evidence {
  const { timeZone } = settingsOf(workspace.config);
  const moment = (text: string | null): Moment | null => momentOf(text, timeZone);
  const recorded = recordedTimes(graph.tasks, history);
  const tokens = doneTokens(workspace.handoffs);
  const tasks = graph.tasks.map((task): DatedTask => ({
    task,
    due: task.deadline === null ? null : instantOf(task.deadline, timeZone),
    recorded: recorded.get(task.place.file) ?? null,
    started: moment(task.started),
    completed: task.status === 'done' ? moment(task.completed) : null,
    reopened: Math.max(0, (tokens.get(task.id.toLowerCase())?.size ?? 0) - 1),
  }));
  const agentOf = (id: string): string | null => graph.tasks[graph.byId.get(id.toLowerCase()) ?? -1]?.agent ?? null;
  const blockers = workspace.blockers.map((blocker) => ({ blocker, agent: agentOf(blocker.task) ?? blocker.by, raised: moment(blocker.raised), resolved: moment(blocker.resolved) }));
  const handoffs = workspace.handoffs.map((handoff) => ({ handoff, at: moment(handoff.timestamp) }));
  return { tasks, blockers, handoffs, doneTokens: tokens, claims: taskClaims(claims, handoffs), ...rest, begins: firstOf(history, [...tasks.flatMap(({ started, completed }) => [started, completed]), ...blockers.map(({ raised }) => raised), ...handoffs.map(({ at }) => at)]) };
}

/** Only what is that agent's: its tasks and jobs, blockers of its tasks, handoffs from it. */
export function evidenceOf(evidence: Evidence, agent: string): Evidence {
  return {
    ...evidence,
    tasks: evidence.tasks.filter(({ task }) => task.agent === agent),
    blockers: evidence.blockers.filter((one) => one.agent === agent),
    handoffs: evidence.handoffs.filter(({ handoff }) => handoff.from === agent),
    claims: evidence.claims.filter((claim) => claim.agent === agent),
    jobs: evidence.jobs.filter((job) => job.agent === agent),
    costs: evidence.costs.filter((cost) => cost.agent === agent),
    coverage: 'not-of-one',
  };
}

export function momentOf(text: string | null, timeZone: string): Moment | null {
  const last = text === null ? null : instantOf(text, timeZone);
  if (text === null || last === null) return null;
  return { first: isDay(text) ? (dayStart(text.trim(), timeZone) ?? last) : last, last };
}

/** By file, where it holds one task alone. */
function recordedTimes(tasks: readonly Task[], history: readonly WorkspaceCommit[]): ReadonlyMap<string, number> {
  const alone = new Set([...groupBy(tasks, ({ place }) => place.file, ({ id }) => id)].flatMap(([file, ids]) => (ids.length === 1 ? [file] : [])));
  const times = new Map<string, number>();
  for (const { at, files } of history) for (const file of files) if (alone.has(file)) times.set(file, Math.min(at, times.get(file) ?? Infinity));
  return times;
}

function firstOf(history: readonly WorkspaceCommit[], moments: readonly (Moment | null)[]): number | null {
  let first = Infinity;
  for (const { at } of history) first = Math.min(first, at);
  for (const moment of moments) if (moment !== null) first = Math.min(first, moment.first);
  return first === Infinity ? null : first;
}
