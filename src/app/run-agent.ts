/** Runs one agent once, where we are: its input checked, its output and what it changed held to what it may. */
import { isoSeconds } from '../core/dates.ts';
import { readInput } from '../core/dispatch/inputs/input-flags.ts';
import { runLimits } from '../core/dispatch/limits.ts';
import { isOk } from '../core/dispatch/outcome.ts';
import type { Outcome } from '../core/dispatch/outcome.ts';
import { planRun } from '../core/dispatch/plan-run.ts';
import type { PlannedRun } from '../core/dispatch/plan-run.ts';
import { readAgentSchemas } from '../core/dispatch/read-agent-schema.ts';
import { outsideScope } from '../core/dispatch/scope.ts';
import { uuidOf } from '../core/dispatch/uuid-of.ts';
import type { Agent, Task } from '../core/model.ts';
import { ownedGlobs } from '../core/policy/owners.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { agentPrompt } from './agent-prompt.ts';
import { findAgent } from './find-agent.ts';
import { findTask } from './find-task.ts';
import { knownAgent } from './known-agent.ts';
import type { Ports } from './ports.ts';
import { changedSince, treeBefore } from './run-changes.ts';
import { runOnce } from './run-once.ts';
import type { Ran } from './run-once.ts';
import type { Running } from './runner-port.ts';
import type { View } from './view.ts';

export interface RunRequest {
  readonly agent: string;
  /** What stands after its name: its input, as flags. */
  readonly words: readonly string[];
  readonly task: string | null;
  readonly model: string | null;
  readonly timeoutSeconds: number | null;
  readonly as: string | null;
}

export interface RunAnswer {
  readonly job: string;
  readonly agent: string;
  readonly task: string | null;
  readonly runtime: string;
  readonly model: string | null;
  readonly state: 'success' | 'failed' | 'cancelled';
  readonly outcome: Outcome;
  readonly seconds: number;
  /** What it changed here, and what of it was out of bounds. Nothing is taken back. */
  readonly changed: readonly string[];
  readonly outside: readonly string[];
  /** The last of what it printed. */
  readonly tail: string;
  /** Processes it left running, which were stopped. */
  readonly leftovers: number;
}

interface Asked {
  readonly agent: Agent;
  readonly task: Task | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly planned: PlannedRun;
}

export async function runAgent(ports: Ports, request: RunRequest): Promise<Result<RunAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const asked = await whatIsAsked(ports, view, request);
  if (!asked.ok) return asked;
  const by = await knownAgent(ports, view, request.as);
  if (!by.ok) return by;
  const job = await createJob(ports, view, asked.value, by.value ?? 'somebody');
  return done(await carryOut(ports, view, job, asked.value));
}

async function whatIsAsked(ports: Ports, view: View, request: RunRequest): Promise<Result<Asked>> {
  const id = findAgent(view, request.agent);
  if (!id.ok) return id;
  const { config, agents } = view.survey;
  const agent = agents.find((one) => one.id === id.value);
  const task = request.task === null ? done(null) : findTask(view, request.task);
  if (agent === undefined || !task.ok) return task.ok ? refused('no-such-agent', { name: request.agent, nearest: null, agents: [] }) : task;
  const { flags } = readAgentSchemas(agent);
  const reading = readInput(request.words, flags);
  if ('fault' in reading) return refused('bad-input', { agent: agent.id, fault: reading.fault });
  const { branch } = await ports.git.head();
  const worktree = ports.location.root;
  const prompt = await agentPrompt(ports, view, { agent, task: task.value, input: reading.input, branch, worktree });
  if (!prompt.ok) return prompt;
  const wishes = { prompt: prompt.value, worktree, task: task.value?.id ?? null, session: uuidOf(ports.random.hex(16)), model: request.model, timeoutSeconds: request.timeoutSeconds };
  const planned = planRun(agent, config, wishes);
  return planned.ok ? done({ agent, task: task.value, input: reading.input, planned: planned.value }) : planned;
}

async function createJob(ports: Ports, view: View, { agent, task, input, planned }: Asked, by: string): Promise<string> {
  const now = ports.clock.now();
  const job = `${now.toISOString().slice(0, 10).replaceAll('-', '')}-${ports.random.hex(3)}`;
  const timeout = planned.timeoutSeconds > 0 ? planned.timeoutSeconds : runLimits(agent, view.survey.config).timeoutSeconds;
  await ports.journal.append(job, { at: isoSeconds(now), event: 'created', agent: agent.id, task: task?.id ?? null, attempt: 1, priority: task?.priority ?? 'medium', timeout, created_by: by, input, owner: await ports.runner.own() });
  return job;
}

/** Ctrl-C stops the agent, not coord: how it ended is still written down. */
async function carryOut(ports: Ports, view: View, job: string, asked: Asked): Promise<RunAnswer> {
  const before = await treeBefore(ports);
  let running: Running | null = null;
  let isCancelled = false;
  const goBack = await ports.runner.onInterrupt(() => {
    isCancelled = true;
    running?.stop('cancelled');
  });
  const onRunning = (started: Running): void => {
    running = started;
    if (isCancelled) started.stop('cancelled');
  };
  try {
    const ran = await runOnce(ports, { job, planned: asked.planned, cwd: ports.location.root, onRunning });
    return await judge(ports, job, asked, ran, await changes(ports, view, asked, before));
  } finally {
    goBack();
  }
}

interface Changes {
  readonly changed: readonly string[];
  readonly outside: readonly string[];
}

async function changes(ports: Ports, { survey }: View, { agent, task }: Asked, before: Awaited<ReturnType<typeof treeBefore>>): Promise<Changes> {
  const changed = await changedSince(ports, before);
  const outside = outsideScope(changed, agent, task, { owned: ownedGlobs(survey.config, survey.agents), folder: ports.location.folder });
  return { changed: changed.map(({ path }) => path), outside };
}

async function judge(ports: Ports, job: string, { agent, task, planned }: Asked, { outcome, end }: Ran, { changed, outside }: Changes): Promise<RunAnswer> {
  const at = isoSeconds(ports.clock.now());
  const state = outcome.reason === 'cancelled' ? 'cancelled' : isOk(outcome) && outside.length === 0 ? 'success' : 'failed';
  if (state === 'success') await ports.journal.append(job, { at, event: 'finished' });
  else if (state === 'cancelled') await ports.journal.append(job, { at, event: 'cancelled', by: agent.id, message: 'it was stopped' });
  else if (isOk(outcome)) await ports.journal.append(job, { at, event: 'failed', reason: 'outside-scope', message: `it changed ${outside.slice(0, 10).join(', ')}` });
  else await ports.journal.append(job, { at, event: 'failed', reason: outcome.reason, message: outcome.message ?? '' });
  return {
    job,
    agent: agent.id,
    task: task?.id ?? null,
    runtime: planned.runtimeName,
    model: planned.model,
    state,
    outcome,
    seconds: end?.seconds ?? 0,
    changed,
    outside,
    tail: end?.tail ?? '',
    leftovers: end?.leftovers ?? 0,
  };
}
