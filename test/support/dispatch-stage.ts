/** A dispatcher on a real repository: its agents are functions of the test, and the test has the clock and the beat in its hands. */
import { dispatch } from '../../src/app/jobs/dispatch.ts';
import type { DispatchAnswer, DispatchRequest } from '../../src/app/jobs/dispatch.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { RunSpec } from '../../src/app/ports/runner-port.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { memoryRunner } from './memory-runner.ts';
import type { Acted } from './memory-runner.ts';
import { realPorts } from './real-ports.ts';
import { makeRepository, repositoryAt } from './repository.ts';
import type { TestRepository } from './repository.ts';
import { NOON } from './shell.ts';

export interface DispatchStage {
  readonly repository: TestRepository;
  readonly ports: Ports;
  /** How each agent was started. */
  readonly specs: readonly RunSpec[];
  /** As time goes by, without the beat that comes every few seconds. */
  pass(minutes: number): void;
  beat(): void;
  interrupt(): void;
  /** When this was told of: a task and what happened to its job, as in "UI-1 started". */
  when(news: string): Promise<void>;
  run(request?: Partial<DispatchRequest>): Promise<DispatchAnswer>;
}

interface World {
  readonly clock: Ports['clock'];
  readonly runner: Ports['runner'];
  readonly every: Ports['dispatching']['every'];
}

export async function dispatchStage(files: Readonly<Record<string, string>>, act: (spec: RunSpec, stage: DispatchStage) => Acted | Promise<Acted>): Promise<DispatchStage> {
  const repository = makeRepository({ files });
  const specs: RunSpec[] = [];
  const told = new Set<string>();
  const listeners = new Set<() => void>();
  let now = NOON;
  let beat = (): void => undefined;
  let interrupt = (): void => undefined;
  const listen = (set: (call: () => void) => void, call: () => void): Promise<() => void> => {
    set(call);
    return Promise.resolve(() => set(() => undefined));
  };
  const world: World = {
    clock: { now: () => now, real: () => now },
    runner: { ...memoryRunner((spec) => act(spec, stage), specs), onInterrupt: (call) => listen((next) => void (interrupt = next), call) },
    every: (_, call) => listen((next) => void (beat = next), call),
  };
  const ports = await stagePorts(repository, world);
  const stage: DispatchStage = {
    repository,
    ports,
    specs,
    pass: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)),
    beat: () => beat(),
    interrupt: () => interrupt(),
    async when(news) {
      while (!told.has(news)) await new Promise<void>((resolve) => listeners.add(resolve));
    },
    async run(request = {}) {
      const tell: DispatchRequest['tell'] = ({ task }, { event }) => {
        told.add(`${task ?? ''} ${event}`);
        for (const listener of listeners) listener();
      };
      const answer = await dispatch(ports, { agent: null, task: null, max: null, watches: false, dryRun: false, describe: ({ code }) => code, tell, ...request });
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value;
    },
  };
  return stage;
}

async function stagePorts(repository: TestRepository, world: World): Promise<Ports> {
  const ports = await realPorts(repository);
  const { clock, runner, every } = world;
  // Whoever starts a dispatcher may be an agent itself, which says nothing of those that it starts.
  const caller = { ...ports.caller, agentVariable: 'lead', session: 'of the lead' };
  return { ...ports, caller, clock, runner, dispatching: { ...ports.dispatching, every }, at: async (root) => done(await stagePorts(repositoryAt(root), world)) };
}
