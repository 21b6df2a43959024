/** Whom an event concerns, in the order in which they are named. */
import type { Agent } from '../model.ts';
import type { WatchEvent } from '../watch/event.ts';

/** What has to be known besides the event. */
export interface Around {
  readonly project: string | null;
  readonly agents: readonly Agent[];
  /** Agents of the tasks that wait for this one. */
  readonly waiting: (task: string) => readonly string[];
  /** The file of a task; null where no file defines it. */
  readonly fileOf: (task: string) => string | null;
}

export function concernedBy(event: WatchEvent, { agents, waiting }: Pick<Around, 'agents' | 'waiting'>): readonly string[] {
  const named = (...names: readonly (string | null)[]): readonly string[] => [...new Set(names.filter((name) => name !== null))];
  switch (event.event) {
    case 'task.ready':
    case 'claim.taken':
    case 'claim.released':
    case 'claim.expired':
    case 'deadline.near':
    case 'task.done':
      return named(event.agent);
    case 'gate.open':
      return named(event.agent, ...waiting(event.task));
    case 'handoff.created':
      return named(event.to ?? event.from);
    case 'blocker.raised':
      return named(event.waitsOn, ...event.calls);
    case 'blocker.overdue':
      return named(...event.calls);
    case 'sync.due':
      return event.agents.length > 0 ? named(...event.agents) : agents.map(({ id }) => id);
    case 'feedback.due':
      return named(...event.reviewers, event.decisionMaker);
    case 'validation.failed':
    case 'record.created':
    case 'record.changed':
    case 'record.deleted':
      return [];
  }
}
