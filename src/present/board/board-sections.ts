/** The board's sections: the widgets in the order of coord.yaml, then what is in progress, handed over, ready, and what was done last. */
import type { BoardAnswer } from '../../app/board/board.ts';
import type { Some } from '../../app/overview/status.ts';
import type { BoardItem } from '../../core/board/board-state.ts';
import type { Widget } from '../../core/board/dashboard.ts';
import { recordName } from '../../core/documents/record-name.ts';
import type { FigureName } from '../../core/metrics/figures.ts';
import { asCaller } from '../as-words.ts';
import { columns } from '../text/columns.ts';
import type { Column } from '../text/columns.ts';
import { figureTitle, figureValue, sparkline, TARGET_STATES } from '../reports/figure-words.ts';
import { money } from '../text/money.ts';
import { nextTable } from '../overview/next.ts';
import { paint } from '../text/paint.ts';
import type { Screen } from '../screen.ts';
import { overallText, syncText } from '../overview/status.ts';
import { blockerRow, gateState, handoffRow, heldRow, teamRow } from '../overview/status-rows.ts';
import { clock, day } from '../text/time.ts';
import { eventLine } from '../watch/watch.ts';
import { cut } from '../text/width.ts';
import { count } from '../text/words.ts';

export interface BoardLine {
  readonly text: string;
  /** null: it cannot be chosen. */
  readonly item: BoardItem | null;
}

export interface BoardSection {
  /** Empty: it needs none. */
  readonly title: string;
  readonly lines: readonly BoardLine[];
}

const SMALL_BAR = 10;

/** Until the workspace was read. */
export const UNREAD: readonly BoardSection[] = [{ title: '', lines: [{ text: 'Reading the workspace ...', item: null }] }];

/** Those that have something to say. `screen.columns`: for a line of a section, which stands a little to the right. */
export function boardSections(board: BoardAnswer, screen: Screen): readonly BoardSection[] {
  return [...board.dashboard.widgets.map((widget) => WIDGET[widget](board, screen)), held(board, screen), handedOver(board, screen), ready(board, screen), happened(board, screen), latest(board, screen)].filter(({ lines }) => lines.length > 0);
}

const WIDGET: Readonly<Record<Widget, (board: BoardAnswer, screen: Screen) => BoardSection>> = {
  progress_bar: ({ status }, screen) => ({ title: '', lines: [overallText(status, screen), syncText(status, screen)].filter((text) => text !== '').map(unchosen) }),
  agent_status: ({ status: { team } }, screen) => section('Team', chosen(team, rows(team.map(teamRow), [{ paint: paint(screen).bold }, {}, {}, { gives: true }], screen), ({ id }) => item('agent', `agent ${id}`, id))),
  blocker_list: ({ status: { blockers } }, screen) =>
    section(
      titled('Blockers', blockers.total),
      chosen(blockers.rows, rows(blockers.rows.map((row) => blockerRow(row, screen)), [{ paint: paint(screen).red }, { paint: paint(screen).bold }, {}, { gives: true }, {}], screen), ({ blocker: { place } }) => item('blocker', place.file, recordName(place.file))),
      rest('coord status --blockers', screen, blockers),
    ),
  timeline,
  metrics,
};

/** Phases with how much of them is done, then gates and milestones. */
function timeline({ status: { phases, gates } }: BoardAnswer, screen: Screen): BoardSection {
  const { bold, dim, green } = paint(screen);
  const bars = phases.map(({ id, done, total, open }) => [plainBar(done, total), id, `${done} of ${total} done`, open ? '' : 'not open yet']);
  const ofPhases = rows(bars, [{ paint: green }, { gives: true }, {}, { paint: dim }], screen).map(unchosen);
  const ofGates = chosen(gates.rows, rows(gates.rows.map((gate) => [gate.id, gate.title, gateState(gate)]), [{ paint: bold }, { gives: true }, {}], screen), ({ id }) => item('held', `gate ${id}`, id));
  return section('Timeline', ofPhases, ofGates, rest('coord list --kind gate', screen, gates));
}

/** What is late and what it cost, targets, then figures that no target names. */
function metrics({ status: { overdue, failedJobs, waiting }, today, metrics: measured }: BoardAnswer, screen: Screen): BoardSection {
  const { red, green, yellow, dim } = paint(screen);
  const late = `${overdue.total} overdue`;
  const failed = count(failedJobs.length, 'failed job');
  const cost = `${money(today.spent)} today${today.limit === null ? '' : ` of ${money(today.limit)}`}`;
  const first = [overdue.total === 0 ? late : red(late), `${waiting} wait`, failedJobs.length === 0 ? failed : red(failed), cost].join('   ');
  const { targets = [], figures = [] } = measured ?? {};
  const colours = { met: green, missed: red, unknown: yellow } as const;
  const ofTargets = rows(targets.map(({ name, agent, value, unit, target, state }) => [agent === null ? name : `${name} (${agent})`, value === null ? '-' : figureValue(value, unit), `wanted ${target}`, TARGET_STATES[state]]), [{}, { right: true }, { gives: true }, { paint: (cell, at) => colours[targets[at]?.state ?? 'unknown'](cell) }], screen);
  const shown = figures.filter(({ name, value }) => value !== null && ON_BOARD.has(name) && !targets.some(({ figure, agent }) => figure === name && agent === null));
  const ofFigures = rows(shown.map(({ name, value, unit, trend }) => [figureTitle(name), figureValue(value ?? 0, unit), trend === null ? '' : sparkline(trend, unit)]), [{}, { right: true }, { paint: dim }], screen);
  return { title: 'Metrics', lines: [first, ...ofTargets, ...ofFigures].map(unchosen) };
}

const ON_BOARD: ReadonlySet<FigureName> = new Set<FigureName>(['completion_on_time', 'handoff_success', 'blocker_resolution_time', 'test_coverage', 'throughput', 'cycle_time', 'job_success']);

function held({ status: { held: claims, unheld, isCallerKnown }, costs }: BoardAnswer, screen: Screen): BoardSection {
  const { bold, dim } = paint(screen);
  const cost = (id: string): string => (costs.has(id) ? money(costs.get(id) ?? 0) : '');
  const table = rows([...claims.rows.map((row) => [...heldRow(row, asCaller(screen, isCallerKnown), screen), cost(row.live.id)]), ...unheld.rows.map(({ id, agent, title }) => [id, agent ?? 'anyone', title, 'held by nobody', cost(id)])], [{ paint: bold }, {}, { gives: true }, {}, { right: true, paint: dim }], screen);
  return section(titled('In progress', claims.total + unheld.total), chosen([...claims.rows.map(({ live }) => live), ...unheld.rows], table, ({ id }) => item('held', `task ${id}`, id)), rest('coord status --claims', screen, claims, unheld));
}

function handedOver({ status: { handoffs } }: BoardAnswer, screen: Screen): BoardSection {
  const title = `${titled('Handed over', handoffs.total)}${handoffs.yours === 0 ? '' : `, ${handoffs.yours} for you`}`;
  return section(title, chosen(handoffs.rows, rows(handoffs.rows.map(handoffRow), [{ paint: paint(screen).bold }, {}, { gives: true }], screen), ({ file }) => item('handoff', file, recordName(file))), rest('coord handoff list', screen, handoffs));
}

function ready({ status: { ready: tasks } }: BoardAnswer, screen: Screen): BoardSection {
  const table = tasks.rows.length === 0 ? [] : nextTable(tasks.rows, screen, 0).split('\n');
  return section(titled('Ready', tasks.total), chosen(tasks.rows, table, ({ id }) => item('task', `task ${id}`, id)), rest('coord next', screen, tasks));
}

function happened({ events }: BoardAnswer, screen: Screen): BoardSection {
  return section('Events', events.map((event) => unchosen(cut(eventLine(event, screen), screen.columns))));
}

function latest({ latest: commits }: BoardAnswer, screen: Screen): BoardSection {
  const { dim } = paint(screen);
  const today = day(screen.now, screen);
  const when = (at: number): string => (day(new Date(at), screen) === today ? clock(new Date(at), screen) : day(new Date(at), screen));
  return section('Latest', rows(commits.map(({ at, agents, subject }) => [when(at), agents[0] ?? '', subject]), [{ paint: dim }, {}, { gives: true }], screen).map(unchosen));
}

const section = (title: string, ...lines: readonly (readonly BoardLine[])[]): BoardSection => ({ title, lines: lines.flat() });
const unchosen = (text: string): BoardLine => ({ text, item: null });
const item = (kind: BoardItem['kind'], key: string, name: string): BoardItem => ({ kind, key, name });
/** `texts`: a line for each of them. */
const chosen = <T>(all: readonly T[], texts: readonly string[], itemOf: (one: T) => BoardItem): readonly BoardLine[] => all.map((one, index) => ({ text: texts[index] ?? '', item: itemOf(one) }));
const titled = (title: string, total: number): string => `${title} (${total})`;

/** What of these lists is not looked up, and the verb that tells it. */
function rest(verb: string, screen: Screen, ...lists: readonly Some<unknown>[]): readonly BoardLine[] {
  const more = lists.reduce((sum, list) => sum + list.total - list.rows.length, 0);
  return more === 0 ? [] : [unchosen(paint(screen).dim(cut(`and ${more} more: ${verb}`, screen.columns)))];
}

function rows(cells: readonly (readonly string[])[], shape: readonly Column[], screen: Screen): readonly string[] {
  return cells.length === 0 ? [] : columns(cells, shape, screen.columns).split('\n');
}

function plainBar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.floor((done / total) * SMALL_BAR);
  return `[${'#'.repeat(filled)}${'-'.repeat(SMALL_BAR - filled)}]`;
}
