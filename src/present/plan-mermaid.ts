/** The plan in mermaid's gantt language, to be pasted into a page. */
import type { PlanAnswer } from '../app/plan.ts';
import { groupBy } from '../core/group-by.ts';
import type { PlannedTask } from '../core/schedule/plan/make-plan.ts';
import { plain } from './plain.ts';
import { wallTime } from './wall-time.ts';

/** What means something to mermaid at the beginning of a line. */
const KEYWORD = /^(?:title|section|click|dateformat|axisformat|tickinterval|todaymarker|excludes|includes|weekday|weekend|gantt|accTitle|accDescr|inclusiveEndDates|topAxis)\b/i;
const MILESTONES = 'Points in time';

export function planMermaid({ plan, agent, project }: PlanAnswer): string {
  const { tasks, timeZone, syncPoints } = plan;
  const shown = tasks.filter((task) => agent === null || task.agent === agent);
  const at = (instant: number): string => wallTime(instant, timeZone).replace(' ', 'T');
  const sections = groupBy(shown, (task) => task.agent ?? MILESTONES, (task) => task);
  return [
    'gantt',
    `  title ${words(`Plan${project === null ? '' : ` of ${project}`}, times in ${timeZone}`)}`,
    '  dateFormat YYYY-MM-DDTHH:mm',
    '  axisFormat %m-%d',
    ...[...sections].flatMap(([name, own]) => [`  section ${words(name)}`, ...own.map((task) => taskLine(task, tasks.indexOf(task), at))]),
    ...(syncPoints.length === 0 ? [] : ['  section Sync points', ...syncPoints.map(({ at: time, about }, index) => `  ${words(about ?? 'Sync point')} :milestone, s${index}, ${at(time)}, 0m`)]),
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
