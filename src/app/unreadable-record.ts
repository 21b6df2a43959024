import { severityOf } from '../core/problem/problem.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { View } from './view.ts';

/** Why a record that stands in a file cannot be found: the file is broken. null: no such file is. `id`: of the task it should hold. */
export function unreadableRecord({ problems }: View, folder: 'tasks' | 'handoffs' | 'decisions' | 'status/blockers', isIts: (file: string) => boolean, id: string | null = null): Result<never> | null {
  const broken = problems.find((problem) => severityOf(problem) === 'error' && problem.place.file.includes(`/${folder}/`) && isIts(problem.place.file));
  return broken === undefined ? null : refused('unreadable-record', { id, file: broken.place.file });
}
