/** Everything that a report about the whole shows: where it stands, what was done, the plan, the metrics, and what is open and near as a drawing. */
import { drawTasks } from '../../core/graph/drawing.ts';
import type { Drawing } from '../../core/graph/drawing.ts';
import { nearDrawing } from '../../core/graph/near-drawing.ts';
import type { NearDrawing } from '../../core/graph/near-drawing.ts';
import { momentOf } from '../../core/metrics/evidence.ts';
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import { isIn } from '../../core/metrics/measured.ts';
import type { Period } from '../../core/metrics/measured.ts';
import type { Task } from '../../core/model.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import { openWithClaims } from '../open-with-claims.ts';
import { planOf } from '../planning/plan.ts';
import type { PlanAnswer } from '../planning/plan.ts';
import type { Ports } from '../ports.ts';
import { readMetrics } from './read-metrics.ts';
import { periodSince } from './report-metrics.ts';
import { statusOf } from '../overview/status.ts';
import type { Some, StatusAnswer } from '../overview/status.ts';

export interface Overview {
  readonly at: Date;
  /** What HEAD is; null: there is no commit. */
  readonly commit: string | null;
  readonly branch: string | null;
  readonly timeZone: string;
  readonly period: Period;
  readonly status: StatusAnswer;
  /** In that time, latest first. */
  readonly done: Some<Task>;
  readonly plan: PlanAnswer;
  readonly metrics: Metrics;
  readonly drawing: NearDrawing;
}

export interface OverviewRequest {
  readonly since: string | null;
  readonly coverage: string | null;
  /** Rows of long lists. */
  readonly rows: number;
  /** Boxes of the drawing. */
  readonly boxes: number;
}

/** Of the boxes, so many for what is held and for what is ready: the others show what follows from it. */
const NEAREST = 1 / 10;

export async function reportOverview(ports: Ports, { since, coverage, rows, boxes }: OverviewRequest): Promise<Result<Overview>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const { config } = view.survey;
  const { timeZone } = settingsOf(config);
  const at = ports.clock.now();
  const period = periodSince(since, config, at.getTime());
  if (!period.ok) return period;
  const standing = await statusOf(ports, opened.value, rows, null);
  if (!standing.ok) return standing;
  const planned = planOf(ports, opened.value, { from: null, agent: null });
  if (!planned.ok) return planned;
  const read = await readMetrics(ports, opened.value, { period: period.value, coverage, runs: false });
  if (!read.ok) return read;
  const { commit, branch } = await ports.git.head();
  const near = [standing.value.held.rows.map(({ live }) => live.id), standing.value.ready.rows.map(({ id }) => id)].flatMap((ids) => ids.slice(0, boxes * NEAREST));
  const graph = view.graph();
  const drawing = nearDrawing(graph, withClaims(drawTasks(graph, { from: null, critical: false }), claims), near, boxes);
  return done({ at, commit, branch, timeZone, period: period.value, status: standing.value, done: finished(graph.tasks, { period: period.value, timeZone, rows }), plan: planned.value, metrics: read.value.metrics, drawing });
}

/** A claim writes no file: what is held is in progress all the same. */
function withClaims({ nodes, edges }: Drawing, claims: LiveClaims): Drawing {
  const isHeld = (id: string): boolean => ['held', 'expired'].includes(claims.get(id.toLowerCase())?.state ?? '');
  return { nodes: nodes.map((node) => (node.status === 'todo' && isHeld(node.id) ? { ...node, status: 'in_progress' } : node)), edges };
}

function finished(tasks: readonly Task[], { period, timeZone, rows }: { readonly period: Period; readonly timeZone: string; readonly rows: number }): Some<Task> {
  const dated = tasks.flatMap((task) => {
    const moment = task.status === 'done' ? momentOf(task.completed, timeZone) : null;
    return moment !== null && isIn(period, moment.last) ? [{ task, at: moment.last }] : [];
  });
  dated.sort((one, other) => other.at - one.at);
  return { total: dated.length, rows: dated.slice(0, rows).map(({ task }) => task) };
}
