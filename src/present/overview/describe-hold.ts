/** Why a task is held back, as the end of a line: "waits for API-001". */
import type { Withheld } from '../../core/schedule/offer.ts';
import type { Hold } from '../../core/schedule/readiness.ts';
import { asPerson } from '../as-words.ts';
import { lostWords } from '../claims/lost-work.ts';
import { say } from '../text/plain.ts';
import { listed } from '../text/words.ts';

/** One reason an item. That a milestone is one goes without saying where what it waits for is named. */
export function describeHolds(id: string, holds: readonly Hold[]): readonly string[] {
  const isTold = holds.length > 1;
  return holds.filter(({ why }) => why !== 'milestone' || !isTold).map((hold) => describeHold(id, hold));
}

function describeHold(id: string, hold: Hold): string {
  switch (hold.why) {
    case 'waits-for':
      return say`waits for ${listed(hold.ids, 6)}`;
    case 'missing':
      return say`waits for ${listed(hold.ids, 6)}, which no file defines`;
    case 'cycle':
      return 'is in or behind a circle of tasks that wait for each other: coord validate';
    case 'settings':
      return 'whether its phase is open cannot be known: coord.yaml cannot be read';
    case 'blocked':
      return say`is blocked: ${listed(hold.needed, 3)}`;
    case 'phase':
      return say`phase ${hold.phase} opens when ${hold.gate} is done`;
    case 'turn':
      return say`comes after ${hold.first}: phase ${hold.phase} goes one by one`;
    case 'approval':
      return say`is for ${listed(hold.by, 4, 'or')} to approve: coord approve ${id}${asPerson(hold.by)}`;
    case 'review':
      return 'is in review';
    case 'milestone':
      return 'is a milestone: reached when all it waits for is done';
    case 'ambiguous':
      return 'its id is used twice: coord validate';
  }
}

/** `as`: how a command that is proposed names whoever asks. */
export function describeWithheld(withheld: Withheld, as: string): string {
  switch (withheld.why) {
    case 'held':
      return say`is held by ${withheld.by}`;
    case 'expired':
      return say`was held by ${withheld.by}, whose time ran out: coord claim ${withheld.id} --take-over${as}`;
    case 'done-elsewhere':
      return withheld.branch === null ? say`was done by ${withheld.by}, but not merged here` : say`was done by ${withheld.by} on ${withheld.branch}, but not merged here`;
    case 'done-but-lost':
      return say`${lostWords(withheld)}: coord task set ${withheld.id} status=todo`;
    case 'unreadable-claim':
      return 'its claim cannot be read: coord doctor';
    case 'overlap':
      return say`touches ${withheld.files}, as ${withheld.with} does, which is in progress`;
    case 'started':
      return 'was started and is held by nobody: coord next --resume';
  }
}
