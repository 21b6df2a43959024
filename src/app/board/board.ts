/** Where everything stands, as a board shows it: with what runs of agents cost, figures, and what was done last. */
import { dashboardOf } from '../../core/board/dashboard.ts';
import type { Dashboard } from '../../core/board/dashboard.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { costRows, knownCost, sumOf } from '../../core/reports/costs.ts';
import type { CostRow } from '../../core/reports/costs.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { WorkspaceCommit } from '../../core/workspace-commit.ts';
import type { BoardRequest } from '../ports/board-port.ts';
import { keepFigures } from './keep-figures.ts';
import type { Figures } from './keep-figures.ts';
import { knownCosts } from '../reports/known-costs.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { statusOf } from '../overview/status.ts';
import type { StatusAnswer } from '../overview/status.ts';

/** Plain data: it goes from one thread to another. */
export interface BoardAnswer {
  readonly dashboard: Dashboard;
  readonly status: StatusAnswer;
  /** What is known of all runs on a task, in US dollars, by its id. */
  readonly costs: ReadonlyMap<string, number>;
  /** Of today, in UTC; `limit` null: there is no bound. */
  readonly today: { readonly spent: number; readonly limit: number | null };
  /** null: the board shows none. */
  readonly metrics: Metrics | null;
  /** Commits, newest first. */
  readonly latest: readonly WorkspaceCommit[];
  /** While somebody looks on, newest first. */
  readonly events: readonly WatchEvent[];
}

const MOST_COMMITS = 10;

/** Once, for nobody who looks on. */
export async function board(ports: Ports, request: BoardRequest): Promise<Result<BoardAnswer>> {
  const opened = await openWithClaims(ports);
  return opened.ok ? boardOf(ports, opened.value, request, keepFigures(ports)) : opened;
}

/** The same where the workspace was read already, without events. */
export async function boardOf(ports: Ports, opened: OpenedWithClaims, { rows, as }: BoardRequest, figures: Figures): Promise<Result<BoardAnswer>> {
  const { config } = opened.view.survey;
  const dashboard = dashboardOf(config);
  const [status, { costs }, latest] = await Promise.all([statusOf(ports, opened, rows, as), knownCosts(ports), ports.git.workspaceHistory(ports.location.folder, MOST_COMMITS)]);
  if (!status.ok) return status;
  const day = ports.clock.now().toISOString().slice(0, 10);
  const ofToday = costs.filter(({ started }) => started.startsWith(day));
  return done({
    dashboard,
    status: status.value,
    costs: new Map(costRows(costs, 'task').flatMap((row) => knownOf(row))),
    today: { spent: knownCost(sumOf(ofToday)) ?? 0, limit: budgetsOf(config).costPerDay },
    metrics: dashboard.widgets.includes('metrics') ? await figures(opened, latest[0]?.commit ?? null) : null,
    latest,
    events: [],
  });
}

function knownOf(row: CostRow): readonly (readonly [string, number])[] {
  const cost = knownCost(row);
  return row.key === null || cost === null ? [] : [[row.key, cost]];
}
