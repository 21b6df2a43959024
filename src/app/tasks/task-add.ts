/** Adds a task, in a file of its own. */
import { newTaskId } from '../../core/documents/new-task-id.ts';
import { printTask } from '../../core/documents/print-task.ts';
import type { TaskFields } from '../../core/documents/edit-task.ts';
import { agentIdOf, rosterOf } from '../../core/documents/roster.ts';
import { faultOfId } from '../../core/documents/task-id.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { knownAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { TextFiles } from '../ports/writer-port.ts';
import { shareClaims } from '../claims/share-claims.ts';
import { takenAlready, taskFile } from './task-file.ts';
import type { View } from '../view.ts';
import { writeTasks } from './write-tasks.ts';

export interface TaskAddRequest {
  /** null: one is made. */
  readonly id: string | null;
  readonly title: string;
  readonly agent: string | null;
  /** The others, by their names in files. */
  readonly fields: TaskFields;
  readonly as: string | null;
}

export interface TaskAddAnswer {
  readonly id: string;
  readonly file: string;
  readonly commit: CommitOutcome;
}

export async function taskAdd(ports: Ports, request: TaskAddRequest): Promise<Result<TaskAddAnswer>> {
  const opened = await openAs(ports, request.as, knownAgent);
  if (!opened.ok) return opened;
  const { acting } = opened.value;
  const written = await writeTasks(ports, async (view, files) => {
    const agent = request.agent === null ? null : agentIdOf(rosterOf(view.survey.agents), request.agent);
    const id = await freeId(shareClaims(ports, view), view, files, request.id ?? (() => newTaskId(agent, ports.random.hex(6))));
    if (!id.ok) return id;
    const file = taskFile(ports.location.folder, id.value);
    const text = printTask({ ...request.fields, id: id.value, task: request.title, agent });
    return done({ changes: [{ path: file, text }], value: { id: id.value, file } });
  });
  if (!written.ok) return written;
  const { id, file } = written.value;
  const commit = await commitRecords(ports, opened.value.view.survey.config, [file], { subject: `Add ${id}: ${request.title}`, task: id, agent: acting });
  return done({ id, file, commit });
}

/** The id wanted, or the first of those made that is free. */
async function freeId(ports: Pick<Ports, 'claims' | 'location'>, view: View, files: TextFiles, wanted: string | (() => string)): Promise<Result<string>> {
  for (;;) {
    const id = typeof wanted === 'string' ? wanted : wanted();
    const fault = faultOfId(id);
    if (fault !== null) return refused('bad-value', { option: '--id', value: id, expected: 'an id such as FIX-001 (letters, digits, _, - and inner dots)' });
    const taken = await takenAlready(ports, view, files, id);
    if (taken === null) return done(id);
    if (typeof wanted === 'string') return refused('id-taken', { id, file: taken });
  }
}
