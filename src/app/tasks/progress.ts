/** Notes how far a held task is, in its file. */
import { isoSeconds } from '../../core/dates.ts';
import { editTask } from '../../core/documents/edit-task.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { heldTask } from '../claims/held-task.ts';
import { openToWrite } from '../open-to-write.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import { renewIfShort } from '../claims/renew.ts';
import { shareClaims } from '../claims/share-claims.ts';

export interface ProgressRequest {
  /** `60`, `60%` or `+10`. */
  readonly amount: string;
  readonly note: string | null;
  readonly id: string | null;
  readonly as: string | null;
}

export interface ProgressAnswer {
  readonly id: string;
  /** In percent. */
  readonly progress: number;
  readonly file: string;
  readonly commit: CommitOutcome;
}

export async function progress(given: Ports, request: ProgressRequest): Promise<Result<ProgressAnswer>> {
  const amount = amountOf(request.amount);
  if (amount === null) return refused('bad-value', { option: 'progress', value: request.amount, expected: 'a percentage from 0 to 100 such as 60, or a step such as +10' });
  const opened = await openToWrite(given);
  if (!opened.ok) return opened;
  const view = opened.value;
  const ports = shareClaims(given, view);
  const held = await heldTask(ports, view, { ...request, verb: 'progress' });
  if (!held.ok) return held;
  const kept = await renewIfShort(ports, held.value);
  if (!kept.ok) return kept;
  const { id, agent } = kept.value.holding;
  const task = findTask(view, id);
  if (!task.ok) return task;
  const file = task.value.place.file;
  const written = await ports.writer.write(async (files) => {
    const text = (await files.read(file)) ?? '';
    let reached = 0;
    const edited = editTask({ file, text, folder: ports.location.folder }, id, (current) => {
      reached = Math.min(100, amount.isMore ? (current.progress ?? 0) + amount.percent : amount.percent);
      const notes = request.note === null ? {} : { notes: withNote(current.notes, isoSeconds(ports.clock.now()), request.note) };
      return { progress: reached, ...notes };
    });
    return edited.ok ? done({ changes: [{ path: file, text: edited.value }], value: reached }) : edited;
  });
  if (!written.ok) return written;
  const subject = `${id}: ${written.value} % done`;
  const commit = await commitRecords(ports, view.survey.config, [file], { subject, ...(request.note === null ? {} : { body: request.note }), task: id, agent });
  return done({ id, progress: written.value, file, commit });
}

function amountOf(text: string): { readonly percent: number; readonly isMore: boolean } | null {
  const found = /^(\+?)(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text.trim());
  const percent = Number(found?.[2] ?? NaN);
  return found === null || percent > 100 ? null : { percent, isMore: found[1] === '+' };
}

function withNote(notes: string | null, time: string, note: string): string {
  return [...(notes === null ? [] : [notes.trimEnd()]), `${time.slice(0, 10)}: ${note}`].join('\n');
}
