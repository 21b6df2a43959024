/** The plan for a terminal. Times are those of the workspace's zone, as working hours are. */
import type { PlanAnswer } from '../../app/planning/plan.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Plan, PlannedTask } from '../../core/schedule/plan/make-plan.ts';
import { columns, indented } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import { becauseWords, gainWords, hours, nothingPlanned, suppositions, unplacedWords } from './plan-words.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';
import { wallTime, weekdayTime } from '../text/wall-time.ts';
import { wrap } from '../text/width.ts';
import { count, listed } from '../text/words.ts';

/** Rows of a kind that a person sees. */
const MOST_ROWS = 40;
const MOST_WAVES = 12;
const MOST_LINKS = 12;
const MOST_SYNC_POINTS = 3;

export function planText(answer: PlanAnswer, screen: Screen): string {
  const { plan, agent } = answer;
  const shown = agent === null ? plan.tasks : plan.tasks.filter((task) => task.agent === agent);
  if (plan.tasks.length === 0) return [nothingPlanned(answer), ...section('Not in the plan', plan.unplaced.map(unplacedWords), screen)].join('\n');
  return [
    headline(plan, screen),
    ...lateSection(plan, screen),
    ...section('Late, if estimates turn out long', riskLines(plan), screen),
    ...timelines(plan, shown, screen),
    ...legend(shown, screen),
    ...section('Phases', phaseLines(plan), screen),
    ...section('Sync points', syncLines(plan), screen),
    ...section('Waves, by what waits for what', waveLines(plan, screen), screen),
    ...section(`Critical path, by what waits for what: ${hours(plan.critical.work)} of work`, [wrapIds(plan.critical.ids, screen)], screen),
    ...section('It ends then because', chainLines(plan), screen),
    ...section('What would win most', plan.gains.map(gainWords), screen),
    ...section('Not in the plan', plan.unplaced.map(unplacedWords), screen),
    ...section('Supposed, where files say nothing', suppositions(plan), screen),
  ].join('\n');
}

function headline({ start, finish, least, ranges, tasks, timeZone }: Plan, screen: Screen): string {
  const { bold } = paint(screen);
  const at = (time: number): string => weekdayTime(time, timeZone);
  const open = new Set(tasks.map(({ task }) => task.id)).size;
  const best = finish <= least ? 'No plan ends sooner.' : `No plan ends before ${at(least)}.`;
  const chances = ranges === null ? [] : [`By the ranges of estimates: ${at(ranges.p50)} in half of ${ranges.runs} runs, ${at(ranges.p80)} in four fifths.`];
  return [say`${bold(`Done ${at(finish)}`)} (${timeZone}): ${count(open, 'open task')}, from ${at(start)}. ${best}`, ...chances].flatMap((line) => wrap(line, screen.columns)).join('\n');
}

function section(title: string, lines: readonly string[], screen: Screen, total = lines.length): string[] {
  if (total === 0) return [];
  const shown = lines.slice(0, MOST_ROWS);
  return ['', paint(screen).bold(title), ...shown.map((line) => indented(line, 2)), ...(total > shown.length ? [`  and ${total - shown.length} more`] : [])];
}

/** Of thousands only those that are shown are put into words. */
function lateSection(plan: Plan, screen: Screen): string[] {
  const { tasks, phases, timeZone } = plan;
  const late = tasks.filter(({ end, due }) => end > due).sort((one, other) => other.end - other.due - (one.end - one.due));
  const lines = [
    ...late.slice(0, MOST_ROWS).map(({ task, agent, end, due }) => say`${task.id}${agent === null ? '' : ` (${agent})`} ends ${wallTime(end, timeZone)}, ${duration(end - due)} late`),
    ...phases.flatMap(({ id, end, due }) => (due !== null && end > due ? [say`phase ${id} ends ${wallTime(end, timeZone)}, ${duration(end - due)} late`] : [])),
  ];
  return section('Late', lines, screen, lines.length + Math.max(0, late.length - MOST_ROWS));
}

function riskLines({ tasks }: Plan): string[] {
  const risky = tasks.filter(({ end, due, risk }) => end <= due && risk !== null && risk >= 0.005).sort((one, other) => (other.risk ?? 0) - (one.risk ?? 0));
  return risky.map(({ task, risk }) => say`${task.id} in ${Math.round((risk ?? 0) * 100)} of 100 cases`);
}

function timelines({ timeZone, crew }: Plan, shown: readonly PlannedTask[], screen: Screen): string[] {
  const byAgent = groupBy(shown, ({ agent }) => agent, (task) => task);
  const order = [...crew.map(({ id }) => id), null].filter((id) => byAgent.has(id));
  return order.flatMap((id) => {
    const own = byAgent.get(id) ?? [];
    const work = own.reduce((sum, task) => sum + task.work, 0);
    const title = id === null ? "Points in time, nobody's work" : say`${id}: ${hours(work)} of work until ${wallTime(Math.max(...own.map(({ end }) => end)), timeZone)}`;
    return section(title, taskRows(own, timeZone, screen), screen);
  });
}

function taskRows(tasks: readonly PlannedTask[], timeZone: string, screen: Screen): string[] {
  const { red, dim } = paint(screen);
  const rows = tasks.slice(0, MOST_ROWS + 1).map(({ task, start, end, slack, critical, due, underway }) => [
    wallTime(start, timeZone),
    start === end ? '' : wallTime(end, timeZone).slice(wallTime(start, timeZone).slice(0, 10) === wallTime(end, timeZone).slice(0, 10) ? 11 : 5),
    task.id,
    `${underway ? 'held' : ''}${critical ? '*' : ''}${end > due ? '!' : ''}`,
    task.title,
    slack < 60_000 ? '' : `${hours(slack)} spare`,
  ]);
  const text = columns(rows, [{ paint: dim }, { paint: dim }, {}, { paint: red }, { gives: true }, { paint: dim }], screen.columns - 2);
  return [...text.split('\n'), ...tasks.slice(MOST_ROWS + 1).map(({ task }) => say`${task.id}`)];
}

/** Only of the marks that stand there. */
function legend(shown: readonly PlannedTask[], screen: Screen): string[] {
  const marks = [
    ...(shown.some(({ critical }) => critical) ? ['* on the critical path'] : []),
    ...(shown.some(({ end, due }) => end > due) ? ['! ends after its deadline'] : []),
  ];
  return marks.length === 0 ? [] : ['', paint(screen).dim(marks.join('    '))];
}

function phaseLines({ phases, timeZone }: Plan): string[] {
  return phases.map(({ id, end, due }) => say`${id} ends ${weekdayTime(end, timeZone)}${due === null ? '' : end > due ? `, ${duration(end - due)} late` : `, ${duration(due - end)} before its time`}`);
}

function syncLines({ syncPoints, timeZone }: Plan): string[] {
  const first = syncPoints.slice(0, MOST_SYNC_POINTS).map(({ at, about }) => say`${weekdayTime(at, timeZone)} ${about ?? ''}`.trimEnd());
  return [...first, ...(syncPoints.length > first.length ? [`and ${syncPoints.length - first.length} more until the end`] : [])];
}

function waveLines({ tasks }: Plan, screen: Screen): string[] {
  const waves = groupBy(tasks.filter(({ work }) => work > 0), ({ wave }) => wave, ({ task }) => task.id);
  const sorted = [...waves].sort(([one], [other]) => one - other);
  return [
    ...sorted.slice(0, MOST_WAVES).map(([wave, members]) => say`${wave}. ${wrapIds([...new Set(members)], screen)}`),
    ...(sorted.length > MOST_WAVES ? [`and ${sorted.length - MOST_WAVES} more waves`] : []),
  ];
}

function wrapIds(ids: readonly string[], screen: Screen): string {
  return listed(ids, screen.columns === Infinity ? 30 : 8);
}

function chainLines({ chain, tasks }: Plan): string[] {
  const byId = new Map(tasks.map((task) => [task.task.id, task]));
  const shown = chain.length > MOST_LINKS ? chain.slice(-MOST_LINKS) : chain;
  const left = chain.length - shown.length;
  return [...(left > 0 ? [`after ${count(left, 'other task')}`] : []), ...shown.map(({ id, because }) => say`${id}: ${becauseWords(because, byId.get(id)?.agent ?? null)}`)];
}
