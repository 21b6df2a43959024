/**
 * Which tasks may start as far as files go, and what holds back each other one. Worked out in the graph's own order,
 * so the order of files does not matter.
 */
import type { Workspace } from '../documents/workspace.ts';
import type { Layers } from '../graph/layers.ts';
import { listOf } from '../graph/task-graph.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { groupBy } from '../group-by.ts';
import { lackingApprovers } from '../policy/approval.ts';
import type { Config, Task } from '../model.ts';
import { repeatedIds, satisfiedTasks } from './satisfied.ts';

/** Why a task may not start. */
export type Hold =
  | { readonly why: 'waits-for'; readonly ids: readonly string[] }
  | { readonly why: 'missing'; readonly ids: readonly string[] }
  | { readonly why: 'cycle' }
  /** Its phase means nothing while coord.yaml cannot be read. */
  | { readonly why: 'settings' }
  | { readonly why: 'blocked'; readonly needed: readonly string[] }
  | { readonly why: 'phase'; readonly phase: string; readonly gate: string }
  | { readonly why: 'turn'; readonly phase: string; readonly first: string }
  /** Nothing is left to do but to approve it. */
  | { readonly why: 'approval'; readonly by: readonly string[] }
  | { readonly why: 'review' }
  | { readonly why: 'milestone' }
  | { readonly why: 'ambiguous' };

export type Fault = Extract<Hold, { readonly why: 'ambiguous' | 'missing' | 'settings' }>;

export interface Readiness {
  readonly graph: TaskGraph;
  /** Done, cancelled, or a milestone whose dependencies all are; not where the id stands twice. */
  readonly satisfied: Uint8Array;
  /** Closed phases, each with the gate that keeps it so. */
  readonly closedBy: ReadonlyMap<string, string>;
  /** Ids of the dependencies that are not satisfied. */
  readonly waitsFor: (position: number) => readonly string[];
  /** The reasons for one open task; none: it is ready. */
  readonly holds: (position: number) => readonly Hold[];
  /** The first of them that no work done will end; null: there is none. */
  readonly fault: (position: number) => Fault | null;
}

export function readinessOf(workspace: Workspace, graph: TaskGraph, layers: Layers): Readiness {
  const repeated = repeatedIds(workspace.tasks, graph);
  const satisfied = satisfiedTasks(workspace, graph, layers, repeated);
  const closedBy = closedPhases(workspace.config, graph, satisfied);
  const waitsFor = (position: number): string[] => openDependencies(position, graph, satisfied);
  const facts = {
    graph,
    waitsFor,
    layer: layers.layer,
    missing: groupBy(graph.missing, ({ task }) => task, ({ id }) => id),
    blocked: groupBy(workspace.blockers.filter(({ resolved }) => resolved === null), ({ task }) => task.toLowerCase(), ({ needed }) => needed),
    repeated,
    closedBy,
    configBroken: workspace.configBroken,
    lacksApproval: (task: Task): readonly string[] => lackingApprovers(task, workspace),
  };
  return { graph, satisfied, closedBy, waitsFor, holds: (position) => holdsOf(position, facts), fault: (position) => faultOf(position, facts) };
}

interface Facts {
  readonly graph: TaskGraph;
  readonly waitsFor: Readiness['waitsFor'];
  readonly layer: Int32Array;
  readonly missing: ReadonlyMap<number, readonly string[]>;
  readonly blocked: ReadonlyMap<string, readonly string[]>;
  readonly repeated: ReadonlySet<string>;
  readonly closedBy: Readiness['closedBy'];
  readonly configBroken: boolean;
  /** Who may approve it, where nobody did. */
  readonly lacksApproval: (task: Task) => readonly string[];
}

function holdsOf(position: number, facts: Facts): Hold[] {
  const task = facts.graph.tasks[position];
  if (!task) return [];
  const key = task.id.toLowerCase();
  const gate = task.phase === null ? undefined : facts.closedBy.get(task.phase);
  const missing = facts.missing.get(position);
  const blocked = facts.blocked.get(key);
  const waits = facts.waitsFor(position);
  const approvers = task.kind === 'gate' && task.verify.length === 0 ? facts.lacksApproval(task) : [];
  const reasons: (Hold | false)[] = [
    facts.repeated.has(key) && { why: 'ambiguous' },
    facts.layer[position] === -1 && { why: 'cycle' },
    missing !== undefined && { why: 'missing', ids: missing },
    waits.length > 0 && { why: 'waits-for', ids: waits },
    facts.configBroken && task.phase !== null && { why: 'settings' },
    gate !== undefined && key !== gate.toLowerCase() && { why: 'phase', phase: task.phase ?? '', gate },
    blocked !== undefined && { why: 'blocked', needed: blocked },
    approvers.length > 0 && { why: 'approval', by: approvers },
    task.status === 'review' && { why: 'review' },
    task.kind === 'milestone' && { why: 'milestone' },
  ];
  return reasons.filter((reason) => reason !== false);
}

function faultOf(position: number, { graph, repeated, missing, configBroken }: Facts): Fault | null {
  const task = graph.tasks[position];
  if (task && repeated.has(task.id.toLowerCase())) return { why: 'ambiguous' };
  const ids = missing.get(position);
  if (ids !== undefined) return { why: 'missing', ids };
  return configBroken && typeof task?.phase === 'string' ? { why: 'settings' } : null;
}

function openDependencies(position: number, graph: TaskGraph, satisfied: Uint8Array): string[] {
  const open = listOf(graph.dependencies, position).filter((at) => satisfied[at] !== 1);
  return Array.from(open, (at) => graph.tasks[at]?.id ?? '');
}

/** A phase is closed by the last gate before it that is not done; a gate that does not exist is not done. */
function closedPhases(config: Config, graph: TaskGraph, satisfied: Uint8Array): Map<string, string> {
  const closed = new Map<string, string>();
  let gate: string | null = null;
  for (const phase of config.phases ?? []) {
    if (gate !== null) closed.set(phase.id, gate);
    if (typeof phase.gate !== 'string') continue;
    const at = graph.byId.get(phase.gate.toLowerCase());
    if (at === undefined || satisfied[at] !== 1) gate = phase.gate;
  }
  return closed;
}
