/** What can be started now, best first, and why not the rest. */
import { heldBack } from '../../core/schedule/held-back.ts';
import type { Withheld } from '../../core/schedule/offer.ts';
import { turnOf } from '../../core/schedule/turn.ts';
import type { Turn } from '../../core/schedule/turn.ts';
import type { Hold } from '../../core/schedule/readiness.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ReadyTask } from '../../core/survey.ts';
import { isCallerKnown } from '../acting-agent.ts';
import { findAgent } from '../find-agent.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import { lostHere } from '../claims/lost-here.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface NextRequest {
  readonly agent: string | null;
  readonly count: number;
  readonly why: boolean;
  readonly resume: boolean;
  readonly as: string | null;
}

export interface HeldBackTask {
  readonly id: string;
  readonly agent: string | null;
  readonly holds: readonly Hold[];
  /** Where files would let it start. */
  readonly withheld: Withheld | null;
}

export interface NextAnswer {
  readonly tasks: readonly ReadyTask[];
  /** Free ones that did not fit into the count. */
  readonly more: number;
  readonly heldBack: number;
  readonly why: readonly HeldBackTask[] | null;
  /** False: among the reasons is a claim that ran out, and whoever takes it over has to be named. */
  readonly isCallerKnown: boolean;
  /** In a pipeline, whose turn it is; null where an agent was asked about. */
  readonly turn: Turn | null;
  /** Open tasks there are at all, for the agent that was asked about. */
  readonly open: number;
  readonly problems: readonly PlacedProblem[];
}

export async function next(ports: Ports, request: NextRequest): Promise<Result<NextAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const agent = request.agent === null ? done(null) : findAgent(view, request.agent);
  if (!agent.ok) return agent;
  const isAsked = (task: { readonly agent: string | null }): boolean => agent.value === null || task.agent === agent.value;
  const offer = freeTasks(view, claims, request.resume);
  const { free, withheld } = offer;
  const asked = free.filter(isAsked);
  const kept = withheld.filter(({ task }) => isAsked(task));
  const waiting = agent.value === null ? view.survey.waiting : (view.survey.loads.find(({ id }) => id === agent.value)?.waiting ?? 0);
  return done({
    tasks: asked.slice(0, request.count),
    more: Math.max(0, asked.length - request.count),
    heldBack: waiting + kept.length,
    why: request.why ? [...(await withLost(ports, claims, kept.map(withClaim))), ...waitingTasks(view).filter(isAsked)] : null,
    isCallerKnown: !request.why || !kept.some(({ because }) => because.why === 'expired') || (await isCallerKnown(ports, view, request.as)),
    turn: agent.value === null ? turnOf(view.survey, offer) : null,
    open: asked.length + kept.length + waiting,
    problems: view.survey.problems,
  });
}

function withClaim({ task, because }: { readonly task: ReadyTask; readonly because: Withheld }): HeldBackTask {
  return { id: task.id, agent: task.agent, holds: [], withheld: because };
}

/** Of what is done elsewhere, what is nowhere. */
async function withLost(ports: Ports, claims: LiveClaims, tasks: readonly HeldBackTask[]): Promise<readonly HeldBackTask[]> {
  const away = tasks.filter(({ withheld }) => withheld?.why === 'done-elsewhere').flatMap(({ id }) => claims.get(id.toLowerCase()) ?? []);
  const lost = new Map((await lostHere(ports, away)).map((work) => [work.id.toLowerCase(), work]));
  return tasks.map((task) => {
    const work = lost.get(task.id.toLowerCase());
    return work === undefined ? task : { ...task, withheld: { why: 'done-but-lost', ...work } };
  });
}

function waitingTasks(view: View): HeldBackTask[] {
  return heldBack(view.workspace(), view.graph()).map(({ task, holds }) => ({ id: task.id, agent: task.agent, holds, withheld: null }));
}
