/** The jobs that one dispatcher carries out at the same time, and what happens to them. */
import type { Candidate, DispatchEvent } from '../../core/dispatch/decide.ts';
import type { Job, JobPhase } from '../../core/dispatch/job.ts';
import { runLimits } from '../../core/dispatch/limits.ts';
import { DISPATCHER, triesOf } from '../../core/dispatch/tries.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import type { Refusal, Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { carryOut } from './carry-out.ts';
import { noteAndTell } from './carrying.ts';
import type { Carrying, Telling } from './carrying.ts';
import { inTurn } from '../in-turn.ts';
import { mailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { newJobId } from './new-job-id.ts';
import { readJob } from './read-jobs.ts';
import { recoverJobs } from './recover-jobs.ts';

export type Happened = Exclude<DispatchEvent, { kind: 'offered' }> | { readonly kind: 'beat' } | { readonly kind: 'broken'; readonly refusal: Refusal };

export interface JobsUnderWay {
  readonly happened: Mailbox<Happened>;
  /** In the order in which they ended. */
  readonly over: readonly Job[];
  /** Settles what another coord left; answers the jobs that go on. */
  recover(): Promise<readonly Job[]>;
  start(candidate: Candidate, seen: Seen): void;
  stopAll(): void;
  /** Of the jobs that waited for a yes: those that were answered meanwhile, and go on. */
  takeUp(): Promise<readonly Job[]>;
  /** Where work is done now. */
  places(): readonly { readonly id: string; readonly task: string; readonly worktree: string }[];
  /** Stops everything, and waits until it is. */
  abandon<T>(why: Result<T>): Promise<Result<T>>;
}

/** What a candidate was chosen by. */
export interface Seen {
  readonly view: View;
  readonly jobs: readonly Job[];
}

export function superviseJobs(ports: Ports, telling: Telling): JobsUnderWay {
  const happened = mailbox<Happened>();
  const over: Job[] = [];
  const waiting = new Set<string>();
  const current = new Map<string, Job>();
  const working = new Set<Promise<void>>();
  const carrying = carryingFor(ports, telling, current);
  const rests = (job: Job): void => {
    current.delete(job.id);
    if (job.phase === 'waiting') waiting.add(job.id);
    over.splice(0, over.length, ...over.filter(({ id }) => id !== job.id), job);
  };
  const watch = (task: string, work: Promise<Job>): void => {
    const watched = work
      .then((job) => {
        rests(job);
        happened.put({ kind: 'ended', task });
      })
      .catch((error: unknown) => {
        if (!(error instanceof EnvironmentFailure)) throw error;
        happened.put({ kind: 'broken', refusal: error.refusal });
      })
      .finally(() => working.delete(watched));
    working.add(watched);
  };
  const goOn = (jobs: readonly Job[]): readonly Job[] => {
    for (const job of jobs) watch(job.task ?? '', carryOut(carrying, job));
    return jobs;
  };
  const stopAll = (): void => carrying.stops.forEach((stop) => stop('cancelled'));
  return {
    happened,
    over,
    recover: async () => goOn(await recoverJobs(carrying)),
    start: (candidate, seen) => watch(candidate.task, begin(carrying, candidate, seen)),
    stopAll,
    takeUp: async () => goOn(await answered(ports, waiting)),
    places: () => [...current.values()].flatMap(({ id, task, place, phase }) => (task !== null && place !== null && WORKED_ON.has(phase) ? [{ id, task, worktree: place.worktree }] : [])),
    async abandon(why) {
      stopAll();
      await Promise.allSettled(working);
      return why;
    },
  };
}

/** `current`: filled with jobs as they were told of last. */
function carryingFor(ports: Ports, { tell, ...others }: Telling, current: Map<string, Job>): Carrying {
  return {
    ...others,
    ports,
    claiming: inTurn(),
    main: { tip: null },
    stops: new Map(),
    tell(job, news) {
      current.set(job.id, job);
      tell(job, news);
    },
  };
}

/** Those that wait no more; they leave the set. */
async function answered(ports: Ports, waiting: Set<string>): Promise<readonly Job[]> {
  const read = await Promise.all([...waiting].map((id) => readJob(ports, id)));
  const jobs = read.flatMap((job) => (job === null || job.phase === 'waiting' ? [] : [job]));
  for (const { id } of jobs) waiting.delete(id);
  return jobs.filter(({ phase }) => phase !== 'over');
}

const WORKED_ON: ReadonlySet<JobPhase> = new Set<JobPhase>(['running', 'ended', 'steps', 'undoing']);

async function begin(carrying: Carrying, { task, agent: id, priority }: Candidate, { view, jobs }: Seen): Promise<Job> {
  const { ports } = carrying;
  const owner = await ports.dispatching.self();
  const { config, agents } = view.survey;
  const agent = agents.find((one) => one.id === id);
  const timeout = agent === undefined ? 1 : runLimits(agent, config).timeoutSeconds;
  const { attempt } = triesOf(task, jobs);
  const created = await noteAndTell(carrying, { id: newJobId(ports) }, { event: 'created', agent: id, task, attempt, priority, timeout, created_by: DISPATCHER, input: {}, owner });
  return carryOut(carrying, created);
}
