/** What other tools call the state and the priority of a task. Custom words are common, so one list serves them all. */
import type { Priority, Status } from '../model.ts';

const STATUS_WORDS: Readonly<Record<Status, readonly string[]>> = {
  todo: ['todo', 'to do', 'open', 'pending', 'new', 'ready', 'backlog', 'draft', 'not started', 'planned'],
  in_progress: ['in progress', 'doing', 'started', 'active', 'wip', 'hooked'],
  review: ['review', 'in review', 'testing', 'verify'],
  done: ['done', 'completed', 'complete', 'closed', 'resolved', 'finished', 'merged'],
  cancelled: ['cancelled', 'canceled', 'archived', 'not planned', 'wont do', "won't do", 'wontfix', 'duplicate', 'abandoned'],
};
const PRIORITY_WORDS: Readonly<Record<Priority, readonly string[]>> = {
  high: ['high', 'critical', 'urgent', 'highest', 'blocker', 'p0', 'p1', '0', '1'],
  medium: ['medium', 'normal', 'moderate', 'p2', '2'],
  low: ['low', 'lowest', 'minor', 'backlog', 'p3', 'p4', '3', '4'],
};

const byWord = <T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> => new Map((Object.keys(words) as T[]).flatMap((name) => words[name].map((word) => [word, name] as const)));
const STATUSES = byWord(STATUS_WORDS);
const PRIORITIES = byWord(PRIORITY_WORDS);

/** `exact` false: it says more than a status of ours (blocked, deferred), or nobody knows what; it is still to be done. */
export function statusMeant(word: unknown): { readonly status: Status; readonly exact: boolean } {
  const plain = plainWord(word);
  const status = STATUSES.get(plain);
  return { status: status ?? 'todo', exact: status !== undefined || plain === '' };
}

/** null: nothing is said, or nothing that is known. */
export function priorityMeant(word: unknown): Priority | null {
  return PRIORITIES.get(plainWord(word)) ?? null;
}

function plainWord(word: unknown): string {
  if (typeof word !== 'string' && typeof word !== 'number') return '';
  return String(word).trim().toLowerCase().replace(/[\s_-]+/g, ' ');
}
