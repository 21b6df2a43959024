/** Events as an iCalendar file (RFC 5545), for any calendar to subscribe to. Texts from files pass the door, then are escaped. */
import { plainLines } from '../text/plain.ts';
import { vtimezone } from './vtimezone.ts';

/** A whole day, an instant in milliseconds since 1970, or what clocks show in a zone (`2025-08-12T09:00`), which a repetition has to keep. */
export type CalendarTime = { readonly date: string } | { readonly at: number } | { readonly local: string; readonly timeZone: string };

export interface CalendarEvent {
  /** The same for the same thing each time, so that a calendar changes its entry and adds no second one. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string | null;
  readonly start: CalendarTime;
  /** The first moment after it; null: the day itself, or no time at all. */
  readonly end: CalendarTime | null;
  readonly repeats: 'daily' | 'weekly' | null;
}

/** The longest line, in bytes. */
const LINE = 75;

/** Lines end as the form asks, in CR and LF. */
export function calendarText(events: readonly CalendarEvent[], { name, now }: { readonly name: string; readonly now: Date }): string {
  const zones = [...new Set(events.flatMap(({ start }) => ('timeZone' in start && start.timeZone !== 'UTC' ? [start.timeZone] : [])))];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//coord//coord//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...zones.flatMap((zone) => vtimezone(zone, now)),
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line)).join('\r\n');
}

function eventLines({ uid, summary, description, start, end, repeats }: CalendarEvent, now: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now.getTime())}`,
    `DTSTART${timeValue(start)}`,
    ...(end === null ? [] : [`DTEND${timeValue(end)}`]),
    ...(repeats === null ? [] : [`RRULE:FREQ=${repeats.toUpperCase()}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === null ? [] : [`DESCRIPTION:${escaped(description)}`]),
    // A deadline takes nobody's time: who looks for a free hour finds one.
    ...('date' in start ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

function timeValue(time: CalendarTime): string {
  if ('date' in time) return `;VALUE=DATE:${digits(time.date)}`;
  if ('at' in time) return `:${utc(time.at)}`;
  const local = `${digits(time.local)}00`;
  return time.timeZone === 'UTC' ? `:${local}Z` : `;TZID=${time.timeZone}:${local}`;
}

function utc(instant: number): string {
  return `${digits(new Date(instant).toISOString().slice(0, 19))}Z`;
}

function digits(time: string): string {
  return time.replace(/[-:]/g, '');
}

/** What would move a cursor is shown by its code point; a line break in a text is written `\n`. */
function escaped(text: string): string {
  return plainLines(text).replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** What is too long goes on in the next line, after a blank; no character is cut in two. */
function folded(line: string): string {
  let used = 0;
  let text = '';
  for (const character of line) {
    const bytes = utf8Length(character);
    if (used + bytes > LINE) {
      text += '\r\n ';
      used = 1;
    }
    text += character;
    used += bytes;
  }
  return text;
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
