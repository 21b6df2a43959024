/** Answers a request for approval: of a task or gate that may not be done before, or of a blocker that waits for somebody. */
import { recordName } from '../../core/documents/record-name.ts';
import type { Approval, Blocker, Task } from '../../core/model.ts';
import { approversOf } from '../../core/policy/approval.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { isoSeconds } from '../../core/dates.ts';
import { approveBlocker } from './approve-blocker.ts';
import { approveTask } from './approve-task.ts';
import type { Approved } from './approve-task.ts';
import { blockersOn } from '../blockers/blockers-on.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { View } from '../view.ts';

export interface ApproveRequest {
  /** A task, or the name of a blocker's file. */
  readonly name: string;
  readonly approved: boolean;
  /** Under which conditions, or why not. */
  readonly note: string | null;
  readonly as: string | null;
}

export interface ApproveAnswer extends Approved {
  readonly approval: Approval;
  readonly commit: CommitOutcome;
}

export async function approve(ports: Ports, request: ApproveRequest): Promise<Result<ApproveAnswer>> {
  const opened = await openAs(ports, request.as, namedAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const asked = whatIsAsked(view, request.name, acting);
  if (!asked.ok) return asked;
  const approval: Approval = { approved: request.approved, by: acting, at: isoSeconds(ports.clock.now()), note: request.note };
  const { task, blocker } = asked.value;
  const written = blocker === null ? await approveTask(shareClaims(ports, view), task, approval) : await approveBlocker(ports, blocker, approval);
  if (!written.ok) return written;
  const subject = `${written.value.task}: ${approval.approved ? 'approved' : 'not approved'} by ${acting}`;
  const commit = await commitRecords(ports, view.survey.config, [written.value.file], { subject, ...(request.note === null ? {} : { body: request.note }), task: written.value.task, agent: acting });
  return done({ ...written.value, approval, commit });
}

type Asked = { readonly task: Task; readonly blocker: null } | { readonly task: null; readonly blocker: Blocker };

/** A task that needs it itself goes before blockers on it. */
function whatIsAsked(view: View, name: string, who: string): Result<Asked> {
  const { blockers, config, agents } = view.survey;
  const named = blockers.find(({ place }) => recordName(place.file) === recordName(name));
  if (named !== undefined) return done({ task: null, blocker: named });
  const task = findTask(view, name);
  if (!task.ok) return task;
  const { id, kind } = task.value;
  if (kind === 'gate' || approversOf(task.value, config, agents).length > 0) return done({ task: task.value, blocker: null });
  const waiting = blockersOn(view, id).filter(({ waitsOn }) => waitsOn !== null);
  const mine = waiting.filter(({ waitsOn }) => waitsOn?.toLowerCase() === who.toLowerCase());
  const [first, ...others] = mine.length > 0 ? mine : waiting;
  if (first === undefined) return refused('nothing-to-approve', { id });
  return others.length === 0 ? done({ task: null, blocker: first }) : refused('which-blocker', { task: id, names: [first, ...others].map(({ place }) => recordName(place.file)), verb: 'approve' });
}
