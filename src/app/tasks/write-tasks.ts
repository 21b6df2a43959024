/** Writes task files under the lock, unless the workspace would have an error it has not now. */
import { readFile } from '../../core/documents/read-file.ts';
import { withTaskFile } from '../../core/documents/with-task-file.ts';
import { buildTaskGraph } from '../../core/graph/task-graph.ts';
import { causedBy } from '../../core/policy/caused-by.ts';
import { checkWorkspace } from '../../core/policy/check-workspace.ts';
import { isNewCircle } from '../../core/policy/new-circles.ts';
import { severityOf } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { openToWrite } from '../open-to-write.ts';
import type { OpeningPorts } from '../open-to-write.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';
import type { View } from '../view.ts';

export interface TaskChanges<T> {
  readonly changes: readonly FileChange[];
  readonly value: T;
}

/** `plan` sees the files as they are under the lock. */
export async function writeTasks<T>(ports: OpeningPorts & Pick<Ports, 'writer'>, plan: (view: View, files: TextFiles) => Promise<Result<TaskChanges<T>>>): Promise<Result<T>> {
  return ports.writer.write(async (files) => {
    const opened = await openToWrite(ports);
    if (!opened.ok) return opened;
    const planned = await plan(opened.value, files);
    if (!planned.ok || planned.value.changes.length === 0) return planned;
    const problems = brokenBy(opened.value, planned.value.changes, ports.location.folder);
    return problems.length > 0 ? whyNot(opened.value, problems) : planned;
  });
}

/** Who names somebody that there is not is told who there is. */
function whyNot({ survey }: View, problems: readonly Problem[]): Result<never> {
  const [unknown, ...others] = problems;
  if (unknown?.code !== 'unknown-agent' || others.length > 0) return refused('would-break', { problems });
  const { name, nearest } = unknown.facts;
  return refused('no-such-agent', { name, nearest, agents: survey.agents.map(({ id }) => id) });
}

function brokenBy(view: View, changes: readonly FileChange[], folder: string): readonly Problem[] {
  const readings = changes.map(({ path, text }) => readFile(path, text, folder));
  const after = readings.reduce(withTaskFile, view.workspace());
  const problems = [...readings.flatMap((reading) => reading.problems), ...checkWorkspace(after, buildTaskGraph(after.tasks))];
  // What was wrong before is looked for only where something is wrong now.
  if (!problems.some((found) => severityOf(found) === 'error')) return [];
  return causedBy(new Set(), problems, view.problems).own.filter((found) => severityOf(found) === 'error' && !isOldCircle(view, found));
}

/** One that lies elsewhere may be told by other words than before, and is none of this change's making. */
function isOldCircle(view: View, found: Problem): boolean {
  const waited = (id: string, dependency: string): boolean => view.task(id)?.dependencies.some((on) => on.id.toLowerCase() === dependency.toLowerCase()) ?? false;
  return found.code === 'dependency-cycle' && !isNewCircle(found.facts.hops, waited);
}
