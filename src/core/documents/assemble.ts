/** The readings of all files to one workspace: names resolved, records in a stable order. */
import type { Agent, Blocker, Config, Decision, Handoff, Task } from '../model.ts';
import { outsiderOf } from './outsider.ts';
import type { FileReading } from './read-file.ts';
import { agentIds, rosterOf } from './roster.ts';
import { teamOf } from './team.ts';
import { brokenVerifiers } from './verifier.ts';
import type { Workspace } from './workspace.ts';

type IdOf = (name: string) => string;

/** `readings` in order of file name. */
export function assemble(readings: readonly FileReading[], folder: string): Workspace {
  const config: Config = readings.find((reading) => reading.config)?.config ?? {};
  const configFile = `${folder}/coord.yaml`;
  const briefs = readings.flatMap((reading) => reading.agent ?? []);
  const agents = teamOf(config, configFile, briefs);
  const idOf = agentIds(rosterOf(agents));
  return {
    folder,
    config,
    configBroken: readings.some((reading) => reading.file === configFile && reading.config === undefined),
    brokenVerifiers: readings.flatMap(({ file, problems }) => (file === configFile ? brokenVerifiers(problems) : [])),
    agents: agents.map((agent) => resolvedNeeds(agent, idOf)),
    briefs,
    tasks: readings.flatMap((reading) => (reading.tasks ?? []).map((task) => resolvedTask(task, idOf))),
    handoffs: readings.flatMap((reading) => (reading.handoff ? [resolvedHandoff(reading.handoff, idOf)] : [])),
    blockers: readings.flatMap((reading) => (reading.blocker ? [resolvedBlocker(reading.blocker, idOf)] : [])),
    decisions: readings.flatMap((reading) => (reading.decision ? [resolvedDecision(reading.decision, idOf)] : [])),
    feedback: readings.flatMap((reading) => (reading.feedback ? [{ ...reading.feedback, by: outsiderOf(reading.feedback.by) ?? idOf(reading.feedback.by) }] : [])),
    status: readings.flatMap((reading) => (reading.status ?? []).map((section) => ({ ...section, agent: idOf(section.agent) }))),
  };
}

export function resolvedTask(task: Task, idOf: IdOf): Task {
  const agent = task.agent === null ? null : idOf(task.agent);
  const named = agent === task.agent ? task : { ...task, agent };
  if (task.approvers.length === 0 && task.approval === null) return named;
  const whom = (name: string): string => outsiderOf(name) ?? idOf(name);
  return { ...named, approvers: task.approvers.map(whom), approval: task.approval && { ...task.approval, by: whom(task.approval.by) } };
}

function resolvedNeeds(agent: Agent, idOf: IdOf): Agent {
  return { ...agent, needs: agent.needs.map(({ from, label }) => ({ from: idOf(from), label })) };
}

function resolvedHandoff(handoff: Handoff, idOf: IdOf): Handoff {
  return { ...handoff, from: known(handoff.from, idOf), to: known(handoff.to, idOf) };
}

function resolvedBlocker(blocker: Blocker, idOf: IdOf): Blocker {
  return { ...blocker, by: known(blocker.by, idOf), waitsOn: outsiderOf(blocker.waitsOn ?? '') ?? known(blocker.waitsOn, idOf) };
}

function resolvedDecision(decision: Decision, idOf: IdOf): Decision {
  const reviewers = decision.reviewers.map((name) => idOf(name));
  return { ...decision, owner: known(decision.owner, idOf), decisionMaker: known(decision.decisionMaker, idOf), reviewers };
}

function known(name: string | null, idOf: IdOf): string | null {
  return name === null ? null : idOf(name);
}
