/** The agent of a job, run once in the job's worktree. */
import type { Job } from '../../core/dispatch/job.ts';
import { runLimits } from '../../core/dispatch/limits.ts';
import { outcome } from '../../core/dispatch/outcome.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { promptOf } from '../../core/dispatch/prompt/prompt-of.ts';
import { runtimeOf } from '../../core/dispatch/runtimes/runtime-of.ts';
import type { Runtime } from '../../core/dispatch/runtimes/runtime.ts';
import type { Agent, Handoff, Task } from '../../core/model.ts';
import type { Ports } from '../ports.ts';
import type { RunSpec } from '../runner-port.ts';
import type { View } from '../view.ts';
import { failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { lastLines } from './last-lines.ts';
import { logWriter } from './log-writer.ts';

interface Prepared {
  readonly runtime: Runtime;
  readonly spec: Omit<RunSpec, 'onLine'>;
  readonly name: string;
  readonly model: string | null;
}

export async function runForJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports } = carrying;
  const opened = await ports.store.open();
  if (!opened.ok) return failJob(carrying, job, opened.refusal.code, carrying.describe(opened.refusal));
  const prepared = await prepare(ports, opened.value, job);
  if ('reason' in prepared) return failJob(carrying, job, prepared.reason, prepared.message);
  const starting = await noteAndTell(carrying, job, { event: 'starting', runtime: prepared.name, model: prepared.model, owner: await ports.dispatching.self() });
  return noteAndTell(carrying, starting, { event: 'ended', outcome: await run(carrying, starting, prepared) });
}

async function run(carrying: Carrying, job: Job, { runtime, spec }: Prepared): Promise<Outcome> {
  const { ports, stops } = carrying;
  const log = logWriter(ports.journal, job.id);
  const lines = lastLines();
  const started = await ports.runner.start({ ...spec, onLine: (line) => {
    log.add(line.text);
    if (line.stream === 'stdout') lines.add(line.text);
  } });
  if (!started.ok) return outcome('no-program', carrying.describe(started.refusal));
  const running = started.value;
  stops.set(job.id, (reason) => running.stop(reason));
  await noteAndTell(carrying, job, { event: 'started', process: running.identity });
  const end = await running.ended;
  stops.delete(job.id);
  await log.written();
  return runtime.read({ ...end, lines: lines.all() });
}

/** What is to be run, or why that cannot be told. */
async function prepare(ports: Ports, view: View, job: Job): Promise<Prepared | { readonly reason: string; readonly message: string }> {
  const { config, agents } = view.survey;
  const agent = agents.find(({ id }) => id === job.agent);
  const task = job.task === null ? null : view.task(job.task);
  if (agent === undefined || job.place === null) return { reason: 'no-such-agent', message: `the team has no agent ${job.agent} any more` };
  const found = runtimeOf(agent, config);
  if (found === null) return { reason: 'no-runtime', message: `coord.yaml does not say what runs ${agent.id}` };
  const { worktree, branch } = job.place;
  const prompt = promptOf({ project: config.project ?? null, agent, task, input: job.input, handoffs: await handoffsFor(ports, worktree, task), branch, worktree });
  if ('faults' in prompt) return { reason: 'prompt-syntax', message: `the prompt of ${agent.id}, line ${prompt.faults[0]?.line ?? 1}: ${prompt.faults[0]?.reason ?? ''}` };
  const { name, runtime, settings } = found;
  const limits = runLimits(agent, config);
  const model = modelOf(agent) ?? settings.model ?? null;
  const plan = runtime.plan({ run: settings.run ?? null, prompt: prompt.text, model, turns: limits.turns, costUsd: limits.costUsd, worktree });
  if (plan === null) return { reason: 'no-program', message: `runtimes.${name} in coord.yaml does not say what to run` };
  const set = { COORD_AGENT: agent.id, ...(task === null ? {} : { COORD_TASK: task.id }) };
  const spec = { job: job.id, argv: plan.argv, cwd: worktree, stdin: plan.stdin, env: settings.env ?? [], set, timeoutSeconds: job.timeoutSeconds, memoryMb: limits.memoryMb };
  return { runtime, spec, name, model };
}

/** What was handed over of the task itself and of what it waited for, as its own branch has it. */
async function handoffsFor(ports: Ports, worktree: string, task: Task | null): Promise<readonly Handoff[]> {
  const there = task === null ? null : await ports.at(worktree);
  const opened = there?.ok === true ? await there.value.store.open() : null;
  if (task === null || opened?.ok !== true) return [];
  const about = new Set([task.id, ...task.dependencies.map(({ id }) => id)].map((id) => id.toLowerCase()));
  return opened.value.workspace().handoffs.filter((handoff) => handoff.task !== null && about.has(handoff.task.toLowerCase()));
}

function modelOf({ more }: Agent): string | null {
  return typeof more['model'] === 'string' ? more['model'] : null;
}
