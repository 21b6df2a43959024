import type { ProgressAnswer } from '../app/progress.ts';
import { commitWords } from './commit-outcome.ts';
import { say } from './plain.ts';

export function progressText({ id, progress, commit }: ProgressAnswer): string {
  return say`${id} ${progress} % done · ${commitWords(commit)}`;
}
