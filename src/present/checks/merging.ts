/** What a merge left to decide, and what it settled. */
import type { ResolvedFile, ResolvedState } from '../../app/merging/resolve.ts';
import { BODY } from '../../core/documents/merge-rules.ts';
import type { Conflict } from '../../core/documents/merge-values.ts';
import { isEmpty } from '../../core/documents/same-record.ts';
import { plain, say } from '../text/plain.ts';
import { shellWord } from '../text/shell-word.ts';
import { count } from '../text/words.ts';

const MOST_LETTERS = 60;

/** Nothing where there is no conflict. */
export function conflictLines(file: string, conflicts: readonly Conflict[]): readonly string[] {
  if (conflicts.length === 0) return [];
  return [say`${file}: ${count(conflicts.length, 'conflict')} left to decide`, ...conflicts.map((conflict) => `  ${conflictText(conflict)}`)];
}

function conflictText({ path, versions: { base, ours, theirs }, isProse }: Conflict): string {
  const name = nameOf(path);
  if (isProse) return `${name}: both sides changed the same lines, or added there`;
  if (ours === undefined || theirs === undefined) return `${name}: removed by ${ours === undefined ? 'ours' : 'theirs'}, changed by ${ours === undefined ? 'theirs' : 'ours'}`;
  return `${name}: ours ${valueText(ours)}, theirs ${valueText(theirs)}, before ${valueText(base)}`;
}

/** `status`, `A-1 task`, `the text below`. */
function nameOf(path: readonly string[]): string {
  const [first, , ...inList] = path;
  const own = first === 'task_queue' && inList.length > 0 ? inList : path;
  return own.at(-1) === BODY ? 'the text' : say`${own.join(' ').trim()}` || 'the beginning';
}

function valueText(value: unknown): string {
  if (isEmpty(value)) return '(empty)';
  const text = plain(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}...` : text;
}

const STATES: Readonly<Record<Exclude<ResolvedState, 'conflicts'>, string>> = {
  merged: 'merged, nothing is left to decide',
  settled: 'no conflict markers are left in it',
  'one-sided': 'one side has no such text: keep the file (git add) or remove it (git rm)',
  unclear: 'left as it is: its fields cannot be told apart with certainty',
};

export function resolveText(files: readonly ResolvedFile[]): string {
  if (files.length === 0) return 'No file is in conflict.';
  return files.flatMap(({ path, state, conflicts }) => (state === 'conflicts' ? conflictLines(path, conflicts) : [say`${path}: ${STATES[state]}`])).join('\n');
}

export function resolveTalk(files: readonly ResolvedFile[]): string {
  const ready = files.filter(({ state, isUnmerged }) => isUnmerged && (state === 'merged' || state === 'settled'));
  const isLeft = files.some(({ state }) => state === 'conflicts' || state === 'unclear');
  const lines = [
    ...(isLeft ? ['Keep the lines you want, delete the marker lines, then: coord validate'] : []),
    ...(ready.length === 0 ? [] : [`Look at it, then tell git: git add ${ready.map(({ path }) => shellWord(path)).join(' ')}`]),
  ];
  return lines.join('\n');
}
