/** A job: one run of one agent, as its journal tells of it. */
import type { Priority } from '../model.ts';
import type { JobMerged, JobOutdated, JobOwner, JobStep, JobUnmerged } from '../schemas/types.ts';
import type { Outcome } from './outcome.ts';

export const JOB_STATES = ['pending', 'running', 'waiting_approval', 'success', 'failed', 'rolled_back', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export type JobPhase = 'created' | 'claimed' | 'running' | 'ended' | 'steps' | 'waiting' | 'undoing' | 'proven' | 'over';

/** A step that follows the agent's work. */
export interface JobAction {
  readonly step: Readonly<JobStep>;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly startedAt: string | null;
  /** When it had run with success. */
  readonly executedAt: string | null;
  /** Whether it was taken back; null: that was not tried. */
  readonly undone: boolean | null;
}

export interface JobPlace {
  readonly branch: string | null;
  readonly worktree: string;
  /** The commit that the work is compared with. */
  readonly base: string;
  /** The commit whose settings prove the work, whatever its branch makes of them. */
  readonly ground: string;
  /** What an earlier job left there that its agent may not change. */
  readonly left: readonly string[];
  readonly token: number;
}

export interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly phase: JobPhase;
  readonly agent: string;
  readonly task: string | null;
  readonly attempt: number;
  readonly priority: Priority;
  readonly timeoutSeconds: number;
  readonly createdBy: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The process of coord that carries it out, or last did. */
  readonly owner: Readonly<JobOwner>;
  readonly created: string;
  readonly started: string | null;
  /** How often its agent was about to be started: more than once where its dispatcher died. */
  readonly starts: number;
  /** When the job was over; null: it is not. */
  readonly ended: string | null;
  readonly runtime: string | null;
  readonly model: string | null;
  readonly place: JobPlace | null;
  /** Why its branch lacks what was merged since an earlier job began it; null: it does not. */
  readonly outdated: Readonly<JobOutdated> | null;
  /** The agent's process, as it was started last. */
  readonly process: Readonly<JobOwner> | null;
  readonly outcome: Outcome | null;
  readonly actions: readonly JobAction[];
  /** Why what its steps did is taken back; null: it is not. */
  readonly rollingBack: { readonly reason: string; readonly message: string } | null;
  readonly commit: string | null;
  /** What commits say that others put on the branch it is merged into, since its dispatcher looked last. */
  readonly mainMoved: readonly string[];
  readonly handoffs: readonly string[];
  /** Files that the commands of its verifiers name, and that the work itself changed. */
  readonly ranChanged: readonly string[];
  /** Settings, agents and files of CI that it changed, as its bounds allow. */
  readonly rulesChanged: readonly string[];
  readonly merged: Readonly<JobMerged> | Readonly<JobUnmerged> | null;
  readonly error: { readonly reason: string; readonly message: string } | null;
  /** Who wants it to end. */
  readonly cancelAskedBy: string | null;
  /** Who lets its task be tried once more. */
  readonly retriedBy: string | null;
}
