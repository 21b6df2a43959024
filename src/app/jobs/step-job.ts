/** The steps that follow an agent's work, one after the other, each on the disk before it runs; and the way back. */
import { verifierOf } from '../../core/documents/verifier.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { nextStep, nextUndo, notUndone } from '../../core/dispatch/steps.ts';
import type { JobStep } from '../../core/schemas/types.ts';
import type { RunOutcome } from '../ports.ts';
import { failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { processesFor } from './processes-for.ts';
import { provenAfterSteps } from './prove-job.ts';
import { releaseTask } from './release-task.ts';

export async function stepJob(carrying: Carrying, job: Job): Promise<Job> {
  if (job.cancelAskedBy !== null) return noteAndTell(carrying, job, { event: 'rolling_back', reason: 'cancelled', message: `cancelled by ${job.cancelAskedBy}` });
  const next = nextStep(job);
  if (next.kind === 'prove') return provenAfterSteps(carrying, job);
  const { name } = next.step;
  if (next.kind === 'wait') return noteAndTell(carrying, job, { event: 'waiting', step: name });
  await noteAndTell(carrying, job, { event: 'step_started', step: name, owner: await carrying.ports.dispatching.self() });
  const ran = next.step.run === null ? NOTHING_RUN : await run(carrying, job, next.step.run);
  return noteAndTell(carrying, job, { event: 'step_ended', step: name, exit_code: ran.exitCode, message: ran.exitCode === 0 ? '' : failure(next.step, ran) });
}

/** Each step that declares what undoes it; that one of these fails keeps no other from being taken back. */
export async function undoJob(carrying: Carrying, job: Job): Promise<Job> {
  const next = nextUndo(job);
  if (next !== null) {
    const { exitCode } = await run(carrying, job, next.undo ?? '');
    return noteAndTell(carrying, job, { event: 'undone', step: next.name, exit_code: exitCode });
  }
  const { reason, message } = job.rollingBack ?? { reason: 'step-failed', message: '' };
  const stuck = notUndone(job).map(({ step }) => step.name);
  if (stuck.length > 0) return failJob(carrying, job, 'undo-failed', `${message}; what these steps did could not be taken back: ${stuck.join(', ')}`);
  if (reason === 'step-failed' && !job.actions.some(({ undone }) => undone === true)) return failJob(carrying, job, reason, message);
  const back = await noteAndTell(carrying, job, { event: 'rolled_back' });
  await releaseTask(carrying.ports, back);
  return back;
}

type Ran = Pick<RunOutcome, 'exitCode' | 'timedOut' | 'tail'>;

const NOTHING_RUN: Ran = { exitCode: 0, timedOut: false, tail: '' };

/** By the settings where the dispatcher is: what was reviewed, not what is on the branch. */
async function run({ ports }: Carrying, { id, place }: Job, name: string): Promise<Ran> {
  const opened = await ports.store.open();
  const verifier = opened.ok ? verifierOf(opened.value.survey.config, name) : null;
  if (verifier === null || place === null) return { exitCode: null, timedOut: false, tail: `coord.yaml defines no verifier "${name}"` };
  return processesFor(ports, id).run(verifier.command, { cwd: place.worktree, timeoutSeconds: verifier.timeoutSeconds });
}

const LONGEST = 300;

function failure({ name }: JobStep, { exitCode, timedOut, tail }: Ran): string {
  const last = (tail.trim().split('\n').at(-1) ?? '').slice(0, LONGEST);
  const how = timedOut ? 'took too long' : exitCode === null ? 'could not be run' : `ended with exit code ${exitCode}`;
  return `its step ${name} ${how}${last === '' ? '' : `: ${last}`}`;
}
