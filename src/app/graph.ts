/** What waits for what: between tasks, or between agents. */
import { drawAgents, drawTasks } from '../core/graph/drawing.ts';
import type { Drawing } from '../core/graph/drawing.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';
import { noSuchTask } from './show.ts';

export interface GraphRequest {
  readonly agents: boolean;
  readonly from: string | null;
  readonly critical: boolean;
}

export interface GraphAnswer {
  readonly drawing: Drawing;
  readonly problems: readonly PlacedProblem[];
}

export async function graph(ports: Ports, { agents, from, critical }: GraphRequest): Promise<Result<GraphAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const { problems } = view.survey;
  if (agents) return done({ drawing: drawAgents(view.graph(), view.survey.agents), problems });
  const start = from === null ? null : view.graph().byId.get(from.toLowerCase());
  if (start === undefined) return noSuchTask(view, from ?? '');
  return done({ drawing: drawTasks(view.graph(), { from: start, critical }), problems });
}
