/** What status/current-status.md says of an agent and the records deny. The page is for people: the records count. */
import { recordName } from '../documents/record-name.ts';
import { resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Workspace } from '../documents/workspace.ts';
import { isOpen } from '../model.ts';
import type { Blocker, StatusSection, Task } from '../model.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';

interface Records {
  readonly graph: TaskGraph;
  /** By lower-case title; null where two tasks share it. */
  readonly byTitle: ReadonlyMap<string, Task | null>;
  readonly openOf: ReadonlyMap<string, Blocker>;
  readonly resolvedByName: ReadonlyMap<string, Blocker>;
}

export function findPageContradictions(workspace: Workspace, graph: TaskGraph): Problem[] {
  if (workspace.status.length === 0) return [];
  const records = recordsOf(workspace, graph);
  const roster = rosterOf(workspace.agents);
  return workspace.status.flatMap((section) => {
    const resolved = resolveAgent(roster, section.agent);
    if (resolved.kind === 'agent') return [...currentTask(section, resolved.id, records), ...blockers(section, resolved.id, records)];
    return workspace.agents.length === 0 ? [] : [contradiction(section, 'agent', section.agent, '')];
  });
}

function currentTask(section: StatusSection, agent: string, records: Records): Problem[] {
  const task = section.currentTask === null ? null : taskMeant(section.currentTask, records);
  if (task === null || section.currentTask === null) return [];
  const found: Problem[] = [];
  const wrong = !isOpen(task) ? task.status : task.agent !== null && task.agent !== agent ? task.agent : null;
  if (wrong !== null) found.push(contradiction(section, 'Current Task', section.currentTask, `${task.id}: ${wrong}`));
  if (section.progress !== null && task.progress !== null && section.progress !== task.progress) {
    found.push(contradiction(section, 'Progress', `${String(section.progress)}%`, `${task.id}: ${String(task.progress)}%`));
  }
  return found;
}

/** "FIX-001", "FIX-001 Fix website deployment", "FIX-001: ..." or a title that only one task has. */
function taskMeant(text: string, { graph, byTitle }: Records): Task | null {
  const first = /^[\w.-]+/.exec(text.trim())?.[0].toLowerCase() ?? '';
  const position = graph.byId.get(first);
  return (position === undefined ? byTitle.get(text.trim().toLowerCase()) : graph.tasks[position]) ?? null;
}

function blockers(section: StatusSection, agent: string, { openOf, resolvedByName }: Records): Problem[] {
  const text = section.blockers?.trim() ?? '';
  const open = openOf.get(agent);
  if (/^(?:none|no|nothing|n\/a|-)\.?$/i.test(text)) {
    return open ? [contradiction(section, 'Blockers', text, `open on ${open.task}: ${nameOf(open)}`)] : [];
  }
  const named: readonly string[] = text.match(/[\w.-]+/g) ?? [];
  // One that is open comes first: what it needs may well tell of one that is resolved.
  if (open && named.includes(nameOf(open))) return [];
  const resolved = named.flatMap((name) => resolvedByName.get(name.replace(/\.md\.?$/, '')) ?? []);
  return resolved.map((blocker) => contradiction(section, 'Blockers', nameOf(blocker), `resolved: ${blocker.resolved ?? ''}`));
}

function contradiction({ agent, place }: StatusSection, field: string, page: string, records: string): Problem {
  return problem('page-contradicts', place, { agent, field, page, records });
}

function recordsOf(workspace: Workspace, graph: TaskGraph): Records {
  const byTitle = new Map<string, Task | null>();
  for (const task of graph.tasks) {
    const title = task.title.trim().toLowerCase();
    byTitle.set(title, byTitle.has(title) ? null : task);
  }
  const resolvedByName = new Map(workspace.blockers.filter(({ resolved }) => resolved !== null).map((blocker) => [nameOf(blocker), blocker]));
  return { graph, byTitle, openOf: firstOpenBlockers(workspace, graph), resolvedByName };
}

/** By agent: the first open blocker on one of its tasks, or that it raised on a task of nobody. */
export function firstOpenBlockers({ blockers }: Workspace, graph: TaskGraph): ReadonlyMap<string, Blocker> {
  const open = new Map<string, Blocker>();
  for (const blocker of blockers) {
    const task = graph.tasks[graph.byId.get(blocker.task.toLowerCase()) ?? -1];
    const agent = task?.agent ?? blocker.by;
    if (blocker.resolved === null && agent !== null && !open.has(agent)) open.set(agent, blocker);
  }
  return open;
}

const nameOf = ({ place }: Blocker): string => recordName(place.file);
