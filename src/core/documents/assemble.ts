/** The readings of all files to one workspace: names resolved, records in a stable order. */
import type { Agent, Blocker, Config, Decision, Handoff, Task } from '../model.ts';
import type { FileReading } from './read-file.ts';
import { agentIdOf, rosterOf } from './roster.ts';
import type { Roster } from './roster.ts';
import { teamOf } from './team.ts';
import type { Workspace } from './workspace.ts';

/** `readings` in order of file name. */
export function assemble(readings: readonly FileReading[], folder: string): Workspace {
  const config: Config = readings.find((reading) => reading.config)?.config ?? {};
  const briefs = readings.flatMap((reading) => reading.agent ?? []);
  const agents = teamOf(config, `${folder}/coord.yaml`, briefs);
  const roster = rosterOf(agents);
  return {
    folder,
    config,
    agents: agents.map((agent) => resolvedNeeds(agent, roster)),
    briefs,
    tasks: readings.flatMap((reading) => (reading.tasks ?? []).map((task) => resolvedTask(task, roster))),
    handoffs: readings.flatMap((reading) => (reading.handoff ? [resolvedHandoff(reading.handoff, roster)] : [])),
    blockers: readings.flatMap((reading) => (reading.blocker ? [resolvedBlocker(reading.blocker, roster)] : [])),
    decisions: readings.flatMap((reading) => (reading.decision ? [resolvedDecision(reading.decision, roster)] : [])),
    status: readings.flatMap((reading) => (reading.status ?? []).map((section) => ({ ...section, agent: agentIdOf(roster, section.agent) }))),
  };
}

export function resolvedTask(task: Task, roster: Roster): Task {
  const agent = task.agent === null ? null : agentIdOf(roster, task.agent);
  return agent === task.agent ? task : { ...task, agent };
}

function resolvedNeeds(agent: Agent, roster: Roster): Agent {
  return { ...agent, needs: agent.needs.map(({ from, label }) => ({ from: agentIdOf(roster, from), label })) };
}

function resolvedHandoff(handoff: Handoff, roster: Roster): Handoff {
  return { ...handoff, from: known(handoff.from, roster), to: known(handoff.to, roster) };
}

function resolvedBlocker(blocker: Blocker, roster: Roster): Blocker {
  const isOther = /^(?:human|external):/.test(blocker.waitsOn ?? '');
  return { ...blocker, by: known(blocker.by, roster), waitsOn: isOther ? blocker.waitsOn : known(blocker.waitsOn, roster) };
}

function resolvedDecision(decision: Decision, roster: Roster): Decision {
  const reviewers = decision.reviewers.map((name) => agentIdOf(roster, name));
  return { ...decision, owner: known(decision.owner, roster), decisionMaker: known(decision.decisionMaker, roster), reviewers };
}

function known(name: string | null, roster: Roster): string | null {
  return name === null ? null : agentIdOf(roster, name);
}
