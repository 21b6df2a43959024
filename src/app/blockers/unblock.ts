/** Resolves a blocker, or only says who is on it. */
import { isoSeconds } from '../../core/dates.ts';
import { editRecord } from '../../core/documents/edit-record.ts';
import type { RecordFields } from '../../core/documents/edit-record.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { Blocker } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { blockerToChange } from './blocker-to-change.ts';
import { blockersOn } from './blockers-on.ts';
import { commitRecords } from '../commit-records.ts';
import { findBlocker } from './find-blocker.ts';
import { keepClaim } from '../claims/keep-claim.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';

export interface UnblockRequest {
  /** A task with one open blocker, or the name of a blocker's file. */
  readonly name: string;
  /** Only say that somebody is on it. */
  readonly ack: boolean;
  /** How it was resolved. */
  readonly note: string | null;
  readonly as: string | null;
}

export interface UnblockAnswer {
  readonly blocker: Blocker;
  /** Other blockers that are still open on the task. */
  readonly left: number;
  /** null: all was so already. */
  readonly commit: CommitOutcome | null;
}

export async function unblock(ports: Ports, request: UnblockRequest): Promise<Result<UnblockAnswer>> {
  const opened = await openAs(ports, request.as, namedAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const found = findBlocker(view, request.name, request.ack ? 'unblock --ack' : 'unblock');
  if (!found.ok) return found;
  const { task, place: { file } } = found.value;
  const { folder } = ports.location;
  const written = await ports.writer.write(async (files) => {
    const current = await blockerToChange(files, file, folder);
    if (!current.ok) return current;
    const { text, blocker } = current.value;
    const edited = editRecord({ file, text, folder }, changeOf(blocker, request, acting, isoSeconds(ports.clock.now())));
    return edited.ok ? done({ changes: edited.value === text ? [] : [{ path: file, text: edited.value }], value: { isSame: edited.value === text, text: edited.value } }) : edited;
  });
  if (!written.ok) return written;
  await keepClaim(ports, view, task, request.as);
  const subject = request.ack ? `${task}: ${acting} is on the blocker` : `${task}: unblocked${request.note === null ? '' : `, ${request.note}`}`;
  const commit = written.value.isSame ? null : await commitRecords(ports, view.survey.config, [file], { subject, task, agent: acting });
  const left = blockersOn(view, task).filter(({ place }) => place.file !== file).length;
  return done({ blocker: readFile(file, written.value.text, folder).blocker ?? found.value, left, commit });
}

/** The first to be on it stays so. Each of the two changes lines of its own, so that they merge. */
function changeOf({ acknowledged }: Blocker, { ack, note }: UnblockRequest, by: string, at: string): RecordFields {
  if (!ack) return { resolved: at, resolved_by: by, resolution: note };
  return acknowledged === null ? { acknowledged: { by, at } } : {};
}
