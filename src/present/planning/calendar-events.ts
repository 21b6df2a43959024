/** What of a workspace belongs into a calendar: deadlines of open tasks, and when everybody comes together. */
import { instantOf, isTimeZone } from '../../core/dates.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { isOpen } from '../../core/model.ts';
import type { Config, Task } from '../../core/model.ts';
import { syncSeries } from '../../core/schedule/sync-points.ts';
import type { CalendarEvent, CalendarTime } from './ics.ts';
import { plain } from '../text/plain.ts';

export function deadlineEvents(tasks: readonly Task[], config: Config): CalendarEvent[] {
  return tasks.filter(isOpen).flatMap((task) => {
    const start = task.deadline === null ? null : dayOrInstant(task.deadline, settingsOf(config).timeZone);
    return start === null ? [] : [{ uid: uidOf(config, `deadline-${task.id}`), summary: titleOf(task), description: describe(task), start, end: null, repeats: null }];
  });
}

/** Sync points that follow an event, such as `on blocker`, have no time and are left out. */
export function syncEvents(config: Config, now: Date): CalendarEvent[] {
  const { timeZone: named } = settingsOf(config);
  const timeZone = isTimeZone(named) ? named : 'UTC';
  return syncSeries(config, now.getTime()).map(({ when, about, repeats, first }, index) => {
    return { uid: uidOf(config, `sync-${index + 1}-${when}`), summary: about ?? `Sync point (${when})`, description: null, start: { local: first, timeZone }, end: null, repeats };
  });
}

/** Of one project's calendar, so that entries of two projects are never taken for one. */
export function uidOf({ project }: Config, name: string): string {
  const word = (text: string): string => text.replace(/[^\w.-]+/g, '-');
  return `${word(name)}@${word(project ?? '') || 'project'}.coord`;
}

function dayOrInstant(deadline: string, timeZone: string): CalendarTime | null {
  const text = deadline.trim();
  const at = instantOf(text, timeZone);
  if (at === null) return null;
  return text.includes(':') ? { at } : { date: text };
}

function titleOf({ kind, id, title }: Task): string {
  const what = kind === 'task' ? 'Due' : kind === 'gate' ? 'Gate' : 'Milestone';
  return `${what}: ${id} ${plain(title)}`;
}

function describe({ agent, priority, notes }: Task): string {
  return [agent === null ? 'For anyone' : `For ${plain(agent)}`, `Priority: ${priority}`, ...(notes === null ? [] : ['', notes])].join('\n');
}
