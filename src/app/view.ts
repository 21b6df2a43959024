/** The workspace as one reading of its files: what verbs ask of it. */
import type { TaskGraph } from '../core/graph/task-graph.ts';
import type { Survey } from '../core/survey.ts';
import type { Task } from '../core/model.ts';
import type { Workspace } from '../core/documents/workspace.ts';

export interface View {
  readonly survey: Survey;
  /** One task, without reading the others. Ids match ignoring case. */
  task(id: string): Task | null;
  /** All ids, in no particular order. */
  ids(): readonly string[];
  /** Ids of the tasks that wait for this one. */
  dependents(id: string): readonly string[];
  /** Everything: costs a full read of the kept rows. */
  workspace(): Workspace;
  graph(): TaskGraph;
}
