/** Who made a change, and for which tasks: as was said, by what this worktree holds, by the branch, by the commits. */
import { isPerson, outsiderOf } from '../../core/documents/outsider.ts';
import type { Task } from '../../core/model.ts';
import type { Actors } from '../../core/policy/scope.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { agentOfBranch, taskOfBranch } from '../../core/schedule/branch-pattern.ts';
import { resolveName, spokenName } from '../acting-agent.ts';
import { heldHere } from '../claims/held-here.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

/** What there is to tell it from. */
export interface ChangeTraces {
  /** `--as`. */
  readonly as: string | null;
  readonly branch: string | null;
  /** What the trailers of its commits name. */
  readonly trailers: { readonly agents: readonly string[]; readonly tasks: readonly string[] };
}

/** `named`: what the traces say, where nobody in the team is called so. */
export type ChangeActors = (Actors & { readonly kind: 'agents' | 'person' }) | { readonly kind: 'unknown'; readonly named: string | null };

export async function changeActors(ports: Ports, view: View, traces: ChangeTraces): Promise<Result<ChangeActors>> {
  const spoken = await spokenName(ports, traces.as);
  if (spoken !== null && isPerson(spoken.name)) return done({ kind: 'person', agents: [outsiderOf(spoken.name) ?? spoken.name], tasks: [] });
  const said = spoken === null ? null : resolveName(view, spoken.name);
  if (said?.ok === false) return said;
  const held = (await heldHere(ports, view)).filter(({ agent, state }) => state !== 'lost' && (said === null || agent === said.value));
  const agents = said === null ? firstKnown([held.map(({ agent }) => agent), branchAgent(view, traces)]) : [said.value];
  if (agents.length > 0) return done({ kind: 'agents', agents, tasks: tasksOf(view, traces, agents, held.map(({ id }) => id)) });
  return byTrailers(ports, view, traces);
}

const firstKnown = (choices: readonly (readonly string[])[]): string[] => [...new Set(choices.find((names) => names.length > 0) ?? [])];

function branchAgent({ survey }: View, { branch }: ChangeTraces): string[] {
  const agent = branch === null ? null : agentOfBranch(branch, survey.agents);
  return agent === null ? [] : [agent];
}

/** Commits name whom they are by; without them git's setting may. */
async function byTrailers(ports: Ports, view: View, traces: ChangeTraces): Promise<Result<ChangeActors>> {
  const configured = await ports.git.config('coord.agent');
  const names = firstKnown([traces.trailers.agents, configured ? [configured] : []]);
  const unknown = names.find((name) => !isPerson(name) && !resolveName(view, name).ok);
  if (names.length === 0 || unknown !== undefined) return done({ kind: 'unknown', named: unknown ?? null });
  const agents = names.filter((name) => !isPerson(name)).flatMap((name) => {
    const resolved = resolveName(view, name);
    return resolved.ok ? [resolved.value] : [];
  });
  return done(agents.length === 0 ? { kind: 'person', agents: names, tasks: [] } : { kind: 'agents', agents: [...new Set(agents)], tasks: tasksOf(view, traces, agents, []) });
}

/** A branch may hold the work on several tasks, one finished after the other. */
function tasksOf(view: View, { branch, trailers }: ChangeTraces, agents: readonly string[], held: readonly string[]): Task[] {
  const byBranch = agents.map((agent) => (branch === null ? null : taskOfBranch(branch, agent, view.survey.agents))).filter((id) => id !== null);
  const tasks = [...held, ...byBranch, ...trailers.tasks].flatMap((id) => view.task(id) ?? []);
  return [...new Map(tasks.map((task) => [task.id, task])).values()];
}
