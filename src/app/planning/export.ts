/** All that an export may tell of. Nothing is written: which form it takes is a matter of words. */
import type { TaskGraph } from '../../core/graph/task-graph.ts';
import type { Workspace } from '../../core/documents/workspace.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

export interface ExportAnswer {
  readonly workspace: Workspace;
  /** Its tasks: one of each id. */
  readonly graph: TaskGraph;
  readonly now: Date;
  readonly problems: readonly PlacedProblem[];
}

export async function exportAll({ store, location, clock }: Ports): Promise<Result<ExportAnswer>> {
  const opened = await store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const workspace = view.workspace();
  if (workspace.configBroken) return refused('settings-broken', { file: `${location.folder}/coord.yaml` });
  return done({ workspace, graph: view.graph(), now: clock.now(), problems: view.problems });
}
