/** What was proven, written and set free, in a line. */
import type { DoneAnswer } from '../../app/tasks/done.ts';
import { commitWords } from '../commit-outcome.ts';
import { plain, say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { nameOneWords, ranChangedWords } from './verifier-words.ts';
import { count, listed, onLines } from '../text/words.ts';

export function doneText({ id, verified, handoffs, commit, unblocks }: DoneAnswer): string {
  const parts = [
    ...(verified.length === 0 ? [say`${id} done, unproven`] : verified.map(({ name, seconds }) => say`${name} ok ${duration(seconds * 1000)}`)),
    handoffs.length === 1 ? 'handoff written' : `${count(handoffs.length, 'handoff')} written`,
    commitWords(commit),
    ...(unblocks.length === 0 ? [] : [`unblocks ${plain(listed(unblocks, 6))}`]),
  ];
  return parts.join(' · ');
}

export function doneTalk({ id, verified, verifiers, isUntouched }: DoneAnswer): string {
  const ranChanged = [...new Set(verified.flatMap((run) => run.ranChanged))];
  return onLines(
    isUntouched ? say`Nothing but records was committed since ${id} was claimed. If it is not done after all: coord task set ${id} status=todo` : '',
    ranChanged.length === 0 ? '' : say`Look at ${id} before you rely on it: ${ranChangedWords(ranChanged)}`,
    verified.length === 0 ? say`${id} names no verifier, so nothing was proven. ${nameOneWords('<id>', verifiers)}` : '',
  );
}
