import type { ProgressAnswer } from '../../app/tasks/progress.ts';
import { commitWords } from '../commit-outcome.ts';
import { say } from '../text/plain.ts';

export function progressText({ id, progress, commit }: ProgressAnswer): string {
  return say`${id} ${progress} % done · ${commitWords(commit)}`;
}
