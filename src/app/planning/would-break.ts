/** What would be wrong with the workspace, and is not now, if these files were written. */
import { assemble } from '../../core/documents/assemble.ts';
import { readFile } from '../../core/documents/read-file.ts';
import { readNewTask } from '../../core/documents/read-new-task.ts';
import { buildTaskGraph } from '../../core/graph/task-graph.ts';
import { causedBy } from '../../core/policy/caused-by.ts';
import { checkWorkspace } from '../../core/policy/check-workspace.ts';
import { severityOf } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import type { NewFile } from './import-changes.ts';
import type { View } from '../view.ts';

/** `view` null: there is nothing yet. */
export async function wouldBreak(view: View | null, changes: readonly NewFile[], folder: string): Promise<readonly Problem[]> {
  const inOrder = [...(view === null ? [] : await kept(view, changes)), ...changes].sort((one, other) => (one.path < other.path ? -1 : 1));
  const readings = inOrder.map((change) => (change.task === undefined ? readFile(change.path, change.text, folder) : readNewTask(change.path, change.task, folder)));
  const workspace = assemble(readings, folder);
  const problems = [...readings.flatMap((reading) => reading.problems), ...checkWorkspace(workspace, buildTaskGraph(workspace.tasks))];
  return causedBy(new Set(), problems, view?.problems ?? []).own.filter((found) => severityOf(found) === 'error');
}

/** The files that stay as they are. */
async function kept(view: View, changes: readonly NewFile[]): Promise<readonly NewFile[]> {
  const changed = new Set(changes.map(({ path }) => path));
  return await Promise.all(view.files().filter((path) => !changed.has(path)).map(async (path) => ({ path, text: (await view.text(path)) ?? '' })));
}
