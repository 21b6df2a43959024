/** What waits for whoever asks, a line each, with what to type. */
import { recordName } from '../../core/documents/record-name.ts';
import type { WaitingOn } from '../../core/policy/waiting-on.ts';
import { asAsked } from '../as-words.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';

/** Of each kind so many; the lists that the verbs give have them all. */
const MOST = 3;

export function waitingLines({ blockers, feedback, verdicts, approvals }: WaitingOn, screen: Screen): readonly string[] {
  const as = asAsked(screen);
  return [
    ...some(blockers.map(({ severity, task, needed }) => say`${severity} ${task} is blocked on you: ${needed}`), 'coord status --blockers'),
    ...some(approvals.map(({ id, title }) => say`approve ${id}, ${title}: coord approve ${id}${as}`), 'coord status'),
    ...some(feedback.map(({ decision }) => say`say what you think of "${decision.title}": coord decide comment ${recordName(decision.place.file)} "..."${as}`), 'coord decide list'),
    ...some(verdicts.map(({ decision }) => say`decide on "${decision.title}": coord decide accept ${recordName(decision.place.file)}${as}`), 'coord decide list'),
  ];
}

function some(lines: readonly string[], rest: string): readonly string[] {
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more: ${rest}`];
}
