/** What the task's verifiers say of the commit that is handed over, for a record: unfinished work may fail them. */
import type { Verification } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { HandoffFacts } from './fill-handoff.ts';
import type { Ports } from '../ports.ts';
import { collectRuns } from '../tasks/run-verifiers.ts';
import type { VerifierRun } from '../tasks/run-verifiers.ts';
import { taskVerifiers } from '../tasks/task-verifiers.ts';
import type { View } from '../view.ts';

/** Refused is only what would make the record untrue. */
export async function handoffRuns(ports: Ports, view: View, { task, work, base }: Pick<HandoffFacts, 'task' | 'work' | 'base'>): Promise<Result<readonly VerifierRun[]>> {
  const verifiers = taskVerifiers(view, ports.location.folder, task, { config: view.survey.config, agent: null });
  if (!verifiers.ok || verifiers.value.length === 0) return verifiers.ok ? done([]) : verifiers;
  const paths = await ports.git.uncommitted(ports.location.folder);
  if (paths.length > 0) return refused('uncommitted-work', { paths });
  return collectRuns(ports, { ...work, since: base, verifiers: verifiers.value }, `handoff new ${task.id} --verify`);
}

/** As a shell says it where a program gives no exit code of its own. */
const TOO_LATE = 124;
const NOT_RUN = 127;

export function verificationOf({ name, command, exitCode, timedOut, at, ranChanged }: VerifierRun): Verification {
  return { name, command: command.join(' '), exitCode: exitCode ?? (timedOut ? TOO_LATE : NOT_RUN), at, ...(ranChanged.length === 0 ? {} : { ranChanged }) };
}
