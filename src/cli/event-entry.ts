/** An event as a line of `coord watch --json` (schemas/answers/watch.schema.json). */
import type { WatchAnswer, WatchBlockerRaised, WatchTaskDone } from '../core/schemas/types.ts';
import type { WatchEvent } from '../core/watch/event.ts';
import type { Act } from '../core/watch/reactions.ts';
import type { WatchTrouble } from '../core/watch/trouble.ts';

export function eventEntry(event: WatchEvent): WatchAnswer {
  const { at, key, commit } = event;
  const common = { at: timeOf(at), key, commit };
  switch (event.event) {
    case 'record.created':
    case 'record.changed':
    case 'record.deleted':
      return { event: event.event, ...common, file: event.file };
    case 'task.ready':
    case 'task.done':
    case 'gate.open':
    case 'claim.taken':
    case 'claim.released':
      return { event: event.event, ...common, ...ofTask(event) };
    case 'claim.expired':
      return { event: event.event, ...common, ...ofTask(event), since: timeOf(event.since) };
    case 'deadline.near':
      return { event: event.event, ...common, ...ofTask(event), due: timeOf(event.due) };
    case 'handoff.created':
      return { event: event.event, ...common, file: event.file, task: event.task, from_agent: event.from, to_agent: event.to };
    case 'blocker.raised':
      return { event: event.event, ...common, ...ofBlocker(event) };
    case 'blocker.overdue':
      return { event: event.event, ...common, ...ofBlocker(event), due: timeOf(event.due) };
    case 'sync.due':
      return { event: event.event, ...common, follows: event.follows, about: event.about, agents: [...event.agents], channel: event.channel };
    case 'feedback.due':
      return { event: event.event, ...common, file: event.file, title: event.title, reviewers: [...event.reviewers], decision_maker: event.decisionMaker };
    case 'validation.failed':
      return { event: event.event, ...common, errors: event.errors, files: [...event.files] };
  }
}

export function beganEntry(since: Date | null, now: Date): WatchAnswer {
  return { event: 'watch.began', at: now.toISOString(), since: since === null ? null : since.toISOString() };
}

/** `message`: the same in words. */
export function troubleEntry({ trouble }: WatchTrouble, message: string, now: Date): WatchAnswer {
  return { event: 'watch.trouble', at: now.toISOString(), trouble, message };
}

export function actEntry({ does, name, events }: Act, failure: string | null, now: Date): WatchAnswer {
  const [{ event: on, key }] = events;
  const done = { at: now.toISOString(), act: does, name, on, key, count: events.length };
  return failure === null ? { event: 'reaction.done', ...done } : { event: 'reaction.failed', ...done, message: failure };
}

const timeOf = (instant: number): string => new Date(instant).toISOString();

type OfTask = Pick<WatchTaskDone, 'task' | 'title' | 'agent'>;

function ofTask({ task, title, agent }: OfTask): OfTask {
  return { task, title, agent };
}

function ofBlocker({ task, file, severity, by, waitsOn, needed, calls }: Extract<WatchEvent, { readonly event: 'blocker.raised' | 'blocker.overdue' }>): Pick<WatchBlockerRaised, 'task' | 'file' | 'severity' | 'by' | 'waits_on' | 'needed' | 'calls'> {
  return { task, file, severity, by, waits_on: waitsOn, needed, calls: [...calls] };
}
