/** What waits for what: between tasks, or between agents. */
import { drawAgents, drawTasks } from '../../core/graph/drawing.ts';
import type { Drawing } from '../../core/graph/drawing.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findTask } from '../find-task.ts';
import type { Ports } from '../ports.ts';

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
  if (agents && (from !== null || critical)) return refused('usage', { message: `coord graph --agents takes no ${from === null ? '--critical' : '--from'}, which is about tasks`, verb: 'graph' });
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const { problems } = view.survey;
  if (agents) return done({ drawing: drawAgents(view.graph(), view.survey.agents), problems });
  const start = from === null ? null : findTask(view, from);
  if (start?.ok === false) return start;
  const position = start === null ? null : (view.graph().byId.get(start.value.id.toLowerCase()) ?? null);
  return done({ drawing: drawTasks(view.graph(), { from: position, critical }), problems });
}
