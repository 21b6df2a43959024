/** Changes fields of a task in its file. */
import { editTask } from '../../core/documents/edit-task.ts';
import type { RecordFields } from '../../core/documents/edit-record.ts';
import { openedAgain } from '../../core/documents/opened-again.ts';
import { agentIdOf, rosterOf } from '../../core/documents/roster.ts';
import { assignedValue, parseAssignment } from '../../core/documents/task-assignment.ts';
import type { Assignment } from '../../core/documents/task-assignment.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { knownAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import { writeTasks } from './write-tasks.ts';

export interface TaskSetRequest {
  readonly id: string;
  /** `field=value`, or `field+=value` to add to a list. */
  readonly assignments: readonly string[];
  readonly as: string | null;
}

export interface TaskSetAnswer {
  readonly id: string;
  readonly file: string;
  readonly changed: readonly string[];
  /** null: all was so already. */
  readonly commit: CommitOutcome | null;
  /** It was done, and may be claimed again. */
  readonly reopened: boolean;
}

export async function taskSet(ports: Ports, request: TaskSetRequest): Promise<Result<TaskSetAnswer>> {
  const assignments: Assignment[] = [];
  for (const text of request.assignments) {
    const parsed = parseAssignment(text);
    if (!parsed.ok) return parsed;
    assignments.push(parsed.value);
  }
  const opened = await openAs(ports, request.as, knownAgent);
  if (!opened.ok) return opened;
  const { acting } = opened.value;
  const written = await writeTasks(ports, async (view, files) => {
    const task = findTask(view, request.id);
    if (!task.ok) return task;
    const { id, place: { file } } = task.value;
    const text = (await files.read(file)) ?? '';
    const roster = rosterOf(view.survey.agents);
    let fields: RecordFields = {};
    const edited = editTask({ file, text, folder: ports.location.folder }, id, (current) => {
      const typed = Object.fromEntries(assignments.map((each) => [each.field, each.field === 'agent' && each.value !== '' ? agentIdOf(roster, each.value) : assignedValue(each, current)]));
      fields = { ...typed, ...openedAgain(current, typed) };
      return fields;
    });
    if (!edited.ok) return edited;
    const isSame = edited.value === text;
    return done({ changes: isSame ? [] : [{ path: file, text: edited.value }], value: { id, file, changed: isSame ? [] : Object.keys(fields) } });
  });
  if (!written.ok) return written;
  const { id, file, changed } = written.value;
  const commit = changed.length === 0 ? null : await commitRecords(ports, opened.value.view.survey.config, [file], { subject: `${id}: set ${changed.join(', ')}`, task: id, agent: acting });
  const reopened = await reopen(shareClaims(ports, opened.value.view), id, assignments);
  return reopened.ok ? done({ id, file, changed, commit, reopened: reopened.value }) : reopened;
}

/** Whoever sets an open status wants the task worked on again, so a claim that says done must not stand against it. */
async function reopen({ claims }: Pick<Ports, 'claims'>, id: string, assignments: readonly Assignment[]): Promise<Result<boolean>> {
  if (!assignments.some(({ field, value }) => field === 'status' && ['todo', 'in_progress', 'review', ''].includes(value))) return done(false);
  const ref = await claims.read(id);
  return ref?.claim?.state === 'done' ? claims.swap(id, ref.oid, { ...ref.claim, state: 'released' }) : done(false);
}
