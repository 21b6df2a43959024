/** Whether agents can be run here and how their runs went: their program, its version and key, their jobs. */
import { keysOf, runtimeOf } from '../../core/dispatch/plan-run.ts';
import type { NamedRuntime } from '../../core/dispatch/plan-run.ts';
import type { Job, JobState } from '../../core/dispatch/job.ts';
import type { Agent, Config } from '../../core/model.ts';
import { readJobs } from '../jobs/read-jobs.ts';
import type { Ports } from '../ports.ts';

export interface AgentHealth {
  readonly isInstalled: boolean;
  /** What its program says of itself; null: it was not asked, or did not say. */
  readonly version: string | null;
  /** Names of variables that are set and hold a key to its service; null: it needs none. */
  readonly keys: readonly string[] | null;
  readonly runs: RunCounts;
}

export interface RunCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly last: { readonly job: string; readonly state: JobState; readonly at: string } | null;
}

/** A program that does not say its version in this time is not waited for. */
const PATIENCE_SECONDS = 20;

/** By agent; of an agent that nothing runs there is no health. Each runtime is asked once. */
export async function agentHealth(ports: Ports, agents: readonly Agent[], config: Config): Promise<ReadonlyMap<string, AgentHealth>> {
  const { jobs } = await readJobs(ports);
  const asked = new Map<string, ReturnType<typeof runtimeHealth>>();
  const found = await Promise.all(
    agents.flatMap((agent) => {
      const named = runtimeOf(agent, config);
      if (!named.ok) return [];
      const { name } = named.value;
      const health = asked.get(name) ?? runtimeHealth(ports, named.value);
      asked.set(name, health);
      return [health.then((one) => [agent.id, { ...one, runs: runsOf(agent, jobs) }] as const)];
    }),
  );
  return new Map(found);
}

/** A command of somebody's own is looked for and not started: nobody knows what it does with --version. */
async function runtimeHealth({ runner, processes, location, adoption }: Ports, named: NamedRuntime): Promise<Omit<AgentHealth, 'runs'>> {
  const { settings, runtime } = named;
  const program = settings.run ?? (runtime.isOwn === true ? [await adoption.program()] : runtime.program === null ? [] : [runtime.program]);
  const isInstalled = await runner.finds(program[0] ?? '', location.root);
  const names = keysOf(named);
  const keys = names.length === 0 ? null : await runner.areSet(names);
  if (!isInstalled || settings.kind === 'command') return { isInstalled, version: null, keys };
  const said = await processes.run([...program, '--version'], { cwd: location.root, timeoutSeconds: PATIENCE_SECONDS });
  return { isInstalled, version: said.exitCode === 0 ? (/\d+(?:\.\d+)+[\w.-]*/.exec(said.tail)?.[0] ?? null) : null, keys };
}

/** `jobs`: oldest first. */
function runsOf(agent: Agent, jobs: readonly Job[]): RunCounts {
  const own = jobs.filter((job) => job.agent === agent.id);
  const last = own.at(-1);
  const inState = (state: JobState): number => own.filter((job) => job.state === state).length;
  return { succeeded: inState('success'), failed: inState('failed'), last: last === undefined ? null : { job: last.id, state: last.state, at: last.ended ?? last.started ?? last.created } };
}
