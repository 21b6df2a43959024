/** An event as people are told of it. Times are absolute and in UTC: a notice is read later, elsewhere. */
import { recordName } from '../documents/record-name.ts';
import { utcMinute } from '../pages/absolute-time.ts';
import type { EventName, WatchEvent } from '../watch/event.ts';
import { concernedBy } from './concerned.ts';
import type { Around } from './concerned.ts';
import { bounded } from './notice.ts';
import type { Notice } from './notice.ts';

type Told = Pick<Notice, 'title' | 'lines' | 'links'>;
type Of<N extends EventName> = Extract<WatchEvent, { readonly event: N }>;

/** null: that a file was made, changed or deleted is no news for people, nor that somebody began with what is theirs, or ended. */
export function noticeOf(event: WatchEvent, around: Around): Notice | null {
  const told = toldOf(event, around);
  if (told === null) return null;
  return bounded({
    key: event.key,
    event: event.event,
    at: event.at,
    project: around.project,
    severity: 'severity' in event ? event.severity : null,
    agents: concernedBy(event, around),
    task: 'task' in event ? event.task : null,
    commit: event.commit,
    ...told,
  });
}

function toldOf(event: WatchEvent, { fileOf }: Around): Told | null {
  const links = (...files: readonly (string | null)[]): readonly string[] => files.filter((file) => file !== null);
  switch (event.event) {
    case 'record.created':
    case 'record.changed':
    case 'record.deleted':
    case 'claim.taken':
    case 'claim.released':
      return null;
    case 'task.ready':
      return { title: `${event.task} is ready: ${event.title}`, lines: [...forWhom(event.agent), `Take it: coord claim ${event.task}`], links: links(fileOf(event.task)) };
    case 'task.done':
      return { title: `${event.task} is done: ${event.title}`, lines: event.agent === null ? [] : [`By ${event.agent}`], links: links(fileOf(event.task)) };
    case 'gate.open':
      return { title: `${event.task} is open: ${event.title}`, lines: ['What waited for it may begin: coord next'], links: links(fileOf(event.task)) };
    case 'claim.expired':
      return { ...expired(event), links: links(fileOf(event.task)) };
    case 'deadline.near':
      return { title: `${event.task} is due on ${utcMinute(event.due)}: ${event.title}`, lines: forWhom(event.agent), links: links(fileOf(event.task)) };
    case 'handoff.created':
      return { ...handedOver(event), links: [event.file] };
    case 'blocker.raised':
    case 'blocker.overdue':
      return { ...blocked(event), links: links(event.file, fileOf(event.task)) };
    case 'sync.due':
      return { title: event.about === null ? 'It is time to come together' : `It is time: ${event.about}`, lines: [event.agents.length === 0 ? 'For everybody' : `For ${event.agents.join(', ')}`], links: [] };
    case 'feedback.due':
      return { title: `The time for feedback is over: ${event.title}`, lines: [...(event.decisionMaker === null ? [] : [`${event.decisionMaker} decides`]), `See it: coord show ${recordName(event.file)}`], links: [event.file] };
    case 'validation.failed':
      return { title: `${counted(event.errors, 'error')} in ${counted(event.files.length, 'file')}`, lines: [...event.files.slice(0, MOST_FILES), 'See them: coord validate'], links: event.files };
  }
}

const MOST_FILES = 15;

function expired({ task, title, agent, since }: Of<'claim.expired'>): Omit<Told, 'links'> {
  return { title: `The claim of ${task} has run out: ${title}`, lines: [`${agent ?? 'Somebody'} took it on ${utcMinute(since)}`, `See what was left, and free it: coord release ${task} --abandoned`] };
}

function handedOver({ task, from, to, file }: Of<'handoff.created'>): Omit<Told, 'links'> {
  return { title: `${from ?? 'Somebody'} handed ${task ?? 'work'} over${to === null ? '' : ` to ${to}`}`, lines: [`Read it: coord handoff show ${recordName(file)}`] };
}

function blocked(event: Of<'blocker.raised' | 'blocker.overdue'>): Omit<Told, 'links'> {
  const { task, severity, needed, by, waitsOn, calls, file } = event;
  const isLate = event.event === 'blocker.overdue';
  return {
    title: isLate ? `${severity}: nobody answered the blocker of ${task} in time: ${needed}` : `${severity}: ${task} is blocked: ${needed}`,
    lines: [
      ...(by === null ? [] : [`Raised by ${by}`]),
      ...(waitsOn === null ? [] : [`Waits on ${waitsOn}`]),
      ...(isLate ? [`An answer was due on ${utcMinute(event.due)}`] : []),
      ...(calls.length === 0 ? [] : [`${isLate ? 'Escalated to' : 'Called upon'}: ${calls.join(', ')}`]),
      `Say that you are on it: coord unblock ${recordName(file)} --ack`,
    ],
  };
}

const forWhom = (agent: string | null): readonly string[] => (agent === null ? [] : [`For ${agent}`]);

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
