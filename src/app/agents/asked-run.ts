/** What `coord run` is asked for, made ready: who is run, on what, how; or why not. */
import { agentFile } from '../../core/dispatch/agent-faults.ts';
import { withOwnAgents } from '../../core/dispatch/own-agents.ts';
import { runtimeOf } from '../../core/dispatch/plan-run.ts';
import { triesOf } from '../../core/dispatch/tries.ts';
import type { Agent, Task } from '../../core/model.ts';
import { errorsIn } from '../../core/problem/errors-in.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { handoffsFor } from './agent-prompt.ts';
import { findAgent } from '../find-agent.ts';
import { findTask } from '../find-task.ts';
import { readJobs } from '../jobs/read-jobs.ts';
import type { Ports } from '../ports.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { View } from '../view.ts';

export interface RunRequest {
  readonly agent: string;
  /** What stands after its name: its input, as flags. */
  readonly words: readonly string[];
  readonly task: string | null;
  readonly model: string | null;
  readonly timeoutSeconds: number | null;
  readonly as: string | null;
}

export interface AskedRun extends PreparedRun {
  readonly attempt: number;
  readonly agent: Agent;
  readonly task: Task | null;
}

export async function askedRun(ports: Ports, view: View, request: RunRequest): Promise<Result<AskedRun>> {
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
