/**
 * What is to be done with a job whose dispatcher is gone, by what its journal says and what its task's claim says now.
 * The claim was made for this job where it bears the job's id as its session.
 */
import type { ClaimRecord } from '../schedule/claim.ts';
import type { Job, JobPhase } from './job.ts';
import { isOk } from './outcome.ts';

export type Recovery =
  /** Goes on with the step that its phase asks for. */
  | { readonly kind: 'go-on' }
  /** The task was called done, and nobody wrote it down. */
  | { readonly kind: 'note-proven'; readonly commit: string }
  | { readonly kind: 'fail'; readonly reason: string; readonly message: string }
  | { readonly kind: 'cancel'; readonly by: string };

export function recover(job: Job, claim: ClaimRecord | null): Recovery {
  if (job.phase === 'proven' || job.phase === 'undoing') return { kind: 'go-on' };
  if (job.cancelAskedBy !== null && job.phase !== 'steps' && job.phase !== 'waiting') return { kind: 'cancel', by: job.cancelAskedBy };
  if (job.task === null) return { kind: 'fail', reason: 'killed', message: 'coord was stopped while it ran' };
  const isOurs = claim?.session === job.id;
  if (isOurs && claim.state === 'done') return PROVING.has(job.phase) ? { kind: 'note-proven', commit: claim.head ?? '' } : { kind: 'fail', ...CALLED_DONE };
  const mayClaim = job.phase === 'created' && (claim === null || claim.state === 'released');
  if (mayClaim || (isOurs && claim.state === 'held')) return { kind: 'go-on' };
  return { kind: 'fail', reason: 'lost', message: claim?.state === 'held' ? `its task is held by ${claim.agent} now` : 'its claim was given up while nobody watched over it' };
}

/** A dispatcher calls a task done in these alone. */
const PROVING: ReadonlySet<JobPhase> = new Set<JobPhase>(['ended', 'steps']);

/** Its claim says so, and no dispatcher did it. */
export const CALLED_DONE = { reason: 'called-done', message: 'its task was called done past its dispatcher, which proves it, while its agent ran' } as const;

/** Whether the agent has to be run again: what it had answered well stays. */
export function hasAnswered({ phase, outcome }: Job): boolean {
  return phase === 'ended' && outcome !== null && isOk(outcome);
}
