/** Raises a blocker on a task, in a file of its own. */
import { isoSeconds } from '../../core/dates.ts';
import { outsiderOf } from '../../core/documents/outsider.ts';
import { blockerName, printBlocker } from '../../core/documents/print-blocker.ts';
import { readFile } from '../../core/documents/read-file.ts';
import { resolveAgent, rosterOf } from '../../core/documents/roster.ts';
import type { Severity, Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { resolveName } from '../acting-agent.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { keepClaim } from '../claims/keep-claim.ts';
import { namedAgent } from '../known-agent.ts';
import { openToWrite } from '../open-to-write.ts';
import { openBlocker } from './open-blocker.ts';
import type { OpenBlocker } from './open-blocker.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import { unsharedBranch } from '../claims/unshared-branch.ts';
import type { View } from '../view.ts';
import { writeNewRecord } from '../write-new-record.ts';

export interface BlockRequest {
  readonly task: string;
  /** What is needed to go on. */
  readonly needed: string;
  /** An agent by any name, `human:<name>` or `external:<what>`. */
  readonly on: string;
  readonly severity: Severity;
  readonly as: string | null;
}

export interface BlockAnswer {
  readonly open: OpenBlocker;
  readonly commit: CommitOutcome;
  /** Others see it once this branch is merged; null: it is on one that all share. */
  readonly unmerged: string | null;
  /** It is claimed here, and its lease runs on. */
  readonly isHeldHere: boolean;
}

export async function block(ports: Ports, request: BlockRequest): Promise<Result<BlockAnswer>> {
  const opened = await openAs(ports, request.as, namedAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const task = openTask(view, request.task);
  if (!task.ok) return task;
  const waitsOn = whom(view, request.on);
  if (!waitsOn.ok) return waitsOn;
  const { id } = task.value;
  const raised = isoSeconds(ports.clock.now());
  const text = printBlocker({ task: id, by: acting, severity: request.severity, waitsOn: waitsOn.value, needed: request.needed.trim(), raised });
  const written = await writeNewRecord(ports, (mark) => blockerName(raised.slice(0, 10), id, mark), text, () => isStillOpen(ports, id));
  if (!written.ok) return written;
  const file = written.value;
  const { blocker } = readFile(file, text, ports.location.folder);
  if (!blocker) return refused('unreadable-record', { id: null, file });
  const isHeldHere = await keepClaim(ports, view, id, request.as);
  const commit = await commitRecords(ports, view.survey.config, [file], { subject: `${id}: blocked, ${request.needed}`, task: id, agent: acting });
  const unmerged = await unsharedBranch(ports, view.survey.config, (await ports.git.head()).branch);
  return done({ open: openBlocker(view, blocker), commit, unmerged, isHeldHere });
}

/** As the files are now: it may have been finished since. */
async function isStillOpen(ports: Ports, id: string): Promise<Result<Task>> {
  const opened = await openToWrite(ports);
  return opened.ok ? openTask(opened.value, id) : opened;
}

function openTask(view: View, id: string): Result<Task> {
  const task = findTask(view, id);
  if (!task.ok) return task;
  const { status, place } = task.value;
  if (status === 'cancelled') return refused('cancelled', { id: task.value.id });
  return status === 'done' ? refused('already-done', { id: task.value.id, where: `see ${place.file}` }) : task;
}

function whom(view: View, name: string): Result<string> {
  const outsider = outsiderOf(name);
  if (outsider !== null) return done(outsider);
  const agent = resolveName(view, name);
  if (agent.ok) return agent;
  const { agents } = view.survey;
  const resolved = resolveAgent(rosterOf(agents), name);
  return refused('waits-on-whom', { name, task: view.task(name)?.id ?? null, nearest: resolved.kind === 'unknown' ? resolved.nearest : null, agents: agents.map(({ id }) => id) });
}
