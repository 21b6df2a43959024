/** What was handed over, in a line, and what its receiver will not get. */
import type { HandoffNewAnswer } from '../../app/handoffs/handoff-new.ts';
import type { VerifierRun } from '../../app/tasks/run-verifiers.ts';
import { asAsked } from '../as-words.ts';
import { commitWords } from '../commit-outcome.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';
import { failureWords, nameOneWords, outputLines } from '../tasks/verifier-words.ts';
import { count, listed } from '../text/words.ts';

export function handoffNewText({ file, handoff: { task, to }, runs, commit }: HandoffNewAnswer): string {
  return [say`${task ?? ''} handed over to ${to ?? 'whoever comes next'}: ${file}`, ...(runs ?? []).map(runWords), commitWords(commit)].join(' · ');
}

export function handoffNewTalk({ runs, uncommitted, verifiers, held, handoff: { task } }: HandoffNewAnswer, screen: Screen): string {
  const failed = (runs ?? []).filter(({ exitCode }) => exitCode !== 0);
  const lines = [
    runs?.length === 0 ? say`${task ?? ''} names no verifier, so none ran. ${nameOneWords(task ?? '', verifiers)}` : '',
    ...failed.map((run) => [`${runWords(run)}. The handoff says so.`, ...outputLines(run.tail)].join('\n')),
    uncommitted.length === 0 ? '' : say`Not committed, so not handed over: ${count(uncommitted.length, 'file')} (${listed(uncommitted, 3)}).`,
    held ? say`You still hold ${task ?? ''}. Give it back: coord release ${task ?? ''}${asAsked(screen)}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function runWords(run: VerifierRun): string {
  return say`${run.name} ${run.exitCode === 0 ? `ok ${duration(run.seconds * 1000)}` : failureWords(run)}`;
}
