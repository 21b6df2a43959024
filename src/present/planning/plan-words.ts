/** The plan's pieces as ends of sentences. */
import type { PlanAnswer } from '../../app/planning/plan.ts';
import type { Gain } from '../../core/schedule/plan/gains.ts';
import type { Plan, PlannedTask } from '../../core/schedule/plan/make-plan.ts';
import type { Because } from '../../core/schedule/plan/replay.ts';
import type { Unplaced } from '../../core/schedule/plan/unplaced.ts';
import { say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { count, listed } from '../text/words.ts';

const HOUR = 3_600_000;

/** Where the plan has no task in it; empty otherwise. */
export function nothingPlanned({ plan: { tasks, unplaced }, isBlank }: PlanAnswer): string {
  if (tasks.length > 0) return '';
  if (unplaced.length > 0) return 'Nothing can be planned.';
  return isBlank ? 'There is no task to plan yet: coord task add "..."' : 'Nothing is left to plan: all tasks are done.';
}

/** What a picture or a calendar lacks. */
export function planTalk(answer: PlanAnswer): string {
  const { unplaced } = answer.plan;
  return unplaced.length === 0 ? nothingPlanned(answer) : `${count(unplaced.length, 'task')} cannot be planned. Which, and why: coord plan`;
}

/** Of work: `3 h`, `30 min`, `1.5 h`. */
export function hours(work: number): string {
  if (work < HOUR) return `${Math.round(work / 60_000)} min`;
  return `${String(Math.round((work / HOUR) * 10) / 10)} h`;
}

export function unplacedWords({ task, why, ids }: Unplaced): string {
  switch (why) {
    case 'missing':
      return say`${task.id} waits for ${listed(ids, 6)}, which no file defines`;
    case 'cycle':
      return say`${task.id} is in a circle: ${listed(ids, 6)} wait for each other`;
    case 'ambiguous':
      return say`${task.id} stands twice: until one is left, nobody knows which is meant`;
    case 'settings':
      return say`${task.id} is in a phase, and coord.yaml cannot be read`;
    case 'gate':
      return say`${task.id} is behind the gate ${listed(ids, 6)}, which no file defines`;
    case 'behind':
      return say`${task.id} waits for ${listed(ids, 6)}`;
    case 'too-long':
      return say`${task.id} would end in more than two hundred years`;
  }
}

export function becauseWords(because: Because, agent: string | null): string {
  switch (because) {
    case 'start':
      return 'at once';
    case 'phase':
      return 'when its phase begins';
    case 'dependency':
      return 'waits for the one before';
    case 'agent':
      return say`${agent ?? 'anyone'} is busy until then`;
    case 'files':
      return 'touches the same files as the one before';
    case 'limit':
      return 'as many as limits.agents allows are at work until then';
  }
}

export function gainWords({ change, wins }: Gain): string {
  const sooner = `${duration(wins)} sooner`;
  switch (change.what) {
    case 'shorten':
      return say`${sooner} at most: make ${change.task} shorter`;
    case 'reassign':
      return say`${sooner}: let whoever is free do ${change.task}, not only ${change.from}`;
    case 'add-agent':
      return say`${sooner}: one more who does what ${change.agent} does`;
    case 'part-files':
      return say`${sooner}: keep the files of ${change.task} apart from those of others`;
    case 'open-phase':
      return say`${sooner}: begin phase ${change.phase} as soon as it can be, not on its date`;
    case 'raise-limit':
      return say`${sooner}: let ${change.to} be at work at once (limits.agents)`;
  }
}

/** What the plan supposes where files say nothing. */
export function suppositions({ tasks, crew, blocked }: Plan): string[] {
  const by = (measure: PlannedTask['measure']): number => new Set(tasks.filter((task) => task.measure === measure).map(({ task }) => task.id)).size;
  const isNeeded = new Set(tasks.map(({ agent }) => agent));
  const usual = crew.filter(({ id, hours: told }) => told === 'default' && isNeeded.has(id)).map(({ id }) => id);
  const unread = crew.filter(({ hours: told }) => told === 'unread').map(({ id }) => id);
  const freely = tasks.filter(({ task, agent }) => task.agent === null && agent !== null).length;
  const gates = tasks.filter(({ task, work }) => task.kind === 'gate' && work === 0).length;
  const reviews = tasks.filter(({ task, work }) => task.status === 'review' && work === 0).length;
  return [
    ...(by('default') > 0 ? [`${count(by('default'), 'task')} without an estimate: half a day (4 h) each`] : []),
    ...(by('group') > 0 ? [`${count(by('group'), 'task')} with a share of what their group is to take`] : []),
    ...(by('slot') > 0 ? [`${count(by('slot'), 'task')} with a share of the slot they are in`] : []),
    ...(usual.length > 0 ? [say`No hours named for ${listed(usual, 6)}: Monday to Friday, 09:00 to 17:00`] : []),
    ...(unread.length > 0 ? [say`Hours that cannot be read, of ${listed(unread, 6)}: taken as Monday to Friday, 09:00 to 17:00`] : []),
    ...(freely > 0 ? [`${count(freely, 'task')} for anyone: given to whoever is free first`] : []),
    ...(gates > 0 ? [`${count(gates, 'gate')}: passed as soon as what they wait for is done`] : []),
    ...(reviews > 0 ? [`${count(reviews, 'task')} in review: approved at once`] : []),
    ...(blocked.length > 0 ? [say`Blocked, planned as if freed at once: ${listed(blocked, 6)}`] : []),
  ];
}
