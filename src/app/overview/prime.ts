/** What an agent needs to know before it works here: who it is, what it holds, what is next. */
import type { Agent } from '../../core/model.ts';
import { newestFirst, waitsFor } from '../../core/policy/handoff-inbox.ts';
import { waitingOn } from '../../core/policy/waiting-on.ts';
import type { WaitingOn } from '../../core/policy/waiting-on.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { HandoffLine, ReadyTask } from '../../core/survey.ts';
import { actingAgent } from '../acting-agent.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import { heldHere } from '../claims/held-here.ts';
import type { HeldHere } from '../claims/held-here.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface Briefing {
  readonly folder: string;
  readonly project: string | null;
  /** null: nobody was named, so it is for anyone. */
  readonly agent: Agent | null;
  /** Ids of the whole team. */
  readonly team: readonly string[];
  readonly held: readonly HeldHere[];
  /** What waits for this agent to answer; null where nobody was named. */
  readonly yours: WaitingOn | null;
  /** What waits to be taken over by this agent, newest first. */
  readonly handoffs: readonly HandoffLine[];
  /** The best few that are free for this agent. */
  readonly next: readonly ReadyTask[];
}

const OFFERED = 3;

export async function prime(ports: Ports, as: string | null): Promise<Result<Briefing>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view } = opened.value;
  const held = await heldHere(ports, view);
  const named = await whoIsIt(ports, view, as);
  return named.ok ? done(briefingOf(ports, opened.value, named.value, held)) : named;
}

/** `name`: of an agent or a person; null: for anyone. */
export function briefingOf({ location, clock }: Pick<Ports, 'location' | 'clock'>, { view, claims }: OpenedWithClaims, name: string | null, held: readonly HeldHere[]): Briefing {
  const { survey } = view;
  const free = freeTasks(view, claims, false).free.filter((task) => name === null || task.agent === null || task.agent === name);
  return {
    folder: location.folder,
    project: survey.config.project ?? null,
    agent: survey.agents.find(({ id }) => id === name) ?? null,
    team: survey.agents.map(({ id }) => id),
    held,
    yours: name === null ? null : waitingOn([name], survey, clock.now().getTime()),
    handoffs: name === null ? [] : survey.handoffs.filter((line) => waitsFor(line, name)).sort(newestFirst),
    next: free.slice(0, OFFERED),
  };
}

/** A name that was given must be right. */
async function whoIsIt(ports: Ports, view: View, as: string | null): Promise<Result<string | null>> {
  const acting = await actingAgent(ports, view, as);
  if (acting.ok) return done(acting.value.agent);
  return as === null ? done(null) : acting;
}
