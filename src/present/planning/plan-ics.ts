/** The plan as a calendar: who works on what when, what is reached, deadlines, and when people come together. */
import type { PlanAnswer } from '../../app/planning/plan.ts';
import type { PlannedTask } from '../../core/schedule/plan/make-plan.ts';
import { deadlineEvents, syncEvents, uidOf } from './calendar-events.ts';
import { calendarText } from './ics.ts';
import type { CalendarEvent } from './ics.ts';
import type { Screen } from '../screen.ts';

export function planIcs({ plan, agent, config }: PlanAnswer, { now }: Screen): string {
  const shown = plan.tasks.filter((task) => agent === null || task.agent === agent);
  const parts = new Map<string, number>();
  const events = shown.map((planned): CalendarEvent => {
    const part = (parts.get(planned.task.id) ?? 0) + 1;
    parts.set(planned.task.id, part);
    return { uid: uidOf(config, `plan-${planned.task.id}${part === 1 ? '' : `-${part}`}`), repeats: null, ...eventOf(planned) };
  });
  const tasks = [...new Set(shown.map(({ task }) => task))];
  const all = [...events, ...deadlineEvents(tasks, config), ...syncEvents(config, new Date(plan.start))];
  return calendarText(all, { name: `Plan${config.project ? ` of ${config.project}` : ''}`, now });
}

function eventOf({ task, agent, start, end, critical, underway }: PlannedTask): Pick<CalendarEvent, 'summary' | 'description' | 'start' | 'end'> {
  const notes = [agent === null ? "Nobody's time is needed" : `Who: ${agent}`, ...(critical ? ['On the critical path'] : []), ...(underway ? ['Underway'] : [])];
  return { summary: `${task.id} ${task.title}`, description: notes.join('\n'), start: { at: start }, end: start === end ? null : { at: end } };
}
