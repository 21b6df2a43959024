/** Hands a task over, finished or not: what git and the task tell is filled in, the rest is for whoever hands over to say. */
import { isoSeconds } from '../../core/dates.ts';
import { newHandoffFile } from '../../core/documents/handoff-name.ts';
import type { HandoffWords } from '../../core/documents/handoff-words.ts';
import type { NewHandoff } from '../../core/documents/print-handoff.ts';
import { isOpen } from '../../core/model.ts';
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { actingAgent } from '../acting-agent.ts';
import { blockersOn } from '../blockers/blockers-on.ts';
import { commitRecords } from '../commit-records.ts';
import { fillHandoff, wordedHandoff } from './fill-handoff.ts';
import type { HandoffFacts } from './fill-handoff.ts';
import { findTask } from '../find-task.ts';
import { handoffRuns, verificationOf } from './handoff-runs.ts';
import { handoffText } from './handoff-text.ts';
import { editedWords, saidWords } from './handoff-words.ts';
import type { WordsRequest } from './handoff-words.ts';
import { heldTask } from '../claims/held-task.ts';
import type { Held } from '../claims/held-task.ts';
import { keepClaim } from '../claims/keep-claim.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { VerifierRun } from '../tasks/run-verifiers.ts';
import { unsharedBranch } from '../claims/unshared-branch.ts';
import type { View } from '../view.ts';
import { writeNewRecord } from '../write-new-record.ts';

export interface HandoffNewRequest {
  /** null: the only one held in this worktree. */
  readonly task: string | null;
  /** Commit the work started from; null: found by the claim or the default branch. */
  readonly base: string | null;
  readonly words: WordsRequest;
  /** Run the task's verifiers, and write down what they answer. */
  readonly verify: boolean;
  readonly as: string | null;
}

export interface HandoffNewAnswer {
  readonly file: string;
  readonly handoff: NewHandoff;
  /** null: none were asked for. */
  readonly runs: readonly VerifierRun[] | null;
  readonly commit: CommitOutcome;
  /** Others see it once this branch is merged; null: it is on one that all share. */
  readonly unmerged: string | null;
  /** What is not committed, so that its receiver does not get it. */
  readonly uncommitted: readonly string[];
  /** Names that coord.yaml defines. */
  readonly verifiers: readonly string[];
  /** Whoever hands over still holds the task. */
  readonly held: boolean;
}

export async function handoffNew(ports: Ports, request: HandoffNewRequest): Promise<Result<HandoffNewAnswer>> {
  const opened = await openAs(ports, request.as, actingAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const held = await heldTask(ports, view, { id: request.task, as: request.as, verb: 'handoff new' });
  if (request.task === null && !held.ok) return held;
  const task = taskToHandOver(view, held.ok ? held.value.holding.id : (request.task ?? ''), request.verify);
  if (!task.ok) return task;
  const from = acting.agent;
  const said = await saidWords(ports, view, request.words, { from, task: task.value.id });
  if (!said.ok) return said;
  const facts = await factsOf(ports, view, { task: task.value, from, held: held.ok ? held.value : null, base: request.base });
  if (!facts.ok) return facts;
  const ran = request.verify ? await handoffRuns(ports, view, facts.value) : done(null);
  if (!ran.ok) return ran;
  const verification = ran.value?.map(verificationOf) ?? facts.value.verification;
  const filled = await fillHandoff(ports, view, { ...facts.value, verification });
  const written = await write(ports, view, request.words, filled, said.value);
  if (!written.ok) return written;
  const { handoff, file } = written.value;
  await keepClaim(ports, view, task.value.id, request.as);
  const subject = `${task.value.id}: handed over${handoff.to === null ? '' : ` to ${handoff.to}`}`;
  const commit = await commitRecords(ports, view.survey.config, [file], { subject, task: task.value.id, agent: from });
  const uncommitted = await ports.git.uncommitted(ports.location.folder);
  const unmerged = await unsharedBranch(ports, view.survey.config, handoff.branch);
  return done({ file, handoff, runs: ran.value, commit, unmerged, uncommitted, verifiers: Object.keys(view.survey.config.verifiers ?? {}), held: held.ok });
}

/** What is done was proven when it was: its verifiers run for work that goes on. */
function taskToHandOver(view: View, named: string, verify: boolean): Result<Task> {
  const task = findTask(view, named);
  if (!task.ok || !verify || isOpen(task.value)) return task;
  const { id, status, place } = task.value;
  return status === 'cancelled' ? refused('cancelled', { id }) : refused('already-done', { id, where: `see ${place.file}` });
}

async function write(ports: Ports, view: View, request: WordsRequest, filled: NewHandoff, said: HandoffWords): Promise<Result<{ readonly handoff: NewHandoff; readonly file: string }>> {
  const edited = await editedWords(ports, view, request, filled, said);
  if (!edited.ok) return edited;
  const handoff = await wordedHandoff(ports, filled, edited.value.words);
  if (!handoff.ok) return handoff;
  const text = handoffText(handoff.value);
  if (!text.ok) return text;
  const { from, task, timestamp } = handoff.value;
  const written = await writeNewRecord(ports, (mark) => newHandoffFile((timestamp ?? '').slice(0, 10), from ?? '', task ?? '', mark), text.value);
  if (!written.ok) return written;
  if (edited.value.kept !== null) await ports.drafts.drop(edited.value.kept);
  return done({ handoff: handoff.value, file: written.value });
}

interface HandedOver {
  readonly task: Task;
  readonly from: string;
  readonly held: Held | null;
  readonly base: string | null;
}

async function factsOf(ports: Ports, view: View, { task, from, held, base: given }: HandedOver): Promise<Result<HandoffFacts>> {
  const { commit: head, tree, branch } = await ports.git.head();
  if (head === null || tree === null) return refused('no-first-commit', { verb: 'handoff new' });
  const start = given ?? held?.claim.head ?? (await ports.git.defaultBranch(view.survey.config.main ?? null));
  const base = await ports.git.mergeBase(start, head);
  if (given !== null && base === null) return refused('bad-value', { option: '--base', value: given, expected: 'a commit that HEAD goes back to' });
  const work = { head, tree, branch };
  const common = { task, from, at: isoSeconds(ports.clock.now()), base: base === head ? null : base, work, claim: held?.claim ?? null };
  return done({ ...common, ...(isOpen(task) ? await openWork(ports, view, task, common) : finishedWork(view, task, work.tree)) });
}

type Report = Pick<HandoffFacts, 'completed' | 'ready' | 'blockers' | 'nextSteps' | 'verification'>;

/** Half-way: the commits say what was done, the task what is left. */
async function openWork({ git, location }: Ports, view: View, task: Task, { base, work }: Pick<HandoffFacts, 'base' | 'work'>): Promise<Report> {
  const completed = base === null ? [] : await git.subjects(base, work.head, location.folder);
  const blockers = blockersOn(view, task.id).map(({ severity, needed }) => `${severity}: ${needed}`);
  return { completed, ready: [], blockers, nextSteps: [...task.actions, ...task.acceptance], verification: [] };
}

/** Its proof is repeated only where it is of the very tree that is handed over. */
function finishedWork(view: View, task: Task, tree: string): Report {
  const waiting = view.dependents(task.id).flatMap((id) => view.task(id) ?? []).filter(isOpen);
  const labels = waiting.flatMap(({ dependencies }) => dependencies.filter(({ id }) => id.toLowerCase() === task.id.toLowerCase()).flatMap(({ label }) => label ?? []));
  const verification = task.proof?.tree === tree ? task.proof.verified.map((run) => ({ ...run, command: null })) : [];
  return { completed: [`${task.id}: ${task.title}`], ready: [...new Set(labels)], blockers: [], nextSteps: waiting.map(({ id, title }) => `${id}: ${title}`), verification };
}
