/** The handoffs that wait for whoever asks, or those asked for, newest first. */
import { newestFirst, waitsFor } from '../../core/policy/handoff-inbox.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { HandoffLine } from '../../core/survey.ts';
import { resolveName } from '../acting-agent.ts';
import { handoffsOf } from './find-handoff.ts';
import { standingsOf } from './handoff-standing.ts';
import type { HandoffStanding } from './handoff-standing.ts';
import { knownAgent } from '../known-agent.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface HandoffListRequest {
  /** Whose inbox; null: that of whoever acts, unless `all` or `from` ask for more. */
  readonly agent: string | null;
  readonly from: string | null;
  /** Also those that were taken over, and those that nobody is left to take over. */
  readonly all: boolean;
  readonly as: string | null;
}

export interface HandoffListAnswer {
  /** Whose inbox it is; null: everybody's. */
  readonly agent: string | null;
  readonly handoffs: readonly (HandoffStanding & { readonly title: string | null })[];
  /** Those there are at all. */
  readonly total: number;
  readonly problems: readonly PlacedProblem[];
}

export async function handoffList(ports: Ports, request: HandoffListRequest): Promise<Result<HandoffListAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const from = request.from === null ? done(null) : resolveName(view, request.from);
  if (!from.ok) return from;
  const agent = await whoseInbox(ports, view, request);
  if (!agent.ok) return agent;
  const isAsked = (line: HandoffLine): boolean => (from.value === null || line.from === from.value) && (request.all ? isTo(line, agent.value) : waitsFor(line, agent.value));
  const lines = view.survey.handoffs.filter(isAsked).sort(newestFirst);
  const standings = await standingsOf(ports, handoffsOf(view, lines));
  const titled = standings.map((standing) => ({ ...standing, title: standing.handoff.task === null ? null : (view.task(standing.handoff.task)?.title ?? null) }));
  return done({ agent: agent.value, handoffs: titled, total: view.survey.handoffs.length, problems: view.survey.problems });
}

async function whoseInbox(ports: Ports, view: View, { agent, from, all, as }: HandoffListRequest): Promise<Result<string | null>> {
  if (agent !== null) return resolveName(view, agent);
  return all || from !== null ? done(null) : knownAgent(ports, view, as);
}

function isTo(line: HandoffLine, agent: string | null): boolean {
  return agent === null || line.to === agent || line.acknowledged?.by === agent || waitsFor(line, agent);
}
