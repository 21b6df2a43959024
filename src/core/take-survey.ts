/** From a workspace to its survey: everything that files alone decide, by a few passes over the graph. */
import { rosterOf } from './documents/roster.ts';
import { settingsOf } from './documents/settings.ts';
import type { Workspace } from './documents/workspace.ts';
import { tailMinutes } from './graph/critical-path.ts';
import { layersOf } from './graph/layers.ts';
import { openDependents } from './graph/reach.ts';
import type { TaskGraph } from './graph/task-graph.ts';
import { isOpen } from './model.ts';
import type { Status, Task } from './model.ts';
import { onFirstUse } from './on-first-use.ts';
import { once } from './once.ts';
import { overlapIndex } from './policy/overlap-index.ts';
import type { OverlapIndex } from './policy/overlap-index.ts';
import type { PlacedProblem } from './problem/problem.ts';
import { lackingApprovers } from './policy/approval.ts';
import { receiversOf } from './policy/handoff-inbox.ts';
import { dueOf } from './schedule/ranking.ts';
import { readinessOf } from './schedule/readiness.ts';
import type { Readiness } from './schedule/readiness.ts';
import { sortOpen } from './schedule/sort-open.ts';
import type { OpenTasks } from './schedule/sort-open.ts';
import type { AgentLoad, ApprovalRequest, GateState, HandoffLine, PhaseState, ReadyTask, Survey } from './survey.ts';

/** Each part is worked out on first use: who asks for the settings alone pays for nothing else. */
export function takeSurvey(workspace: Workspace, graph: TaskGraph, problems: () => readonly PlacedProblem[]): Survey {
  const layers = once(() => layersOf(graph));
  const readiness = once(() => readinessOf(workspace, graph, layers()));
  const open = once(() => sortOpen(readiness(), workspace.config, tailMinutes(graph, layers())));
  const statusOf = once(() => statusesOf(graph.tasks, readiness()));
  const unfinished = once(() => graph.tasks.filter((_, at) => isOpen({ status: statusOf()(at) })));
  return onFirstUse<Survey>({
    config: () => workspace.config,
    configBroken: () => workspace.configBroken,
    agents: () => workspace.agents,
    counts: () => countStatuses(graph.tasks, statusOf()),
    completion: () => completionOf(graph.tasks.filter(({ kind }) => kind !== 'milestone')),
    loads: () => loadsOf(workspace, graph, open(), statusOf()),
    ready: () => readyTasks(open(), openDependents(graph, layers()), overlapIndex(unfinished())),
    waiting: () => open().heldBack.size,
    open: () => unfinished().map(({ id }) => id),
    started: () => graph.tasks.filter((_, at) => statusOf()(at) === 'in_progress').map(({ id }) => id),
    deadlines: () => deadlinesOf(graph.tasks, settingsOf(workspace.config).timeZone),
    phases: () => phasesOf(workspace, graph, readiness()),
    gates: () => gatesOf(workspace, graph, readiness()),
    approvals: () => approvalsOf(workspace, graph, readiness()),
    blockers: () => workspace.blockers.filter(({ resolved }) => resolved === null),
    decisions: () => workspace.decisions,
    handoffs: () => handoffsOf(workspace, graph),
    feedback: () => workspace.feedback,
    problems,
  });
}

function handoffsOf({ handoffs, agents, config }: Workspace, graph: TaskGraph): HandoffLine[] {
  const roster = rosterOf(agents);
  const { timeZone } = settingsOf(config);
  return handoffs.map((handoff) => {
    const { place, task, from, to, timestamp, nextSteps, acknowledged } = handoff;
    return { file: place.file, task, from, to, timestamp, nextSteps, acknowledged, receivers: receiversOf(handoff, graph, roster, timeZone) };
  });
}

function readyTasks({ ready }: OpenTasks, unblocks: ReturnType<typeof openDependents>, overlap: OverlapIndex): ReadyTask[] {
  return ready.map(({ task, position }) => {
    const { id, title, agent, priority, files } = task;
    return { id, title, agent, priority, unblocks: unblocks[position] ?? 0, started: task.status === 'in_progress', sharedFiles: overlap(task) === null ? [] : files };
  });
}

type StatusAt = (position: number) => Status;

/** A milestone that is reached is done, whatever its file says. */
function statusesOf(tasks: readonly Task[], { satisfied }: Readiness): StatusAt {
  return (at) => {
    const { kind, status = 'todo' } = tasks[at] ?? {};
    return kind === 'milestone' && status !== 'cancelled' && satisfied[at] === 1 ? 'done' : status;
  };
}

function countStatuses(tasks: readonly Task[], statusAt: StatusAt): Record<Status, number> {
  const counts: Record<Status, number> = { todo: 0, in_progress: 0, review: 0, done: 0, cancelled: 0 };
  tasks.forEach((_, at) => counts[statusAt(at)]++);
  return counts;
}

function completionOf(work: readonly Task[]): number {
  const counted = work.filter(({ status }) => status !== 'cancelled');
  if (counted.length === 0) return 0;
  const shares = counted.reduce((sum, { status, progress }) => sum + (status === 'done' ? 1 : (progress ?? 0) / 100), 0);
  return shares / counted.length;
}

function loadsOf(workspace: Workspace, graph: TaskGraph, open: OpenTasks, statusAt: StatusAt): AgentLoad[] {
  const loads = new Map(workspace.agents.map(({ id }) => [id, { id, open: 0, done: 0, ready: 0, waiting: 0 }]));
  graph.tasks.forEach(({ agent }, at) => {
    const load = agent === null ? undefined : loads.get(agent);
    const status = statusAt(at);
    if (load && status === 'done') load.done++;
    else if (load && isOpen({ status })) load.open++;
  });
  for (const { task } of open.ready) {
    const load = task.agent === null ? undefined : loads.get(task.agent);
    if (load) load.ready++;
  }
  for (const at of open.heldBack.keys()) {
    const agent = graph.tasks[at]?.agent;
    const load = typeof agent === 'string' ? loads.get(agent) : undefined;
    if (load) load.waiting++;
  }
  return [...loads.values()];
}

function deadlinesOf(tasks: readonly Task[], timeZone: string): Survey['deadlines'] {
  const byDue = new Map<number, string[]>();
  for (const task of tasks) {
    if (!isOpen(task) || task.deadline === null) continue;
    const due = dueOf(task, timeZone);
    const known = byDue.get(due);
    if (known) known.push(task.id);
    else byDue.set(due, [task.id]);
  }
  return [...byDue].map(([due, ids]) => ({ due, ids })).sort((one, other) => one.due - other.due);
}

function phasesOf(workspace: Workspace, graph: TaskGraph, { satisfied, closedBy }: Readiness): PhaseState[] {
  const counts = new Map<string, { done: number; total: number }>();
  graph.tasks.forEach((task, at) => {
    if (task.phase === null || task.status === 'cancelled') return;
    const count = counts.get(task.phase) ?? { done: 0, total: 0 };
    counts.set(task.phase, { done: count.done + (satisfied[at] ?? 0), total: count.total + 1 });
  });
  return (workspace.config.phases ?? []).map(({ id }) => ({ id, ...(counts.get(id) ?? { done: 0, total: 0 }), open: !closedBy.has(id) }));
}

function gatesOf(workspace: Workspace, graph: TaskGraph, { satisfied, waitsFor }: Readiness): GateState[] {
  return graph.tasks.flatMap((task, at) => {
    if (task.kind === 'task' || !isOpen(task) || satisfied[at] === 1) return [];
    const { id, title, kind, status, phase, approval } = task;
    return [{ id, title, kind, status, phase, waitsFor: waitsFor(at), approvers: lackingApprovers(task, workspace), approval }];
  });
}

function approvalsOf(workspace: Workspace, graph: TaskGraph, { waitsFor }: Readiness): ApprovalRequest[] {
  return graph.tasks.flatMap((task, at) => {
    const isAsked = isOpen(task) && (task.kind === 'gate' || task.status === 'review');
    const approvers = isAsked ? lackingApprovers(task, workspace) : [];
    const { id, title, approval } = task;
    return approvers.length === 0 || waitsFor(at).length > 0 ? [] : [{ id, title, approvers, approval }];
  });
}
