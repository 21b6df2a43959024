/** What the agent left is looked at, committed, and proven as `coord done` proves it. */
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import { changesAnything, NO_CHANGE, provesItself } from '../../core/dispatch/no-change.ts';
import { isOk } from '../../core/dispatch/outcome.ts';
import { linksWords, outsideScope, outsideWords } from '../../core/dispatch/scope.ts';
import { stepsOf } from '../../core/dispatch/steps.ts';
import { NOTHING_SAID } from '../../core/documents/handoff-words.ts';
import type { Task } from '../../core/model.ts';
import { territoryOf } from '../../core/policy/scope.ts';
import { done } from '../done.ts';
import { integrationTip } from '../integration.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { endCancelled, failJob, giveUp, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { inWorktree } from './in-worktree.ts';
import { proofThere } from './proof-there.ts';

export async function proveJob(carrying: Carrying, job: Job): Promise<Job> {
  const { outcome, cancelAskedBy, place, task: id } = job;
  if (cancelAskedBy !== null) return endCancelled(carrying, job, cancelAskedBy, `cancelled by ${cancelAskedBy}`);
  if (outcome === null || place === null || id === null) return failJob(carrying, job, 'no-output', 'its agent left no answer');
  if (outcome.reason === 'cancelled') return endCancelled(carrying, job, 'coord dispatch', outcome.message ?? 'it was stopped');
  if (!isOk(outcome)) return failJob(carrying, job, outcome.reason, outcome.message ?? outcome.reason);
  const opened = await carrying.ports.store.open();
  const there = opened.ok ? await inWorktree(carrying.ports, job, place.worktree) : opened;
  if (!opened.ok || !there.ok) return failJob(carrying, job, 'no-worktree', `${place.worktree} cannot be worked in any more`);
  const task = opened.value.task(id);
  if (task === null) return failJob(carrying, job, 'no-such-task', `there is no task ${id} any more`);
  const uncommitted = await there.value.git.uncommitted(null);
  const wrong = await whatIsWrong(carrying, opened.value, { job, task, place, there: there.value, uncommitted });
  if (wrong !== null) return failJob(carrying, job, wrong.reason, wrong.message);
  const { config, agents } = opened.value.survey;
  const steps = agents.flatMap((agent) => (agent.id === job.agent ? stepsOf(agent, config) : []));
  const unsaved = await commitLeft(there.value, job, task, uncommitted);
  if (steps.length === 0) return unsaved === null ? proveCommitted(carrying, job, task, there.value) : giveUp(carrying, job, 'commit-failed', unsaved);
  return unsaved === null ? noteAndTell(carrying, job, { event: 'steps', steps: [...steps] }) : failJob(carrying, job, 'commit-failed', unsaved);
}

/** All steps ran: what is left is the proof. */
export async function provenAfterSteps(carrying: Carrying, job: Job): Promise<Job> {
  const opened = await carrying.ports.store.open();
  const task = opened.ok ? opened.value.task(job.task ?? '') : null;
  const there = await inWorktree(carrying.ports, job, job.place?.worktree ?? '');
  if (task === null || !there.ok) return giveUp(carrying, job, 'no-worktree', `${job.place?.worktree ?? ''} cannot be worked in any more`);
  return prove(carrying, job, task, there.value);
}

interface Work {
  readonly job: Job;
  readonly task: Task;
  readonly place: JobPlace;
  /** In the job's worktree. */
  readonly there: Ports;
  readonly uncommitted: readonly string[];
}

async function whatIsWrong({ ports, describe }: Carrying, view: View, { job, task, place, there, uncommitted }: Work): Promise<{ readonly reason: string; readonly message: string } | null> {
  const head = await there.git.head();
  if (head.branch !== place.branch || head.commit === null) return { reason: 'left-branch', message: `its agent left the branch ${place.branch ?? ''}${head.branch === null ? '' : ` for ${head.branch}`}` };
  const agent = view.survey.agents.find((one) => one.id === job.agent);
  if (agent === undefined) return { reason: 'no-such-agent', message: `the team has no agent ${job.agent} any more` };
  const target = await integrationTip(ports, view.survey.config);
  if (!target.ok) return { reason: target.refusal.code, message: describe(target.refusal) };
  const base = (await there.git.mergeBase(target.value ?? (await ports.git.head()).commit ?? place.base, head.commit)) ?? place.base;
  const committed = await there.git.changedPaths(base, head.commit);
  const paths = [...new Set([...committed.map(({ path }) => path), ...uncommitted])];
  const before = await there.git.blobs(base, paths);
  const territory = territoryOf(view.survey, ports.location.folder);
  const outside = outsideScope(paths.map((path) => ({ path, isNew: !before.has(path) })), agent, task, territory);
  if (outside.length > 0) return { reason: 'outside-scope', message: outsideWords(outside) };
  const links = await there.files.linksOut(paths);
  if (links.length > 0) return { reason: 'outside-scope', message: linksWords(links) };
  const isNothing = !provesItself(task, agent) && !changesAnything(paths, task, ports.location.folder);
  return isNothing && !(await isDoneBy(there, job, task)) ? NO_CHANGE : null;
}

async function prove(carrying: Carrying, job: Job, task: Task, there: Ports): Promise<Job> {
  const unsaved = await commitWhatIsLeft(there, job, task);
  return unsaved === null ? proveCommitted(carrying, job, task, there) : giveUp(carrying, job, 'commit-failed', unsaved);
}

async function proveCommitted(carrying: Carrying, job: Job, task: Task, there: Ports): Promise<Job> {
  const fail = (reason: string, message: string): Promise<Job> => giveUp(carrying, job, reason, message);
  const { commit: head } = await there.git.head();
  // Agents are told not to, and some do it all the same: what was asked of `done` then holds already.
  if (await isDoneBy(there, job, task)) return noteAndTell(carrying, job, { event: 'proven', commit: head ?? '', ...(await proofThere(carrying.ports, job)) });
  const answer = await done(there, { id: task.id, as: job.agent, handoff: { said: NOTHING_SAID, fromFile: null, edit: false } });
  if (!answer.ok) return fail(answer.refusal.code, carrying.describe(answer.refusal));
  const { verified, handoffs, commit: records } = answer.value;
  // Only a verifier can have left anything since all was committed.
  const isAll = records.committed && records.indexBehind !== true && verified.length === 0;
  const unkept = isAll ? null : await commitWhatIsLeft(there, job, task);
  if (unkept !== null) return fail('commit-failed', unkept);
  const { commit } = await there.git.head();
  return noteAndTell(carrying, job, { event: 'proven', commit: commit ?? '', verified: verified.map(({ name }) => name), handoffs: [...handoffs] });
}

async function isDoneBy({ claims }: Ports, job: Job, { id }: Task): Promise<boolean> {
  const claim = (await claims.read(id))?.claim;
  return claim?.state === 'done' && claim.session === job.id;
}

/** What the agent did not commit itself, and records where coord.yaml says that verbs commit nothing. null: all is committed. */
async function commitWhatIsLeft(there: Ports, job: Job, task: Task): Promise<string | null> {
  return commitLeft(there, job, task, await there.git.uncommitted(null));
}

async function commitLeft({ git }: Ports, { agent }: Job, { id, title }: Task, left: readonly string[]): Promise<string | null> {
  if (left.length === 0) return null;
  const committed = await git.commitAll(`${id}: ${title.replace(/\s+/g, ' ')}`, { 'Coord-Task': id, 'Coord-Agent': agent });
  return committed.committed ? null : `what it left cannot be committed: ${committed.detail}`;
}
