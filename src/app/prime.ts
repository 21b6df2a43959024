/** What an agent needs to know before it works here: who it is, what it holds, what is next. */
import type { Agent } from '../core/model.ts';
import { newestFirst, waitsFor } from '../core/policy/handoff-inbox.ts';
import { waitingOn } from '../core/policy/waiting-on.ts';
import type { WaitingOn } from '../core/policy/waiting-on.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { HandoffLine, ReadyTask } from '../core/survey.ts';
import { actingAgent } from './acting-agent.ts';
import { freeTasks } from './free-tasks.ts';
import { heldHere } from './held-here.ts';
import type { HeldHere } from './held-here.ts';
import { openWithClaims } from './open-with-claims.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

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
  const { view, claims } = opened.value;
  const held = await heldHere(ports, view);
  const { survey } = view;
  const named = await whoIsIt(ports, view, as);
  if (!named.ok) return named;
  const agent = survey.agents.find(({ id }) => id === named.value) ?? null;
  const free = freeTasks(view, claims, false).free.filter((task) => named.value === null || task.agent === null || task.agent === named.value);
  return done({
    folder: ports.location.folder,
    project: survey.config.project ?? null,
    agent,
    team: survey.agents.map(({ id }) => id),
    held,
    yours: named.value === null ? null : waitingOn([named.value], survey, ports.clock.now().getTime()),
    handoffs: named.value === null ? [] : survey.handoffs.filter((line) => waitsFor(line, named.value)).sort(newestFirst),
    next: free.slice(0, OFFERED),
  });
}

/** A name that was given must be right. */
async function whoIsIt(ports: Ports, view: View, as: string | null): Promise<Result<string | null>> {
  const acting = await actingAgent(ports, view, as);
  if (acting.ok) return done(acting.value.agent);
  return as === null ? done(null) : acting;
}
