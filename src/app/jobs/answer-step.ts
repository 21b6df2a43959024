/** Somebody says yes or no to the step that a job waits with; the job goes on, or what it did is taken back. */
import { jobsWaiting, waitingStep } from '../../core/dispatch/final-jobs.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { Ports } from '../ports.ts';
import { carryOut } from './carry-out.ts';
import type { Carrying, Telling } from './carrying.ts';
import { inTurn } from '../in-turn.ts';
import { note } from './note.ts';
import { readJob, readJobs } from './read-jobs.ts';
import { recoverJobs } from './recover-jobs.ts';

export interface StepRequest extends Telling {
  readonly approved: boolean;
  readonly note: string | null;
  readonly as: string | null;
}

export interface StepAnswer {
  /** As it is now: over, with its next step waiting, or in the hands of a dispatcher. */
  readonly job: Job;
  readonly step: string;
  readonly approved: boolean;
  readonly by: string;
  readonly at: string;
}

const ID = /^\d{8}-[0-9a-f]{6}$/;

/** null: the name is no job's that waits, nor of its task; then it may be a task or a blocker. */
export async function waitingJob(ports: Pick<Ports, 'journal'>, name: string): Promise<Result<Job | null>> {
  const { jobs } = await readJobs(ports);
  const isNamed = ({ id, task }: Job): boolean => id === name || (name.length >= 4 && id.endsWith(name)) || task?.toLowerCase() === name.toLowerCase();
  const found = jobsWaiting(jobs).find(isNamed) ?? null;
  const other = found === null && ID.test(name) ? jobs.find(({ id }) => id === name) : undefined;
  return other === undefined ? done(found) : refused('job-not-waiting', { id: other.id, state: other.state });
}

export async function answerStep(ports: Ports, waiting: Job, request: StepRequest): Promise<Result<StepAnswer>> {
  const opened = await openAs(ports, request.as, namedAgent);
  if (!opened.ok) return opened;
  const { acting: by } = opened.value;
  if (by === waiting.agent) return refused('own-step', { id: waiting.id, agent: by });
  const step = waitingStep(waiting);
  const news = request.approved ? ({ event: 'approved', by, step } as const) : ({ event: 'refused', by, step, note: request.note } as const);
  const noted = await note(ports, waiting.id, news);
  request.tell(noted, news);
  const job = await goOn(ports, noted, request);
  return job.ok ? done({ job: job.value, step, approved: request.approved, by, at: ports.clock.real().toISOString() }) : job;
}

/** A quarter of a minute: a dispatcher looks every five seconds, and may end before it looked. */
const LOOKS = 30;
const PAUSE_MILLISECONDS = 500;

/** Here, unless a dispatcher works in this repository: then it goes on with it. */
async function goOn(ports: Ports, noted: Job, telling: Telling): Promise<Result<Job>> {
  for (let looks = 0; ; looks++) {
    const working = await ports.dispatching.begin();
    if (working.ok) {
      try {
        return done(await carryOn(ports, noted, telling));
      } finally {
        working.value();
      }
    }
    const job = (await readJob(ports, noted.id)) ?? noted;
    const isTakenUp = job.phase !== noted.phase || job.actions.some(({ startedAt, undone }, index) => startedAt !== noted.actions[index]?.startedAt || undone !== null);
    if (isTakenUp || looks >= LOOKS) return done(job);
    await ports.dispatching.pause(PAUSE_MILLISECONDS);
  }
}

async function carryOn(ports: Ports, noted: Job, { describe, tell }: Telling): Promise<Job> {
  const carrying: Carrying = { ports, describe, tell, claiming: inTurn(), main: { tip: null }, stops: new Map() };
  const [going] = await recoverJobs(carrying, noted.id);
  return going === undefined ? ((await readJob(ports, noted.id)) ?? noted) : carryOut(carrying, going);
}
