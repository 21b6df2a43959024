/** Splits a task into parts. It becomes a milestone that waits for them, so what waits for it need not change. */
import { editTask } from '../../core/documents/edit-task.ts';
import { printTask } from '../../core/documents/print-task.ts';
import type { Writable } from '../../core/documents/print-scalar.ts';
import { faultOfId } from '../../core/documents/task-id.ts';
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { knownAgent } from '../known-agent.ts';
import { isTaken, liveClaimOf } from '../claims/live-claims.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';
import { shareClaims } from '../claims/share-claims.ts';
import { takenAlready, taskFile } from './task-file.ts';
import type { View } from '../view.ts';
import { writeTasks } from './write-tasks.ts';

export interface TaskSplitRequest {
  readonly id: string;
  readonly titles: readonly string[];
  readonly as: string | null;
}

export interface TaskSplitAnswer {
  readonly id: string;
  readonly parts: readonly { readonly id: string; readonly file: string }[];
  readonly commit: CommitOutcome;
}

export async function taskSplit(ports: Ports, request: TaskSplitRequest): Promise<Result<TaskSplitAnswer>> {
  if (request.titles.length < 2) return refused('usage', { message: 'A task is split into two parts or more: give a title for each', verb: 'task split' });
  const opened = await openAs(ports, request.as, knownAgent);
  if (!opened.ok) return opened;
  const { acting } = opened.value;
  const written = await writeTasks(ports, (view, files) => planSplit(ports, view, files, request));
  if (!written.ok) return written;
  const { id, file, parts } = written.value;
  const subject = `Split ${id} into ${parts.map((part) => part.id).join(', ')}`;
  const commit = await commitRecords(ports, opened.value.view.survey.config, [file, ...parts.map((part) => part.file)], { subject, task: id, agent: acting });
  return done({ id, parts, commit });
}

interface Split {
  readonly id: string;
  readonly file: string;
  readonly parts: readonly { readonly id: string; readonly file: string }[];
}

async function planSplit(ports: Ports, view: View, files: TextFiles, { id: named, titles }: TaskSplitRequest): Promise<Result<{ changes: readonly FileChange[]; value: Split }>> {
  const found = findTask(view, named);
  if (!found.ok) return found;
  const task = found.value;
  const unfit = await whyNot(shareClaims(ports, view), task);
  if (unfit !== null) return unfit;
  const ids = await partIds(ports, view, files, task.id, titles.length);
  if (!ids.ok) return ids;
  const parts = ids.value.map((id) => ({ id, file: taskFile(ports.location.folder, id) }));
  const { file } = task.place;
  const text = (await files.read(file)) ?? '';
  const edited = editTask({ file, text, folder: ports.location.folder }, task.id, (current) => ({ kind: 'milestone', dependencies: [...dependenciesOf(current), ...ids.value] }));
  if (!edited.ok) return edited;
  const made = parts.map((part, at) => ({ path: part.file, text: printPart(task, part.id, titles[at] ?? '') }));
  // The parts come first: were it stopped in between, nothing would wait for a task that is not there.
  return done({ changes: [...made, { path: file, text: edited.value }], value: { id: task.id, file, parts } });
}

/** Work that is finished, or that somebody is at, cannot be cut up under their hands. */
async function whyNot(ports: Ports, task: Task): Promise<Result<never> | null> {
  if (task.status === 'done') return refused('already-done', { id: task.id, where: `see ${task.place.file}` });
  if (task.status === 'cancelled') return refused('cancelled', { id: task.id });
  const live = await liveClaimOf(ports, task.id);
  return live !== null && isTaken(live) ? refused('split-held', { id: task.id, agent: live.claim?.agent ?? null }) : null;
}

/** `FIX-001-1`, `FIX-001-2`, passing over those that are taken. */
async function partIds(ports: Ports, view: View, files: TextFiles, id: string, count: number): Promise<Result<readonly string[]>> {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const part = `${id}-${number}`;
    if (faultOfId(part) !== null) return refused('usage', { message: `${id} is too long to number parts of it: add them with coord task add`, verb: 'task add' });
    if ((await takenAlready(shareClaims(ports, view), view, files, part)) === null) ids.push(part);
  }
  return done(ids);
}

function dependenciesOf(task: Task): readonly Writable[] {
  return task.dependencies.map(({ id, label }) => (label === null ? id : { id, label }));
}

function printPart(task: Task, id: string, title: string): string {
  const { agent, priority, phase, group, deadline, files, verify } = task;
  return printTask({ id, task: title, agent, priority, phase, group, deadline, files, verify, dependencies: dependenciesOf(task) });
}
