/** What became of a task's file, in a line. */
import type { TaskAddAnswer } from '../../app/tasks/task-add.ts';
import type { TaskSetAnswer } from '../../app/tasks/task-set.ts';
import type { TaskSplitAnswer } from '../../app/tasks/task-split.ts';
import { commitWords } from '../commit-outcome.ts';
import { say } from '../text/plain.ts';
import { listed } from '../text/words.ts';

export function taskAddText({ id, file, commit }: TaskAddAnswer): string {
  return say`${id} added: ${file} · ${commitWords(commit)}`;
}

export function taskSetText({ id, changed, commit, reopened }: TaskSetAnswer): string {
  return commit === null ? say`${id} is ${reopened ? 'opened again' : 'so already'}.` : say`${id}: ${listed(changed)} set · ${commitWords(commit)}`;
}

export function taskSplitText({ id, parts, commit }: TaskSplitAnswer): string {
  return say`${id} split into ${listed(parts.map((part) => part.id))} · ${commitWords(commit)}`;
}
