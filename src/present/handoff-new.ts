/** What was handed over, in a line, and what its receiver will not get. */
import type { HandoffNewAnswer } from '../app/handoff-new.ts';
import { asAsked } from './as-words.ts';
import { commitWords } from './commit-outcome.ts';
import { say } from './plain.ts';
import type { Screen } from './screen.ts';
import { count, listed, onLines } from './words.ts';

export function handoffNewText({ file, handoff: { task, to }, commit }: HandoffNewAnswer): string {
  return `${say`${task ?? ''} handed over to ${to ?? 'whoever comes next'}: ${file}`} · ${commitWords(commit)}`;
}

export function handoffNewTalk({ uncommitted, held, handoff: { task } }: HandoffNewAnswer, screen: Screen): string {
  return onLines(
    uncommitted.length === 0 ? '' : say`Not committed, so not handed over: ${count(uncommitted.length, 'file')} (${listed(uncommitted, 3)}).`,
    held ? say`You still hold ${task ?? ''}. Give it back: coord release ${task ?? ''}${asAsked(screen)}` : '',
  );
}
