/** What became of a job whose step somebody answered. */
import type { StepAnswer } from '../../app/jobs/answer-step.ts';
import { unmergedWords } from './jobs.ts';
import { say } from '../text/plain.ts';
import { unstopped } from '../text/words.ts';

export function stepAnswerText({ job, step, approved, by }: StepAnswer): string {
  return say`${step} of ${job.id} is ${approved ? 'approved' : 'refused'} by ${by}. ${became(job)}`;
}

function became({ id, state, task, merged, error }: StepAnswer['job']): string {
  switch (state) {
    case 'success':
      return `${task ?? id} is done${merged === null ? '' : merged.event === 'merged' ? ` and merged into ${merged.into}` : `; not merged: ${unmergedWords(merged)}`}.`;
    case 'waiting_approval':
      return `Its next step waits: coord approve ${id}`;
    case 'rolled_back':
      return 'What it did is taken back.';
    case 'failed':
      return `The job failed: ${unstopped(error?.message ?? '')}.`;
    default:
      return 'The coord dispatch that works here goes on with it.';
  }
}
