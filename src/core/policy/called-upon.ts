/** Who is called upon when a task is blocked: those its severity requires, and those who hear of it when nobody answers. */
import { agentIdOf, resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Agent, Blocker, Config, Task } from '../model.ts';
import { overlaps } from './overlap.ts';

export interface CalledUpon {
  /** Ids of agents; roles that stand for nobody in particular as they are written. */
  readonly required: readonly string[];
  readonly escalation: readonly string[];
}

/** `task` is null where no file defines the one that is blocked. */
export function calledUpon({ severity, waitsOn, by }: Blocker, task: Task | null, config: Config, agents: readonly Agent[]): CalledUpon {
  const level = config.severities?.[severity];
  const roster = rosterOf(agents);
  const idsOf = (name: string): readonly string[] => {
    const resolved = resolveAgent(roster, name);
    if (resolved.kind === 'agent') return [resolved.id];
    const owners = /\bowners?$/i.test(name.trim()) && task !== null ? ownersOf(task, config, agents) : [];
    return owners.length > 0 ? owners.map((owner) => agentIdOf(roster, owner)) : [name];
  };
  // Whoever raised it knows of it.
  const named = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap(idsOf))].filter((name) => name !== by);
  const required = named(level?.agents ?? []);
  const told = named(level?.escalate ?? []);
  if (told.length > 0) return { required, escalation: told };
  return { required, escalation: required.length > 0 ? required : named(leadOf(agents, waitsOn) ?? leadOf(agents, by) ?? []) };
}

/** "The owner" of a task: whoever answers for the files it may touch, else whose task it is. */
function ownersOf(task: Task, { ownership }: Config, agents: readonly Agent[]): readonly string[] {
  const areas = Object.values(ownership ?? {}).flatMap(({ owner, paths }) => (owner && overlaps(task.files, paths ?? []) ? [owner] : []));
  const members = agents.filter(({ owns }) => overlaps(task.files, owns)).map(({ id }) => id);
  const owners = [...areas, ...members];
  return owners.length > 0 || task.agent === null ? owners : [task.agent];
}

function leadOf(agents: readonly Agent[], name: string | null): readonly string[] | null {
  const lead = agents.find(({ id }) => id === name)?.lead;
  return lead ? [lead] : null;
}
