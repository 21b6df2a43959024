/** Which tasks a dispatcher may start, and why it leaves others alone. */
import type { Against, Candidate } from '../../core/dispatch/decide.ts';
import { agentFaults } from '../../core/dispatch/agent-faults.ts';
import { atOnce, budgetsOf, costOfAgentPerDay } from '../../core/dispatch/limits.ts';
import { spent } from '../../core/dispatch/spent.ts';
import type { Spent } from '../../core/dispatch/spent.ts';
import { triesOf } from '../../core/dispatch/tries.ts';
import type { Tries } from '../../core/dispatch/tries.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { runtimeOf } from '../../core/dispatch/plan-run.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Agent, Config, Task } from '../../core/model.ts';
import { lackingApprovers } from '../../core/policy/approval.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import type { ReadyTask } from '../../core/survey.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import type { View } from '../view.ts';

export interface DispatchScope {
  /** Ids; null: all. */
  readonly agent: string | null;
  readonly task: string | null;
}

/** A ready task that no agent can be started for. */
export interface Skipped {
  readonly task: string;
  readonly agent: string | null;
  readonly why: 'no-agent' | 'no-runtime' | 'bad-agent' | 'not-approved';
  /** What is against its agent, where its settings are; null: there is none, or nobody says how it is run. */
  readonly refusal: Refusal | null;
}

export interface Candidates {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly skipped: readonly Skipped[];
}

export function candidatesFor(view: View, claims: LiveClaims, jobs: readonly Job[], scope: DispatchScope, { folder, now }: { readonly folder: string; readonly now: Date }): Candidates {
  const { config, agents } = view.survey;
  const sums = spent(jobs, now);
  const jobsOf = groupBy(jobs, ({ task }) => task?.toLowerCase() ?? '', (job) => job);
  const team = new Map(agents.map((agent) => [agent.id, { agent, against: againstAgent(view, agent, folder) }]));
  const candidates: Candidate[] = [];
  const skipped: Skipped[] = [];
  for (const ready of freeTasks(view, claims, false).free) {
    const task = view.task(ready.id);
    // A gate is for those who approve it, a milestone for nobody.
    if (task?.kind !== 'task' || !isAsked(task, scope)) continue;
    const member = team.get(task.agent ?? '');
    const why = member?.against ?? (lackingApprovers(task, view.survey).length > 0 ? NOT_APPROVED : null);
    const key = task.id.toLowerCase();
    if (why !== null || member === undefined) skipped.push({ task: task.id, agent: task.agent, ...(member === undefined || why === null ? NO_AGENT : why) });
    else candidates.push(candidate(ready, member.agent, config, { tries: triesOf(task.id, jobsOf.get(key) ?? [], claims.get(key)?.claim?.token ?? null), sums }));
  }
  return { candidates, skipped };
}

function isAsked({ id, agent }: Task, scope: DispatchScope): boolean {
  return (scope.agent === null || scope.agent === agent) && (scope.task === null || scope.task === id);
}

const NO_AGENT = { why: 'no-agent', refusal: null } as const;
const NOT_APPROVED = { why: 'not-approved', refusal: null } as const;

/** What keeps all tasks of an agent from being started; null: nothing. */
function againstAgent({ survey, problems }: View, agent: Agent, folder: string): Pick<Skipped, 'why' | 'refusal'> | null {
  const faults = agentFaults(problems, folder, agent);
  if (faults.length > 0) return { why: 'bad-agent', refusal: refusal('bad-agent', { agent: agent.id, problems: faults }) };
  const runtime = runtimeOf(agent, survey.config);
  return runtime.ok ? null : { why: 'no-runtime', refusal: (agent.more['runtime'] ?? null) === null ? null : runtime.refusal };
}

function candidate({ id, priority, sharedFiles }: ReadyTask, agent: Agent, config: Config, { tries, sums }: { readonly tries: Tries; readonly sums: Spent }): Candidate {
  const against: Against | null = tries.stopped === null ? costAgainst(id, agent, config, sums) : { why: 'tried', ...tries.stopped };
  return { task: id, agent: agent.id, priority, files: sharedFiles, atOnce: atOnce(agent), against, isGranted: tries.isGranted };
}

/** What is known to be spent; a run whose cost is unknown counts for nothing. */
function costAgainst(task: string, agent: Agent, config: Config, sums: Spent): Against | null {
  const { costPerDay, costPerTask } = budgetsOf(config);
  const bounds = [
    { of: 'task', spent: sums.ofTask(task), limit: costPerTask },
    { of: 'agent', spent: sums.ofAgent(agent.id), limit: costOfAgentPerDay(agent, config) },
    { of: 'day', spent: sums.today, limit: costPerDay },
  ] as const;
  for (const { of, spent: sum, limit } of bounds) if (limit !== null && sum >= limit) return { why: 'cost', of, spent: sum, limit };
  return null;
}
