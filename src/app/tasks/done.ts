/** Calls a held task done: checks, proves, records, hands over, and lets go of the claim (docs/protocol.md, "Done"). */
import { isoSeconds } from '../../core/dates.ts';
import { editTask } from '../../core/documents/edit-task.ts';
import type { TaskFields } from '../../core/documents/edit-task.ts';
import type { Handoff } from '../../core/model.ts';
import { done as ok } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { renewed } from '../../core/schedule/claim-state.ts';
import { unblockedBy } from '../../core/schedule/unblocked-by.ts';
import { checkDone } from './check-done.ts';
import type { Ground } from './check-done.ts';
import { commitRecords } from '../commit-records.ts';
import { findTask } from '../find-task.ts';
import { editedWords, saidWords } from '../handoffs/handoff-words.ts';
import type { WordsRequest } from '../handoffs/handoff-words.ts';
import { heldByJob } from '../claims/held-by-job.ts';
import { heldTask } from '../claims/held-task.ts';
import { openToWrite } from '../open-to-write.ts';
import { notAhead } from '../not-ahead.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';
import { changeClaim } from '../claims/renew.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { NotShared, SharedPorts } from '../claims/shared-claims.ts';
import { runVerifiers } from './run-verifiers.ts';
import type { VerifierRun } from './run-verifiers.ts';
import { takeOver, toTakeOver } from '../handoffs/take-over.ts';
import type { View } from '../view.ts';
import { whatIsLeft } from './what-is-left.ts';
import { finishedHandoff, writeHandoffs } from '../handoffs/write-handoffs.ts';
import type { Finished } from '../handoffs/write-handoffs.ts';

export interface DoneRequest {
  readonly id: string | null;
  readonly as: string | null;
  /** What is said of the handoff; `to`: who is to go on, where it is not who waits for it. */
  readonly handoff: WordsRequest;
  /** Not there: the settings at hand. */
  readonly ground?: Ground;
}

export interface DoneAnswer {
  readonly id: string;
  /** In order; none: the task has no verifier, so nothing was proven. */
  readonly verified: readonly VerifierRun[];
  /** Names that coord.yaml defines. */
  readonly verifiers: readonly string[];
  /** A task for which nothing but records was committed since it was claimed. */
  readonly isUntouched: boolean;
  readonly handoffs: readonly string[];
  readonly commit: CommitOutcome;
  /** Tasks that can be started now because of it. */
  readonly unblocks: readonly string[];
  /** Why only this machine knows of it; null: all who should know of it do. */
  readonly notShared: NotShared | null;
}

export async function done(given: Ports, request: DoneRequest): Promise<Result<DoneAnswer>> {
  const opened = await openToWrite(given);
  if (!opened.ok) return opened;
  const view = opened.value;
  const ports = shareClaims(given, view);
  const finished = await finish(ports, view, request);
  return finished.ok ? record(ports, view, finished.value, request.ground !== undefined) : finished;
}

interface HandedOver extends Finished {
  readonly handoffs: readonly FileChange[];
  /** Of a job: those left to its agent that its prompt told of. */
  readonly takenOver: readonly Handoff[];
  /** Where the editor's text is kept. */
  readonly kept: string | null;
}

/** Everything that can say no, before anything is written. */
async function finish(ports: SharedPorts, view: View, { id, as, handoff, ground }: DoneRequest): Promise<Result<HandedOver>> {
  const held = await heldTask(ports, view, { id, as, verb: 'done' });
  if (!held.ok) return held;
  const byJob = await heldByJob(ports, held.value);
  if (byJob !== null) return byJob;
  const asked = await ports.claims.refresh(held.value.holding.id);
  if (!asked.ok) return asked;
  const task = findTask(view, held.value.holding.id);
  if (!task.ok) return task;
  const said = await saidWords(ports, view, handoff, { from: held.value.claim.agent, task: task.value.id });
  if (!said.ok) return said;
  const work = await checkDone(ports, view, held.value, task.value, ground ?? null);
  if (!work.ok) return work;
  const verified = await runVerifiers(ports, work.value);
  if (!verified.ok) return verified;
  const unblocked = unblockedBy(view.workspace(), task.value.id);
  const finished = { task: task.value, held: held.value, work: work.value, verified: verified.value, unblocked, at: isoSeconds(ports.clock.now()) };
  const filled = await finishedHandoff(ports, view, finished);
  const edited = await editedWords(ports, view, handoff, filled, said.value);
  if (!edited.ok) return edited;
  const handoffs = await writeHandoffs(ports, finished, filled, edited.value.words);
  if (!handoffs.ok) return handoffs;
  const takenOver = ground === undefined ? [] : await toTakeOver(ports, view, task.value, held.value.claim.agent);
  // Renewed by compare-and-swap: proves that it is still ours, and that nobody may take it while the rest is written.
  const kept = await changeClaim(ports, held.value, renewed(held.value.claim, notAhead(ports.clock).now()));
  if (!kept.ok) return kept;
  return ok({ ...finished, held: kept.value, handoffs: handoffs.value, takenOver, kept: edited.value.kept });
}

async function record(ports: SharedPorts, view: View, finished: HandedOver, isOfJob: boolean): Promise<Result<DoneAnswer>> {
  const { task, held, work, verified, unblocked, handoffs, takenOver, kept } = finished;
  const { file } = task.place;
  const written = await ports.writer.write(async (files) => {
    // Verifiers take their time: a blocker may have been raised meanwhile.
    const now = await openToWrite(ports);
    const left = now.ok ? whatIsLeft(now.value, task.id) : now;
    if (left !== null) return left;
    const text = (await files.read(file)) ?? '';
    const edited = editTask({ file, text, folder: ports.location.folder }, task.id, () => fieldsOf(finished));
    // The task's file comes last: nothing that is called done is ever without its handoff.
    const taken = await takeOver(files, takenOver, { by: held.claim.agent, at: finished.at }, ports.location.folder);
    return edited.ok ? ok({ changes: [...handoffs, ...taken, { path: file, text: edited.value }], value: taken.map(({ path }) => path) }) : edited;
  });
  if (!written.ok) return written;
  if (kept !== null) await ports.drafts.drop(kept);
  const paths = [file, ...handoffs.map(({ path }) => path), ...written.value];
  const git = isOfJob ? { commit: ports.git.commitHere } : ports.git;
  const commit = await commitRecords({ git }, view.survey.config, paths, { subject: `${task.id}: ${task.title}`, task: task.id, agent: held.claim.agent });
  const settled = await changeClaim(ports, held, { ...held.claim, state: 'done', head: work.head, branch: work.branch });
  if (!settled.ok) return settled;
  await ports.claims.drop(task.id);
  return ok({
    id: task.id,
    verified,
    verifiers: Object.keys(view.survey.config.verifiers ?? {}),
    isUntouched: task.kind === 'task' && (await isUntouched(ports, held.claim.head, work.head)),
    handoffs: handoffs.map(({ path }) => path),
    commit,
    unblocks: unblocked.map(({ id }) => id),
    notShared: ports.claims.notShared(),
  });
}

async function isUntouched({ git, location }: Ports, from: string | null, head: string): Promise<boolean> {
  const base = from === null ? null : await git.mergeBase(from, head);
  return base !== null && (await git.subjects(base, head, location.folder)).length === 0;
}

function fieldsOf({ task, held, work, verified, at }: Finished): TaskFields {
  const proof = { head: work.head, tree: work.tree, verified: verified.map(({ name, at: ended }) => ({ name, exit_code: 0, at: ended })) };
  return { status: 'done', progress: 100, started: task.started ?? held.claim.since, completed: at, proof };
}
