/** What coord writes, as another library reads it. */
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { deadlineEvents, syncEvents } from '../../src/present/planning/calendar-events.ts';
import { calendarText } from '../../src/present/planning/ics.ts';
import type { CalendarEvent } from '../../src/present/planning/ics.ts';
import { makeTask } from '../support/records.ts';

const now = new Date('2025-08-12T12:00:00Z');
const text = (events: readonly CalendarEvent[]): string => calendarText(events, { name: 'Website', now });

function read(events: readonly CalendarEvent[]): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text(events)) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

/** When it comes round, as instants. */
function occurrences(event: ICAL.Event | undefined, count: number): string[] {
  const iterator = event?.iterator();
  return Array.from({ length: count }, () => iterator?.next().toJSDate().toISOString() ?? '');
}

const plainEvent: CalendarEvent = { uid: 'a@b', summary: 'S', description: null, start: { at: now.getTime() }, end: null, repeats: null };

describe('an iCalendar file', () => {
  it('holds each event with its times', () => {
    expect(text([{ ...plainEvent, end: { at: now.getTime() + 3_600_000 }, description: 'One\nTwo' }]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//coord//coord//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Website',
      'BEGIN:VEVENT',
      'UID:a@b',
      'DTSTAMP:20250812T120000Z',
      'DTSTART:20250812T120000Z',
      'DTEND:20250812T130000Z',
      'SUMMARY:S',
      'DESCRIPTION:One\\nTwo',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('gives any text back, one line or several, with what is hidden made visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const [event] = read([{ ...plainEvent, summary: `x${words}x` }]);
        return event?.summary.startsWith('x') === true && !/[\p{Cc}\u202E]/u.test(event.summary.replaceAll('\n', ''));
      }),
    );
    const hard = 'a,b;c\\d "e" BEGIN:VEVENT –– 日本語 👩‍👩‍👧';
    expect(read([{ ...plainEvent, summary: hard, description: `${hard}\n${hard}` }]).map(({ summary, description }) => [summary, description])).toEqual([[hard, `${hard}\n${hard}`]]);
    expect(read([{ ...plainEvent, summary: 'a\r\nEND:VEVENT\u001B[2J\u202E' }])[0]?.summary).toBe('a\nEND:VEVENT<U+001B>[2J<U+202E>');
  });

  it('has no line of more than 75 bytes, and cuts no character in two', () => {
    const bytes = (summary: string): number => Math.max(...text([{ ...plainEvent, summary }]).split('\r\n').map((line) => Buffer.byteLength(line)));
    expect([bytes('x'.repeat(10_000)), bytes('ä日👍'.repeat(3000))]).toEqual([75, 73]);
    expect(read([{ ...plainEvent, summary: 'ä日👍'.repeat(3000) }])[0]?.summary).toBe('ä日👍'.repeat(3000));
  });
});

describe('deadlines', () => {
  const config = { protocol: 1, project: 'My site', timezone: 'Europe/Berlin' };

  it('are days, or the instant that was given; what is done has none', () => {
    const tasks = [
      makeTask({ id: 'A-1', deadline: '2025-08-20', agent: 'frontend', notes: 'By hand' }),
      makeTask({ id: 'A-2', deadline: '2025-08-21 09:30', kind: 'milestone' }),
      makeTask({ id: 'A-3', deadline: '2025-08-22', status: 'done' }),
      makeTask({ id: 'A-4' }),
    ];
    const events = read(deadlineEvents(tasks, config));
    expect(events.map(({ uid, summary, description, startDate }) => [uid, summary, description, startDate.isDate, startDate.toJSDate().toISOString().slice(0, 16)])).toEqual([
      ['deadline-A-1@My-site.coord', 'Due: A-1 Do A-1', 'For frontend\nPriority: medium\n\nBy hand', true, '2025-08-20T00:00'],
      ['deadline-A-2@My-site.coord', 'Milestone: A-2 Do A-2', 'For anyone\nPriority: medium', false, '2025-08-21T07:30'],
    ]);
  });
});

describe('sync points', () => {
  const at = (when: string, timezone: string, time: Date = now) => read(syncEvents({ protocol: 1, timezone, sync_points: [{ when, about: 'Where we are' }] }, time))[0];

  it('come again at the time that clocks show, also after the clocks were changed', () => {
    const daily = at('daily 9:00', 'Europe/Berlin', new Date('2025-10-24T12:00:00Z'));
    expect(occurrences(daily, 4)).toEqual(['2025-10-24T07:00:00.000Z', '2025-10-25T07:00:00.000Z', '2025-10-26T08:00:00.000Z', '2025-10-27T08:00:00.000Z']);
    const weekly = at('weekly mon 10:00', 'America/New_York');
    expect(weekly?.summary).toBe('Where we are');
    expect(occurrences(weekly, 2)).toEqual(['2025-08-18T14:00:00.000Z', '2025-08-25T14:00:00.000Z']);
  });

  it.each(['Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/St_Johns', 'UTC', 'Etc/GMT+5'])('in %s fall on the instants that this machine computes', (timeZone) => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    for (const instant of occurrences(at('weekly wed 16:45', timeZone), 120)) expect(clock.format(new Date(instant))).toBe('16:45');
  });

  it('that follow an event have no time; a zone that nobody knows is UTC', () => {
    expect(at('on blocker', 'UTC')).toBeUndefined();
    expect(occurrences(at('daily 09:00', 'Nowhere\r\nBEGIN:VEVENT'), 1)).toEqual(['2025-08-12T09:00:00.000Z']);
  });
});
