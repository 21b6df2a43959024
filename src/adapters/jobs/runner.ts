/** Runs agents. Their processes are found again by a mark in their environment, also by a coord that did not start them. */
import type { RunEnd, Runner, RunSpec, Running, StopReason } from '../../app/ports/runner-port.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ProcessIdentity } from '../../core/process-identity.ts';
import { identityOf, isAnotherAtWork } from '../process-identity.ts';
import { signalGroup, startGroup } from '../process-group.ts';
import type { Group } from '../process-group.ts';
import { startFailure } from '../start-failure.ts';
import { wait } from '../wait.ts';
import { agentOutput } from './agent-output.ts';
import { findsProgram } from './find-program.ts';
import { environmentOf } from './environment.ts';
import { killMarked, processesOf } from './job-processes.ts';

/** In milliseconds. */
export interface Pace {
  /** Between being asked to end and being killed. */
  readonly grace: number;
  /** Between two looks at the memory. */
  readonly look: number;
}

const PACE: Pace = { grace: 5000, look: 1000 };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function createRunner(pace: Pace = PACE): Runner {
  return {
    start: (spec) => start(spec, pace),
    stopOrphans: (job, leader) => stopOrphans(job, leader, pace.grace),
    finds: (program, cwd) => Promise.resolve(findsProgram(program, cwd)),
    areSet: (names) => Promise.resolve(names.filter((name) => (process.env[name] ?? '') !== '')),
    onInterrupt: (call) => Promise.resolve(onInterrupt(call)),
  };
}

async function start(spec: RunSpec, { grace, look }: Pace): Promise<Result<Running>> {
  const { job, argv, cwd, stdin, timeoutSeconds, onLine } = spec;
  const output = agentOutput(onLine);
  let leftovers = 0;
  const sweep = async (): Promise<void> => {
    leftovers = await killMarked(job);
  };
  const group = startGroup({ command: argv, cwd, env: environmentOf(spec, process.env), stdin, timeoutSeconds, graceMilliseconds: grace, onText: output.add, sweep });
  if (group.pid === null) return refused('no-program', { program: argv[0] ?? '', reason: startFailure(argv, cwd, (await group.ended).failure ?? new Error('not started')) });
  const identity = identityOf(group.pid);
  const watching = watchMemory(spec, group, look);
  const ended = group.ended.then(({ exitCode, signal, stopped, seconds }): RunEnd => {
    clearInterval(watching);
    return { exitCode, signal, stopped: stopped as StopReason | null, tail: output.end(), seconds, leftovers };
  });
  return done({ identity, ended, stop: (reason) => group.stop(reason) });
}

function watchMemory({ job, memoryMb }: RunSpec, group: Group, look: number): NodeJS.Timeout | undefined {
  if (memoryMb === null) return undefined;
  return setInterval(() => {
    const used = processesOf(job, group.pid).reduce((sum, { residentKb }) => sum + residentKb, 0);
    if (used > memoryMb * 1024) group.stop('memory');
  }, look);
}

/** The group is told to end only while its leader lives: later its number may be another's. */
async function stopOrphans(job: string, leader: ProcessIdentity | null, grace: number): Promise<number> {
  if (leader === null || !isAnotherAtWork(leader)) return killMarked(job);
  const count = processesOf(job, leader.pid).length;
  signalGroup(leader.pid, 'SIGTERM');
  for (let waited = 0; waited < grace && isAnotherAtWork(leader); waited += 20) await wait(20);
  if (isAnotherAtWork(leader)) signalGroup(leader.pid, 'SIGKILL');
  return Math.max(count, await killMarked(job));
}

function onInterrupt(call: () => void): () => void {
  for (const signal of SIGNALS) process.on(signal, call);
  return () => SIGNALS.forEach((signal) => process.off(signal, call));
}
