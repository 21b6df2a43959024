/** Records with the fields a test is about; all others as an empty file would give them. */
import { EMPTY_TASK } from '../../src/core/documents/empty-task.ts';
import { buildTaskGraph } from '../../src/core/graph/task-graph.ts';
import type { TaskGraph } from '../../src/core/graph/task-graph.ts';
import type { Workspace } from '../../src/core/documents/workspace.ts';
import type { Agent, Blocker, Decision, Handoff, Place, StatusSection, Task } from '../../src/core/model.ts';

const at = (file: string): Place => ({ file: `deployment/${file}`, pointer: [] });

/** Dependencies may be given as ids. */
export function makeTask(fields: Partial<Omit<Task, 'dependencies'>> & { readonly id: string; readonly dependencies?: readonly (string | Task['dependencies'][number])[] }): Task {
  const { dependencies = [], ...rest } = fields;
  return {
    ...EMPTY_TASK,
    title: `Do ${fields.id}`,
    place: at(`tasks/${fields.id}.yaml`),
    ...rest,
    dependencies: dependencies.map((dependency) => (typeof dependency === 'string' ? { id: dependency, label: null } : dependency)),
  };
}

export function makeAgent(fields: Partial<Agent> & { readonly id: string }): Agent {
  const place: Place = { file: 'deployment/coord.yaml', pointer: ['team', fields.id], at: 'key' };
  return { name: fields.id, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: {}, place, ...fields };
}

export function makeHandoff(fields: Partial<Handoff>): Handoff {
  const empty = { from: null, to: null, timestamp: null, task: null, base: null, head: null, branch: null, tree: null, token: null, nonce: null, acknowledged: null };
  const none = { completed: [], ready: [], blockers: [], nextSteps: [], artifacts: [], verification: [], ruledOut: [] };
  return { ...empty, ...none, notes: '', place: at('handoffs/h.md'), ...fields };
}

export function makeBlocker(fields: Partial<Blocker> & { readonly task: string }): Blocker {
  const empty = { by: null, waitsOn: null, raised: null, acknowledged: null, approval: null, resolved: null, resolvedBy: null, resolution: null };
  return { ...empty, severity: 'P2', needed: 'an answer', place: at(`status/blockers/${fields.task}.md`), ...fields };
}

/** `name` is the file's, without its ending. */
export function makeDecision(name: string, fields: Partial<Decision> = {}): Decision {
  const empty = { area: null, owner: null, proposed: null, deadline: null, decisionMaker: null, decided: null, decidedBy: null, outcome: null, supersededBy: null };
  return { ...empty, title: name, status: 'accepted', reviewers: [], supersedes: [], scope: [], place: at(`decisions/${name}.md`), ...fields };
}

export function makeSection(fields: Partial<StatusSection> & { readonly agent: string }): StatusSection {
  const empty = { lastUpdated: null, currentTask: null, progress: null, blockers: null, nextUpdate: null };
  return { ...empty, place: { file: 'deployment/status/current-status.md', offset: 0, length: 1 }, ...fields };
}

export function makeWorkspace(parts: Partial<Workspace>): { readonly workspace: Workspace; readonly graph: TaskGraph } {
  const none = { configBroken: false, brokenVerifiers: [], agents: [], briefs: [], tasks: [], handoffs: [], blockers: [], decisions: [], feedback: [], status: [] };
  const workspace: Workspace = { folder: 'deployment', config: { protocol: 1 }, ...none, ...parts };
  return { workspace, graph: buildTaskGraph(workspace.tasks) };
}
