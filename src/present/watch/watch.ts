/** What happened, a line each. */
import type { WatchedOnce } from '../../app/watch/watch-once.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Act } from '../../core/watch/reactions.ts';
import type { WatchTrouble } from '../../core/watch/trouble.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { clock, day, moment } from '../text/time.ts';
import { cut } from '../text/width.ts';
import { count, listed } from '../text/words.ts';

/** Columns: a line tells what happened, the record has all of it. */
const LONGEST = 500;

/** `12:01 task.done FIX-001 Fix website deployment (frontend)`, with the day where it is not the one on which the watch began. */
export function eventLine(event: WatchEvent, screen: Screen): string {
  return cut(plain(`${timeOf(new Date(event.at), screen)} ${event.event} ${eventWords(event, screen)}`), LONGEST);
}

function timeOf(at: Date, screen: Screen): string {
  return day(at, screen) === day(screen.now, screen) ? clock(at, screen) : `${day(at, screen)} ${clock(at, screen)}`;
}

export function beganLine(since: Date | null, folder: string, screen: Screen): string {
  const last = since === null ? '' : say`, last watched ${moment(since, screen)}`;
  return say`${timeOf(screen.now, screen)} watch.began ${folder}${last}; Ctrl-C ends it`;
}

export function troubleLine(what: WatchTrouble, now: Date, screen: Screen): string {
  return plain(`${timeOf(now, screen)} watch.trouble ${troubleWords(what, screen)}`);
}

export function troubleWords(what: WatchTrouble, screen: Screen): string {
  switch (what.trouble) {
    case 'folder-gone':
      return `${what.folder} is gone. Nothing of it is told until it is back.`;
    case 'folder-back':
      return `${what.folder} is back. What changed meanwhile is told now.`;
    case 'no-notices':
      return `The system gives no more notices of changes (${what.reason}). Files are looked at every 2 seconds instead. On Linux, raise fs.inotify.max_user_watches or max_user_instances.`;
    case 'not-kept':
      return `What was told cannot be kept, so the next watch may tell it again. ${describeRefusal(what.refusal, screen).message}`;
  }
}

function eventWords(event: WatchEvent, screen: Screen): string {
  switch (event.event) {
    case 'record.created':
    case 'record.changed':
    case 'record.deleted':
      return event.file;
    case 'task.ready':
    case 'task.done':
    case 'gate.open':
      return `${event.task} ${event.title}${event.agent === null ? '' : ` (${event.agent})`}`;
    case 'claim.taken':
    case 'claim.released':
      return `${event.task} by ${event.agent ?? 'somebody'}`;
    case 'claim.expired':
      return `${event.task}: ${event.agent ?? 'somebody'} held it since ${moment(new Date(event.since), screen)}`;
    case 'deadline.near':
      return `${event.task} ${event.title}, due ${moment(new Date(event.due), screen)}`;
    case 'handoff.created':
      return `${event.task ?? 'no task'}, from ${event.from ?? 'somebody'}${event.to === null ? '' : ` to ${event.to}`}: ${event.file}`;
    case 'blocker.raised':
      return `${event.task}, ${event.severity}: ${event.needed}${onWhom(event.waitsOn)}`;
    case 'blocker.overdue':
      return `${event.task}, ${event.severity}: ${event.needed}${onWhom(event.waitsOn)}, due ${moment(new Date(event.due), screen)}${event.calls.length === 0 ? '' : `; for ${listed(event.calls)}`}`;
    case 'sync.due':
      return [event.about ?? 'Everybody comes together', ...(event.agents.length === 0 ? [] : [listed(event.agents)])].join(', ');
    case 'feedback.due':
      return `${event.title}: time for feedback is over${event.decisionMaker === null ? '' : `, ${event.decisionMaker} decides`}`;
    case 'validation.failed':
      return `${count(event.errors, 'error')}, new in ${listed(event.files, 3)}: coord validate`;
  }
}

const onWhom = (whom: string | null): string => (whom === null ? '' : `, waits on ${whom}`);

/** `failure`: in words; null: it is done. */
export function actLine({ does, name, events: [event, ...others] }: Act, failure: string | null, now: Date, screen: Screen): string {
  const what = `${does}${name === null ? '' : ` ${name}`} after ${others.length === 0 ? '' : `${others.length + 1} `}${event.event}`;
  return plain(`${timeOf(now, screen)} ${failure === null ? `reaction.done ${what}` : `reaction.failed ${what}: ${failure}`}`);
}

export function watchedOnce({ count: many, began }: WatchedOnce, screen: Screen): string {
  if (began === null) return 'Nobody watched here before. From now on, what happens is told.';
  return many === 0 ? say`Nothing happened since ${moment(began, screen)}.` : '';
}
