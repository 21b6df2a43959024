/** A draft and what is there already, to the records that are missing. Placing the same draft twice finds nothing to add. */
import type { Writable } from '../documents/print-scalar.ts';
import type { Draft, DraftAgent, LeftOut } from './draft.ts';
import { placeAgents } from './place-agents.ts';
import type { PlacedAgent } from './place-agents.ts';
import { clean, placeSettings, shelvesOf } from './place-settings.ts';
import { placeTasks } from './place-tasks.ts';
import type { PlacedTask } from './place-tasks.ts';
import type { Standing } from './standing.ts';

type Fields = Readonly<Record<string, Writable>>;

export interface Need {
  readonly from: string;
  readonly label: string | null;
}

export interface NewAgent {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly needs: readonly Need[];
  readonly draft: DraftAgent;
  /** As a member of the team has them. */
  readonly fields: Fields;
}

export interface Placement {
  readonly tasks: readonly PlacedTask[];
  /** Only those that are new. */
  readonly agents: readonly NewAgent[];
  /** What coord.yaml gains. */
  readonly settings: Fields;
  readonly leftOut: readonly LeftOut[];
}

/** `draft`: as a reader gives it, without what no file can hold. */
export function placeDraft(draft: Draft, standing: Standing): Placement {
  const cast = placeAgents(draft, standing.agents);
  const shelves = shelvesOf(draft, standing.config);
  const placed = placeTasks(draft.tasks, standing, { agent: cast.idOf, ...shelves });
  const settings = placeSettings(draft, standing.config, shelves, cast.idOf, placed.idOf);
  const agents = cast.fresh.map((one) => {
    const needs = needsOf(one, draft, cast.idOf);
    return { id: one.id, aliases: [...new Set([...one.draft.aliases, ...one.aliases])], needs, draft: one.draft, fields: agentFields(one, needs, shelves.phase) };
  });
  return { tasks: placed.tasks, agents, settings: settings.added, leftOut: [...draft.leftOut, ...settings.leftOut, ...placed.leftOut] };
}

function needsOf({ id }: PlacedAgent, draft: Draft, idOf: (name: string) => string): readonly Need[] {
  return draft.needs.filter(({ agent }) => idOf(agent) === id).map(({ from, label }) => ({ from: idOf(from), label }));
}

function agentFields({ draft: agent, aliases }: PlacedAgent, needs: readonly Need[], phase: (key: string) => string | null): Fields {
  const { name, role, focus, responsibilities, skills, expertise, tools, outputs, criteria, owns, lead, channel, standup, hours, branch } = agent;
  return clean({
    name,
    aliases: [...new Set([...agent.aliases, ...aliases])],
    role,
    focus,
    phase: agent.phase && phase(agent.phase),
    skills,
    expertise,
    responsibilities,
    tools,
    outputs,
    lead,
    channel,
    standup,
    hours,
    owns,
    branch,
    needs: needs.map((need) => clean({ ...need })),
    criteria,
  });
}
