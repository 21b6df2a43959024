import { resolvedTask } from './assemble.ts';
import type { FileReading } from './read-file.ts';
import { agentIds, rosterOf } from './roster.ts';
import type { Workspace } from './workspace.ts';

/** The workspace as it would be with another text in one task file, old or new. */
export function withTaskFile(workspace: Workspace, { file, tasks }: FileReading): Workspace {
  const idOf = agentIds(rosterOf(workspace.agents));
  const others = workspace.tasks.filter(({ place }) => place.file !== file);
  return { ...workspace, tasks: [...others, ...(tasks ?? []).map((task) => resolvedTask(task, idOf))] };
}
