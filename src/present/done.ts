/** What was proven, written and set free, in a line. */
import type { DoneAnswer } from '../app/done.ts';
import { commitWords } from './commit-outcome.ts';
import { plain, say } from './plain.ts';
import { duration } from './time.ts';
import { nameOneWords } from './verifier-words.ts';
import { count, listed, onLines } from './words.ts';

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
  return onLines(
    isUntouched ? say`Nothing but records was committed since ${id} was claimed. If it is not done after all: coord task set ${id} status=todo` : '',
    verified.length === 0 ? say`${id} names no verifier, so nothing was proven. ${nameOneWords('<id>', verifiers)}` : '',
  );
}
