/** The plan in mermaid's gantt language, to be pasted into a page. */
import type { PlanAnswer } from '../../app/planning/plan.ts';
import { groupBy } from '../../core/group-by.ts';
import type { PlannedTask } from '../../core/schedule/plan/make-plan.ts';
import { plain } from '../text/plain.ts';
import { wallTime } from '../text/wall-time.ts';
import { widthOf } from '../text/width.ts';

/** What means something to mermaid at the beginning of a line. */
const KEYWORD = /^(?:title|section|click|dateformat|axisformat|tickinterval|todaymarker|excludes|includes|weekday|weekend|gantt|accTitle|accDescr|inclusiveEndDates|topAxis)\b/i;
const MILESTONES = 'Points in time';
/** Each takes a row of its own. */
const MOST_SYNC_POINTS = 8;
/** Pixels beside the bars, for the names of sections; what mermaid leaves is enough for short ones. */
const LEFT = { usual: 75, edge: 16, character: 5.3 } as const;

export function planMermaid({ plan, agent, project }: PlanAnswer): string {
  const { tasks, crew, timeZone, syncPoints } = plan;
  const at = (instant: number): string => wallTime(instant, timeZone).replace(' ', 'T');
  const shown = tasks.filter((task) => agent === null || task.agent === agent);
  const byAgent = groupBy(shown, (task) => task.agent, (task) => taskLine(task, tasks.indexOf(task), at));
  const sections: [name: string, lines: readonly string[]][] = [...crew.map(({ id }) => id), null].flatMap((id) => (byAgent.has(id) ? [[id ?? MILESTONES, byAgent.get(id) ?? []]] : []));
  const first = shown.reduce((earliest, { start }) => Math.min(earliest, start), Infinity);
  const points = syncPoints.filter((point) => point.at >= first);
  const met = points.slice(0, MOST_SYNC_POINTS).map(({ at: time, about }, index) => `  ${words(about ?? 'Sync point')} :milestone, s${index}, ${at(time)}, 0m`);
  if (met.length > 0) sections.push([met.length < points.length ? `Sync points, ${met.length} of ${points.length}` : 'Sync points', met]);
  const left = Math.ceil(LEFT.edge + LEFT.character * Math.max(0, ...sections.map(([name]) => widthOf(words(name)))));
  return [
    ...(left > LEFT.usual ? [`%%{init: {"gantt": {"leftPadding": ${left}}}}%%`] : []),
    'gantt',
    `  title ${words(`Plan${project === null ? '' : ` of ${project}`}, times in ${timeZone}`)}`,
    '  dateFormat YYYY-MM-DDTHH:mm',
    '  axisFormat %m-%d',
    '  todayMarker off',
    ...sections.flatMap(([name, lines]) => [`  section ${words(name)}`, ...lines]),
  ].join('\n');
}

function taskLine({ task, start, end, critical, underway }: PlannedTask, index: number, at: (instant: number) => string): string {
  const tags = [...(start === end ? ['milestone'] : []), ...(critical ? ['crit'] : []), ...(underway ? ['active'] : [])];
  return `  ${words(`${task.id} ${task.title}`)} :${[...tags, `t${index}`, at(start), start === end ? '0m' : at(end)].join(', ')}`;
}

/** A name ends at a colon; a comment begins at `#` or `%%`, a new line at `;`. */
function words(text: string): string {
  const kept = plain(text).replace(/[:;#%]+/g, ' ').replace(/\s+/g, ' ').trim();
  return KEYWORD.test(kept) ? `- ${kept}` : kept || '-';
}
