/** What would be wrong with the workspace, and is not now, if these files were written. */
import { assemble } from '../core/documents/assemble.ts';
import { readFile } from '../core/documents/read-file.ts';
import { buildTaskGraph } from '../core/graph/task-graph.ts';
import { causedBy } from '../core/policy/caused-by.ts';
import { checkWorkspace } from '../core/policy/check-workspace.ts';
import { severityOf } from '../core/problem/problem.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { FileChange } from './writer-port.ts';
import type { View } from './view.ts';

/** `view` null: there is nothing yet. */
export async function wouldBreak(view: View | null, changes: readonly FileChange[], folder: string): Promise<readonly Problem[]> {
  const texts = new Map<string, string>();
  for (const file of view?.files() ?? []) texts.set(file, (await view?.text(file)) ?? '');
  for (const { path, text } of changes) texts.set(path, text);
  const readings = [...texts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([file, text]) => readFile(file, text, folder));
  const workspace = assemble(readings, folder);
  const problems = [...readings.flatMap((reading) => reading.problems), ...checkWorkspace(workspace, buildTaskGraph(workspace.tasks))];
  return causedBy(new Set(), problems, view?.problems ?? []).own.filter((found) => severityOf(found) === 'error');
}
