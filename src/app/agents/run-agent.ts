/** Runs one agent once, where we are: its input checked, its output and what it changed held to what it may. */
import type { JobNews } from '../../core/dispatch/job-event.ts';
import { isOk } from '../../core/dispatch/outcome.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import type { RuntimeKind } from '../../core/dispatch/runtimes/runtime.ts';
import { outsideScope, outsideWords } from '../../core/dispatch/scope.ts';
import type { Agent } from '../../core/model.ts';
import { territoryOf } from '../../core/policy/scope.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { askedRun } from './asked-run.ts';
import type { AskedRun, RunRequest } from './asked-run.ts';
import { newJobId } from '../jobs/new-job-id.ts';
import { note } from '../jobs/note.ts';
import { knownAgent } from '../known-agent.ts';
import type { Ports } from '../ports.ts';
import type { PreparedRun } from './prepare-run.ts';
import { changedSince, treeBefore } from './run-changes.ts';
import { runOnce } from './run-once.ts';
import type { Ran } from './run-once.ts';
import type { Running } from '../ports/runner-port.ts';
import type { View } from '../view.ts';

export interface RunAnswer {
  readonly job: string;
  readonly agent: string;
  readonly task: string | null;
  readonly runtime: string;
  readonly kind: RuntimeKind;
  readonly input: PreparedRun['input'];
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

export async function runAgent(ports: Ports, request: RunRequest): Promise<Result<RunAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const asked = await askedRun(ports, view, request);
  if (!asked.ok) return asked;
  const by = await knownAgent(ports, view, request.as);
  if (!by.ok) return by;
  const job = await createJob(ports, asked.value, by.value ?? 'somebody');
  return done(await carryOut(ports, view, job, asked.value));
}

async function createJob(ports: Ports, { agent, task, attempt, input, planned }: AskedRun, by: string): Promise<string> {
  const job = newJobId(ports);
  await note(ports, job, { event: 'created', agent: agent.id, task: task?.id ?? null, attempt, priority: task?.priority ?? 'medium', timeout: planned.timeoutSeconds, created_by: by, input, owner: await ports.dispatching.self() });
  return job;
}

/** Ctrl-C stops the agent, not coord: how it ended is still written down. */
async function carryOut(ports: Ports, view: View, job: string, asked: AskedRun): Promise<RunAnswer> {
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
    const ran = await runOnce(ports, { job, planned: asked.planned, cwd: ports.location.root, note: (news) => note(ports, job, news), onRunning });
    return await judge(ports, job, asked, ran, await changes(ports, view, asked, before));
  } finally {
    goBack();
  }
}

interface Changes {
  readonly changed: readonly string[];
  readonly outside: readonly string[];
}

async function changes(ports: Ports, { survey }: View, { agent, task }: AskedRun, before: Awaited<ReturnType<typeof treeBefore>>): Promise<Changes> {
  const changed = await changedSince(ports, before);
  const outside = outsideScope(changed, agent, task, territoryOf(survey, ports.location.folder));
  const paths = changed.map(({ path }) => path);
  return { changed: paths, outside: [...new Set([...outside, ...(await ports.files.linksOut(paths))])].sort() };
}

async function judge(ports: Ports, job: string, { agent, task, input, planned }: AskedRun, { outcome, end }: Ran, { changed, outside }: Changes): Promise<RunAnswer> {
  const state = outcome.reason === 'cancelled' ? 'cancelled' : isOk(outcome) && outside.length === 0 ? 'success' : 'failed';
  await note(ports, job, newsOf(state, agent, outcome, { outside, folder: ports.location.folder }));
  return {
    job,
    agent: agent.id,
    task: task?.id ?? null,
    runtime: planned.runtimeName,
    kind: planned.kind,
    input,
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

function newsOf(state: RunAnswer['state'], agent: Agent, outcome: Outcome, { outside, folder }: { readonly outside: readonly string[]; readonly folder: string }): JobNews {
  if (state === 'success') return { event: 'finished' };
  if (state === 'cancelled') return { event: 'cancelled', by: agent.id, message: 'it was stopped' };
  if (isOk(outcome)) return { event: 'failed', reason: 'outside-scope', message: outsideWords(outside, folder) };
  return { event: 'failed', reason: outcome.reason, message: outcome.message ?? '' };
}
