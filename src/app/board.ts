/** Where everything stands, as a board shows it: with what runs of agents cost, figures, and what was done last. */
import { dashboardOf } from '../core/board/dashboard.ts';
import type { Dashboard } from '../core/board/dashboard.ts';
import { budgetsOf } from '../core/dispatch/limits.ts';
import type { Metrics } from '../core/metrics/make-metrics.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { costRows, knownCost, sumOf } from '../core/reports/costs.ts';
import type { CostRow } from '../core/reports/costs.ts';
import type { WatchEvent } from '../core/watch/event.ts';
import { happened } from '../core/watch/events-between.ts';
import type { Standing } from '../core/watch/standing.ts';
import { watchedFiles } from '../core/watch/take-standing.ts';
import type { WorkspaceCommit } from '../core/workspace-commit.ts';
import { knownCosts } from './known-costs.ts';
import { openWithClaims } from './open-with-claims.ts';
import type { OpenedWithClaims } from './open-with-claims.ts';
import type { Ports } from './ports.ts';
import { readMetrics } from './read-metrics.ts';
import { periodSince } from './report-metrics.ts';
import { statusOf } from './status.ts';
import type { StatusAnswer } from './status.ts';
import type { View } from './view.ts';
import { claimStandings } from './watch/claim-standings.ts';
import { standingOf } from './watch/standing-of.ts';

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
  readonly happened: Happened;
}

/** While somebody looks on. */
export interface Happened {
  /** Newest first. */
  readonly events: readonly WatchEvent[];
  /** To tell what happens next; null: nobody looks on. */
  readonly standing: Standing | null;
  /** What was measured, and on which commit. */
  readonly measured: Measured | null;
}

interface Measured {
  readonly metrics: Metrics | null;
  readonly commit: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MOST_COMMITS = 10;
const MOST_EVENTS = 10;
/** For so long figures hold that no commit changed: all of the history is read for them. */
const MEASURED_FOR = 60_000;
export const NOTHING_YET: Happened = { events: [], standing: null, measured: null };

export interface BoardRequest {
  /** Of long lists at most so many. */
  readonly rows: number;
  readonly as: string | null;
  /** What happened before, where somebody looks on; null: it is read once. */
  readonly after: Happened | null;
}

export async function board(ports: Ports, { rows, as, after }: BoardRequest): Promise<Result<BoardAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { config } = opened.value.view.survey;
  const dashboard = dashboardOf(config);
  const [answer, { costs }, latest] = await Promise.all([statusOf(ports, opened.value, rows, as), knownCosts(ports), ports.git.workspaceHistory(ports.location.folder, MOST_COMMITS)]);
  if (!answer.ok) return answer;
  const day = ports.clock.now().toISOString().slice(0, 10);
  const ofToday = costs.filter(({ started }) => started.startsWith(day));
  const measured = dashboard.widgets.includes('metrics') ? await measure(ports, opened.value, latest[0]?.commit ?? null, after) : null;
  return done({
    dashboard,
    status: answer.value,
    costs: new Map(costRows(costs, 'task').flatMap((row) => knownOf(row))),
    today: { spent: knownCost(sumOf(ofToday)) ?? 0, limit: budgetsOf(config).costPerDay },
    metrics: measured?.metrics ?? null,
    latest,
    happened: after === null ? NOTHING_YET : { ...(await happenedSince(after, ports, opened.value)), measured },
  });
}

function knownOf(row: CostRow): readonly (readonly [string, number])[] {
  const cost = knownCost(row);
  return row.key === null || cost === null ? [] : [[row.key, cost]];
}

async function measure(ports: Ports, opened: OpenedWithClaims, commit: string | null, before: Happened | null): Promise<Measured> {
  const at = ports.clock.now().getTime();
  const last = before?.measured ?? null;
  if (last !== null && last.commit === commit && at - last.at < MEASURED_FOR) return last;
  const period = periodSince(null, opened.view.survey.config, at);
  const read = period.ok ? await readMetrics(ports, opened, { period: period.value, coverage: null, runs: false }) : period;
  return { metrics: read.ok ? read.value.metrics : null, commit, at };
}

/** That a file changed is no news on a board: what it means is. Between the parts others have their turn: keys are waiting. */
async function happenedSince({ events, standing: before }: Happened, ports: Ports, { view }: OpenedWithClaims): Promise<Omit<Happened, 'measured'>> {
  const moment = { at: ports.clock.now().getTime(), commit: null, claims: await claimStandings(ports, view) };
  const isSame = before !== null && hasSameFiles(before, view, ports.location.folder);
  await ports.dispatching.pause(0);
  const standing = isSame ? { ...before, ...moment } : standingOf(view, moment, before);
  await ports.dispatching.pause(0);
  const { events: fresh, standing: last } = before === null ? { events: [], standing } : happened(before, standing);
  const told = fresh.filter(({ event }) => !event.startsWith('record.')).reverse();
  return { events: [...told, ...events].slice(0, MOST_EVENTS), standing: last };
}

/** Then only time and claims went on, and no file has to be taken apart. */
function hasSameFiles({ files }: Standing, view: View, folder: string): boolean {
  const now = watchedFiles(view.blobs(), folder);
  return now.length === Object.keys(files).length && now.every(([file, blob]) => files[file] === blob);
}
