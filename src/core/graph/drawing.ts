/** The graph as nodes and edges to be drawn. Edges go the way work flows: from what is waited for to what waits. */
import type { Agent, Status } from '../model.ts';
import { criticalPath } from './critical-path.ts';
import { layersOf } from './layers.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

export interface DrawnNode {
  readonly id: string;
  readonly title: string;
  /** null for agents, and for tasks that no file defines. */
  readonly status: Status | null;
  /** On the chain of open work that takes longest. */
  readonly critical: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** What is handed over. */
  readonly label: string | null;
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** All tasks; or `from` and what waits for it; or only the critical ones. */
export function drawTasks(graph: TaskGraph, only: { readonly from: number | null; readonly critical: boolean }): Drawing {
  const critical = new Set(criticalPath(graph, layersOf(graph)).path);
  const reached = only.from === null ? null : reachedFrom(graph, only.from);
  const isShown = (at: number): boolean => (reached?.has(at) ?? true) && (!only.critical || critical.has(at));
  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  graph.tasks.forEach((task, at) => {
    if (!isShown(at)) return;
    nodes.push({ id: task.id, title: task.title, status: task.status, critical: critical.has(at) });
    for (const { id, label } of task.dependencies) {
      const from = graph.byId.get(id.toLowerCase());
      const source = from === undefined ? undefined : graph.tasks[from];
      if (source && from !== undefined && isShown(from)) edges.push({ from: source.id, to: task.id, label });
      if (!source && reached === null && !only.critical) edges.push({ from: id, to: task.id, label });
    }
  });
  const missing = [...new Set(edges.map(({ from }) => from))].filter((id) => !graph.byId.has(id.toLowerCase()));
  return { nodes: [...nodes, ...missing.map((id) => ({ id, title: 'no file defines it', status: null, critical: false }))], edges };
}

/** Who hands what to whom: what the team says it needs, and dependencies between tasks of different agents. */
export function drawAgents(graph: TaskGraph, agents: readonly Agent[]): Drawing {
  const edges = new Map<string, DrawnEdge>();
  const add = (edge: DrawnEdge): void => {
    edges.set([edge.from, edge.to, edge.label].join('\0'), edge);
  };
  for (const { id, needs } of agents) for (const { from, label } of needs) add({ from, to: id, label });
  for (const task of graph.tasks) {
    for (const { id, label } of task.dependencies) {
      const source = graph.tasks[graph.byId.get(id.toLowerCase()) ?? -1];
      if (source?.agent && task.agent && source.agent !== task.agent) add({ from: source.agent, to: task.agent, label });
    }
  }
  const found = [...edges.values()];
  const says = new Set(found.filter(({ label }) => label !== null).map(({ from, to }) => `${from}\0${to}`));
  const kept = found.filter(({ from, to, label }) => label !== null || !says.has(`${from}\0${to}`));
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const ids = [...new Set([...names.keys(), ...kept.flatMap(({ from, to }) => [from, to])])];
  return { nodes: ids.map((id) => ({ id, title: names.get(id) ?? id, status: null, critical: false })), edges: kept };
}

function reachedFrom(graph: TaskGraph, start: number): Set<number> {
  const reached = new Set([start]);
  for (const at of reached) for (const next of listOf(graph.dependents, at)) reached.add(next);
  return reached;
}
