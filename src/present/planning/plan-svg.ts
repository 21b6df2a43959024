/** The plan as a picture: a row for each task, a block of rows for each agent, days from left to right. */
import type { PlanAnswer } from '../../app/planning/plan.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Plan, PlannedTask } from '../../core/schedule/plan/make-plan.ts';
import { plain } from '../text/plain.ts';
import { nothingPlanned } from './plan-words.ts';
import { daysBetween } from './plan-days.ts';
import { COLOUR, FONT, markupText, rounded, svgText } from '../text/svg.ts';
import { wallTime, weekdayTime } from '../text/wall-time.ts';
import { cut } from '../text/width.ts';
import { count } from '../text/words.ts';

export const PLAN_WIDTH = 1000;
const NAMES = 340;
const EDGE = 16;
const ROW = 22;
const TOP = 96;
const CHARACTER = 6.7;
/** Rows of tasks: a longer picture is no picture. */
const MOST_ROWS = 400;
const MOST_SYNC_POINTS = 60;
const MARKS = 12;

interface Row {
  readonly label: string;
  readonly task: PlannedTask | null;
}

interface Scale {
  readonly x: (instant: number) => number;
  readonly from: number;
  readonly to: number;
}

/** `soonest`: of more tasks only so many are shown, those that begin first, and the days that they take. */
export function planSvg(answer: PlanAnswer, soonest = Infinity): string {
  const { agent, project } = answer;
  const { plan, later } = nearPart(answer.plan, soonest);
  const all = rowsOf(plan, agent);
  const rows = all.slice(0, MOST_ROWS);
  const scale = scaleOf(plan);
  const bottom = TOP + rows.length * ROW;
  const left = all.length - rows.length;
  const height = bottom + 58;
  const about = nothingPlanned(answer) || summary(answer.plan);
  const title = `Plan${project === null ? '' : ` of ${project}`}`;
  const note = later > 0 ? `and ${count(later, 'task')} later` : left > 0 ? `and ${count(left, 'more row')}` : null;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PLAN_WIDTH} ${height}" width="${PLAN_WIDTH}" height="${height}" role="img" aria-labelledby="plan-title plan-desc" ${FONT} font-size="12">`,
    `<title id="plan-title">${markupText(title)}</title>`,
    `<desc id="plan-desc">${markupText(about)}</desc>`,
    `<rect width="${PLAN_WIDTH}" height="${height}" fill="${COLOUR.paper}"/>`,
    svgText(EDGE, 28, title, 'font-size="18" font-weight="600"'),
    svgText(EDGE, 48, cut(about, Math.floor((PLAN_WIDTH - 2 * EDGE) / 6.2)), `fill="${COLOUR.faint}"`),
    ...axis(plan, scale, bottom),
    ...rows.flatMap((row, index) => rowMarks(row, TOP + index * ROW, scale, plan.timeZone)),
    ...(plan.tasks.length === 0 || later > 0 ? [] : endings(plan, scale, bottom)),
    ...(note === null ? [] : [svgText(EDGE, bottom + 16, note, `fill="${COLOUR.faint}"`)]),
    ...legend(height - 16),
    '</svg>',
  ].join('\n');
}

function nearPart(plan: Plan, soonest: number): { readonly plan: Plan; readonly later: number } {
  if (plan.tasks.length <= soonest) return { plan, later: 0 };
  const tasks = [...plan.tasks].sort((one, other) => one.start - other.start).slice(0, soonest);
  const finish = tasks.reduce((last, { end }) => Math.max(last, end), plan.start);
  return { plan: { ...plan, tasks, finish, ranges: null }, later: plan.tasks.length - tasks.length };
}

function summary({ finish, start, timeZone, ranges, tasks }: Plan): string {
  const late = tasks.filter(({ end, due }) => end > due).length;
  const chances = ranges === null ? '' : ` Half of the runs end by ${wallTime(ranges.p50, timeZone)}, four fifths by ${wallTime(ranges.p80, timeZone)}.`;
  return `${count(new Set(tasks.map(({ task }) => task.id)).size, 'open task')} from ${weekdayTime(start, timeZone)} to ${weekdayTime(finish, timeZone)} (${timeZone})${late === 0 ? '' : `, ${late} late`}.${chances}`;
}

function rowsOf({ tasks, crew }: Plan, asked: string | null): Row[] {
  const byAgent = groupBy(tasks.filter((task) => asked === null || task.agent === asked), ({ agent }) => agent, (task) => task);
  return [...crew.map(({ id }) => id), null].flatMap((id) => {
    const own = byAgent.get(id);
    return own === undefined ? [] : [{ label: id ?? 'Points in time', task: null }, ...own.map((task) => ({ label: '', task }))];
  });
}

function scaleOf({ start, finish, tasks, ranges }: Plan): Scale {
  const from = tasks.reduce((first, { start: begins }) => Math.min(first, begins), Infinity);
  const to = Math.max(finish, ranges?.p80 ?? 0, start + 1);
  const begins = Math.min(from, to - 1);
  const room = PLAN_WIDTH - NAMES - 2 * EDGE;
  return { from: begins, to, x: (instant) => rounded(NAMES + EDGE + (room * (Math.min(to, Math.max(begins, instant)) - begins)) / (to - begins)) };
}

function axis({ timeZone, syncPoints }: Plan, { x, from, to }: Scale, bottom: number): string[] {
  const days = daysBetween(from, to, timeZone);
  const step = Math.ceil(days.length / MARKS);
  const marks = days.filter((_, index) => index % step === 0).flatMap(({ at, date }) => {
    const where = x(Math.max(at, from));
    const label = where > PLAN_WIDTH - EDGE - 34 ? [] : [svgText(where + 3, TOP - 8, date.slice(5), `fill="${COLOUR.faint}" font-size="11"`)];
    return [`<line x1="${where}" y1="${TOP - 20}" x2="${where}" y2="${bottom}" stroke="${COLOUR.line}"/>`, ...label];
  });
  const points = syncPoints.length > MOST_SYNC_POINTS ? [] : syncPoints.filter(({ at }) => at >= from).map(({ at, about }) => `<path d="M${x(at) - 3} ${TOP - 26}h6l-3 5z" fill="${COLOUR.sync}"><title>${markupText(`${weekdayTime(at, timeZone)} ${about ?? 'Sync point'}`)}</title></path>`);
  return [...marks, ...points];
}

function rowMarks({ label, task }: Row, y: number, scale: Scale, timeZone: string): string[] {
  if (task === null) return [`<rect x="0" y="${y}" width="${PLAN_WIDTH}" height="${ROW}" fill="${COLOUR.band}"/>`, svgText(EDGE, y + 15, cut(plain(label), 48), 'font-weight="600"')];
  const { start, end, due } = task;
  const name = `${task.task.id} ${plain(task.task.title)}`;
  const isLate = end > due;
  const colour = isLate ? COLOUR.late : task.critical ? COLOUR.critical : COLOUR.work;
  const about = `<title>${markupText(`${name}: ${weekdayTime(start, timeZone)} to ${weekdayTime(end, timeZone)}${isLate ? ', late' : ''}${task.critical ? ', on the critical path' : ''}`)}</title>`;
  const [x, right] = [scale.x(start), scale.x(end)];
  const mark = start === end ? `<path d="M${x} ${y + 4}l7 7-7 7-7-7z" fill="${colour}">${about}</path>` : `<rect x="${x}" y="${y + 4}" width="${Math.max(3, rounded(right - x))}" height="${ROW - 8}" rx="2" fill="${colour}">${about}</rect>`;
  const deadline = Number.isFinite(due) && due >= scale.from && due <= scale.to ? [`<line x1="${scale.x(due)}" y1="${y + 1}" x2="${scale.x(due)}" y2="${y + ROW - 1}" stroke="${COLOUR.late}" stroke-width="2"><title>${markupText(`${task.task.id} is due ${weekdayTime(due, timeZone)}`)}</title></line>`] : [];
  return [svgText(EDGE + 10, y + 15, cut(name, Math.floor((NAMES - EDGE) / CHARACTER)), `fill="${COLOUR.text}"`), mark, ...deadline];
}

/** Where all is done, as planned and by chance. */
function endings({ ranges, finish }: Plan, { x }: Scale, bottom: number): string[] {
  const line = (at: number, label: string, row: number): string[] => [
    `<line x1="${x(at)}" y1="${TOP - 20}" x2="${x(at)}" y2="${bottom + 4}" stroke="${COLOUR.text}" stroke-dasharray="4 3"/>`,
    svgText(x(at) - 4, bottom + 14 + row * 13, label, 'text-anchor="end" font-size="11"'),
  ];
  return ranges === null ? line(finish, 'done', 0) : [...line(ranges.p50, 'half of the runs', 0), ...line(ranges.p80, 'four fifths', 1)];
}

function legend(y: number): string[] {
  const entries = [
    [COLOUR.work, 'work'],
    [COLOUR.critical, 'on the critical path'],
    [COLOUR.late, 'late; a line: its deadline'],
    [COLOUR.sync, 'sync point'],
  ] as const;
  return entries.flatMap(([colour, label], index) => [`<rect x="${EDGE + index * 170}" y="${y - 9}" width="10" height="10" rx="2" fill="${colour}"/>`, svgText(EDGE + 15 + index * 170, y, label, `fill="${COLOUR.faint}" font-size="11"`)]);
}
