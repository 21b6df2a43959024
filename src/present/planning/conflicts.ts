/** Where work is about to collide, and who owns what it collides on. */
import type { BranchSide } from '../../app/planning/branch-conflicts.ts';
import type { ConflictsAnswer } from '../../app/planning/plan-conflicts.ts';
import type { TaskSide } from '../../core/policy/task-conflicts.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { count, listed } from '../text/words.ts';

/** A person sees so many; a program sees all. */
const MOST_BRANCH_PAIRS = 20;
const MOST_FILES = 5;

export function conflictsText({ tasks, branches }: ConflictsAnswer, screen: Screen): string {
  return [...tasksLines(tasks, screen), '', ...branchesLines(branches, screen)].join('\n');
}

function tasksLines({ conflicts, more }: ConflictsAnswer['tasks'], screen: Screen): string[] {
  if (conflicts.length === 0) return ['By their `files`, no two open tasks touch the same files unless one waits for the other.'];
  const { bold } = paint(screen);
  return [
    bold('Tasks that may touch the same files, though neither waits for the other'),
    ...conflicts.flatMap(({ one, other, owners }) => [`  ${taskWords(one)} and ${taskWords(other)}`, say`    ${one.glob === other.glob ? one.glob : `${one.glob} meets ${other.glob}`}${ownerWords(owners)}`]),
    ...(more === 0 ? [] : [`  and ${more} more`]),
  ];
}

function branchesLines({ conflicts, compared, clean, older, unrelated }: ConflictsAnswer['branches'], screen: Screen): string[] {
  const { bold } = paint(screen);
  const found = conflicts.slice(0, MOST_BRANCH_PAIRS).flatMap(({ one, other, files }) => [
    `  ${branchWords(one)} and ${branchWords(other)}`,
    ...files.slice(0, MOST_FILES).map(({ path, owners }) => say`    ${path}${ownerWords(owners)}`),
    ...(files.length > MOST_FILES ? [`    and ${count(files.length - MOST_FILES, 'more file')}`] : []),
  ]);
  return [
    ...(found.length === 0 ? [compared === 0 ? 'No branches to compare.' : `No conflict between branches: ${count(compared, 'branch', 'branches')} compared.`] : [bold('Branches that git will not merge by itself'), ...found]),
    ...(conflicts.length > MOST_BRANCH_PAIRS ? [`  and ${conflicts.length - MOST_BRANCH_PAIRS} more`] : []),
    ...(clean === 0 ? [] : [`${count(clean, 'pair')} of branches ${clean === 1 ? 'changes' : 'change'} the same files and will merge.`]),
    ...(older === 0 ? [] : [`Not compared: ${count(older, 'branch', 'branches')}, as only the ${compared + unrelated} last committed to are.`]),
    ...(unrelated === 0 ? [] : [`Not compared: ${count(unrelated, 'branch', 'branches')} without a known commit in common with the branch they go into.`]),
  ];
}

function taskWords({ task, isUnderway }: TaskSide): string {
  return say`${task.id} (${task.agent ?? 'anyone'}${isUnderway ? ', in progress' : ''})`;
}

function branchWords({ branch, agent, task }: BranchSide): string {
  const known = [...(agent === null ? [] : [agent]), ...(task === null ? [] : [task])];
  return say`${branch}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
}

function ownerWords(owners: readonly string[]): string {
  return owners.length === 0 ? '' : `; owned by ${listed(owners, MOST_FILES)}`;
}
