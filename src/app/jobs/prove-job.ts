/** What the agent left is looked at, committed, and proven as `coord done` proves it. */
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import { hiddenWords } from '../../core/dispatch/scope.ts';
import { isOk } from '../../core/dispatch/outcome.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { stepsOf } from '../../core/dispatch/steps.ts';
import { NOTHING_SAID } from '../../core/documents/handoff-words.ts';
import type { Task } from '../../core/model.ts';
import { done } from '../tasks/done.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { endCancelled, failJob, giveUp, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { groundOf } from './ground-of.ts';
import { inWorktree } from './in-worktree.ts';
import { lookOver } from './look-over.ts';
import type { Left } from './look-over.ts';
import { notCommitted } from './not-committed.ts';
import { whyGitUnsafe, whySettingsBroken } from './unsafe-ground.ts';

export async function proveJob(carrying: Carrying, job: Job): Promise<Job> {
  const { outcome, cancelAskedBy, place, task: id } = job;
  if (cancelAskedBy !== null) return endCancelled(carrying, job, cancelAskedBy, `cancelled by ${cancelAskedBy}`);
  if (outcome === null || place === null || id === null) return failJob(carrying, job, 'no-output', 'its agent left no answer');
  if (outcome.reason === 'cancelled') return endCancelled(carrying, job, 'coord dispatch', outcome.message ?? 'it was stopped');
  if (!isOk(outcome)) return failRun(carrying, job, outcome, place);
  const unsafe = await whyGitUnsafe(carrying.ports);
  if (unsafe !== null) return failJob(carrying, job, unsafe.reason, unsafe.message);
  const opened = await carrying.ports.store.open();
  const there = opened.ok ? await inWorktree(carrying.ports, job, place.worktree) : opened;
  if (!opened.ok || !there.ok) return failJob(carrying, job, 'no-worktree', `${place.worktree} cannot be worked in any more`);
  const broken = whySettingsBroken(carrying.ports, opened.value);
  if (broken !== null) return failJob(carrying, job, broken.code, carrying.describe(broken));
  const task = opened.value.task(id);
  if (task === null) return failJob(carrying, job, 'no-such-task', `there is no task ${id} any more`);
  const uncommitted = await there.value.git.uncommitted(null);
  const looked = await lookOver(carrying.ports, opened.value, { job, task, place, there: there.value, uncommitted });
  if ('reason' in looked) return failJob(carrying, job, looked.reason, looked.message);
  if (looked.rules.length > 0) await noteAndTell(carrying, job, { event: 'rules_changed', files: [...looked.rules] });
  const { config, agents } = opened.value.survey;
  const steps = agents.flatMap((agent) => (agent.id === job.agent ? stepsOf(agent, config) : []));
  const unsaved = await commitLeft(there.value, job, task, uncommitted);
  if (steps.length === 0) return unsaved === null ? proveCommitted(carrying, opened.value, { job, task, place, there: there.value }) : giveUp(carrying, job, 'commit-failed', unsaved);
  return unsaved === null ? noteAndTell(carrying, job, { event: 'steps', steps: [...steps] }) : failJob(carrying, job, 'commit-failed', unsaved);
}

async function failRun(carrying: Carrying, job: Job, outcome: Outcome, { worktree }: JobPlace): Promise<Job> {
  const lacking = await notCommitted(carrying.ports, job, outcome, worktree);
  return lacking === null ? failJob(carrying, job, outcome.reason, outcome.message ?? outcome.reason) : failJob(carrying, job, 'not-committed', lacking);
}

/** All steps ran: what is left is the proof. */
export async function provenAfterSteps(carrying: Carrying, job: Job): Promise<Job> {
  const opened = await carrying.ports.store.open();
  const task = opened.ok ? opened.value.task(job.task ?? '') : null;
  const there = await inWorktree(carrying.ports, job, job.place?.worktree ?? '');
  if (!opened.ok || task === null || job.place === null || !there.ok) return giveUp(carrying, job, 'no-worktree', `${job.place?.worktree ?? ''} cannot be worked in any more`);
  const unsaved = await commitWhatIsLeft(there.value, job, task);
  return unsaved === null ? proveCommitted(carrying, opened.value, { job, task, place: job.place, there: there.value }) : giveUp(carrying, job, 'commit-failed', unsaved);
}

/** `view`: where the dispatcher is. */
async function proveCommitted(carrying: Carrying, view: View, { job, task, place, there }: Omit<Left, 'uncommitted'>): Promise<Job> {
  const fail = (reason: string, message: string): Promise<Job> => giveUp(carrying, job, reason, message);
  const ground = await groundOf(carrying.ports, view, job, place, task);
  const hidden = ground.ok && ground.value.verifiers.length > 0 ? await there.git.hidden() : [];
  if (hidden.length > 0) return fail('hidden-changes', hiddenWords(hidden));
  const answer = ground.ok ? await done(there, { id: task.id, as: job.agent, handoff: { said: NOTHING_SAID, fromFile: null, edit: false }, ground: ground.value }) : ground;
  if (!answer.ok) return fail(answer.refusal.code, carrying.describe(answer.refusal));
  const { verified, handoffs, commit: records } = answer.value;
  // Only a verifier can have left anything since all was committed.
  const isAll = records.committed && records.indexBehind !== true && verified.length === 0;
  const unkept = isAll ? null : await commitWhatIsLeft(there, job, task);
  if (unkept !== null) return fail('commit-failed', unkept);
  const { commit } = await there.git.head();
  return noteAndTell(carrying, job, { event: 'proven', commit: commit ?? '', verified: verified.map(({ name }) => name), handoffs: [...handoffs], ran_changed: [...new Set(verified.flatMap((run) => run.ranChanged))] });
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
