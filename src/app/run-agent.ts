/** Runs one agent once, where we are: its input checked, its output and what it changed held to what it may. */
import { agentFile } from '../core/dispatch/agent-faults.ts';
import type { JobNews } from '../core/dispatch/job-event.ts';
import { triesOf } from '../core/dispatch/limits.ts';
import { isOk } from '../core/dispatch/outcome.ts';
import type { Outcome } from '../core/dispatch/outcome.ts';
import type { RuntimeKind } from '../core/dispatch/runtimes/runtime.ts';
import { withOwnAgents } from '../core/dispatch/own-agents.ts';
import { runtimeOf } from '../core/dispatch/plan-run.ts';
import { outsideScope, outsideWords } from '../core/dispatch/scope.ts';
import type { Agent, Task } from '../core/model.ts';
import { territoryOf } from '../core/policy/scope.ts';
import { errorsIn } from '../core/problem/errors-in.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { handoffsFor } from './agent-prompt.ts';
import { findAgent } from './find-agent.ts';
import { findTask } from './find-task.ts';
import { newJobId } from './jobs/new-job-id.ts';
import { note } from './jobs/note.ts';
import { readJobs } from './jobs/read-jobs.ts';
import { knownAgent } from './known-agent.ts';
import type { Ports } from './ports.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';
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

interface Asked extends PreparedRun {
  readonly attempt: number;
  readonly agent: Agent;
  readonly task: Task | null;
}

export async function runAgent(ports: Ports, request: RunRequest): Promise<Result<RunAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const asked = await whatIsAsked(ports, view, request);
  if (!asked.ok) return asked;
  const by = await knownAgent(ports, view, request.as);
  if (!by.ok) return by;
  const job = await createJob(ports, asked.value, by.value ?? 'somebody');
  return done(await carryOut(ports, view, job, asked.value));
}

async function whatIsAsked(ports: Ports, view: View, request: RunRequest): Promise<Result<Asked>> {
  const agents = withOwnAgents(view.survey.agents);
  const id = findAgent({ survey: { agents } }, request.agent);
  if (!id.ok) return unreadable(view, request.agent, ports.location.folder) ?? id;
  const agent = agents.find((one) => one.id === id.value);
  if (agent === undefined) return refused('no-such-agent', { name: request.agent, nearest: null, agents: agents.map((one) => one.id) });
  const task = request.task === null ? done(null) : findTask(view, request.task);
  if (!task.ok) return task;
  const over = task.value === null ? null : whyOver(task.value);
  if (over !== null) return over;
  if (request.model !== null && takesNoModel(view, agent)) return refused('bad-input', { agent: agent.id, fault: 'it is run by a command, which takes no model' });
  const { branch } = await ports.git.head();
  const { words, model, timeoutSeconds } = request;
  const handoffs = task.value === null ? [] : handoffsFor(view, task.value);
  const attempt = task.value === null ? 1 : triesOf(task.value.id, (await readJobs(ports)).jobs).attempt;
  const prepared = await prepareRun(ports, view, { agent, task: task.value, branch, worktree: ports.location.root, handoffs, words, model, timeoutSeconds, attempt });
  return prepared.ok ? done({ agent, task: task.value, attempt, ...prepared.value }) : prepared;
}

function whyOver({ id, status, place }: Task): Result<never> | null {
  if (status === 'done') return refused('already-done', { id, where: `see ${place.file}` });
  return status === 'cancelled' ? refused('cancelled', { id }) : null;
}

function takesNoModel({ survey }: View, agent: Agent): boolean {
  const runtime = runtimeOf(agent, survey.config);
  return runtime.ok && runtime.value.settings.kind === 'command';
}

/** Somebody described an agent of this name, and nobody can read it. */
function unreadable({ problems }: View, name: string, folder: string): Result<never> | null {
  const inFile = errorsIn(agentFile(folder, name), problems);
  return inFile.length === 0 ? null : refused('bad-agent', { agent: name, problems: inFile });
}

async function createJob(ports: Ports, { agent, task, attempt, input, planned }: Asked, by: string): Promise<string> {
  const job = newJobId(ports);
  await note(ports, job, { event: 'created', agent: agent.id, task: task?.id ?? null, attempt, priority: task?.priority ?? 'medium', timeout: planned.timeoutSeconds, created_by: by, input, owner: await ports.dispatching.self() });
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

async function changes(ports: Ports, { survey }: View, { agent, task }: Asked, before: Awaited<ReturnType<typeof treeBefore>>): Promise<Changes> {
  const changed = await changedSince(ports, before);
  const outside = outsideScope(changed, agent, task, territoryOf(survey, ports.location.folder));
  const paths = changed.map(({ path }) => path);
  return { changed: paths, outside: [...new Set([...outside, ...(await ports.files.linksOut(paths))])].sort() };
}

async function judge(ports: Ports, job: string, { agent, task, input, planned }: Asked, { outcome, end }: Ran, { changed, outside }: Changes): Promise<RunAnswer> {
  const state = outcome.reason === 'cancelled' ? 'cancelled' : isOk(outcome) && outside.length === 0 ? 'success' : 'failed';
  await note(ports, job, newsOf(state, agent, outcome, outside));
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

function newsOf(state: RunAnswer['state'], agent: Agent, outcome: Outcome, outside: readonly string[]): JobNews {
  if (state === 'success') return { event: 'finished' };
  if (state === 'cancelled') return { event: 'cancelled', by: agent.id, message: 'it was stopped' };
  if (isOk(outcome)) return { event: 'failed', reason: 'outside-scope', message: outsideWords(outside) };
  return { event: 'failed', reason: outcome.reason, message: outcome.message ?? '' };
}
