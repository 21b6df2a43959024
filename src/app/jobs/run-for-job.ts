/** The agent of a job, run once in the job's worktree. */
import type { Job } from '../../core/dispatch/job.ts';
import { readInput } from '../../core/dispatch/inputs/input-flags.ts';
import { planRun } from '../../core/dispatch/plan-run.ts';
import type { PlannedRun } from '../../core/dispatch/plan-run.ts';
import { readAgentSchemas } from '../../core/dispatch/read-agent-schema.ts';
import { uuidOf } from '../../core/dispatch/uuid-of.ts';
import type { Handoff, Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { agentPrompt, handoffsFor } from '../agent-prompt.ts';
import type { Ports } from '../ports.ts';
import { runOnce } from '../run-once.ts';
import { failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';

export async function runForJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports, stops } = carrying;
  const planned = await plan(ports, job);
  if (!planned.ok) return failJob(carrying, job, planned.refusal.code, carrying.describe(planned.refusal));
  let latest = job;
  await runOnce(ports, {
    job: job.id,
    planned: planned.value.run,
    cwd: planned.value.worktree,
    note: async (news) => {
      latest = await noteAndTell(carrying, job, news);
    },
    onRunning: (running) => stops.set(job.id, (reason) => running.stop(reason)),
  });
  stops.delete(job.id);
  return latest;
}

/** Who runs how is decided by the files where the dispatcher is; what was handed over, by the branch of the job. */
async function plan(ports: Ports, { agent: id, task: taskId, place, input, timeoutSeconds }: Job): Promise<Result<{ readonly run: PlannedRun; readonly worktree: string }>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { agents, config } = opened.value.survey;
  const agent = agents.find((one) => one.id === id);
  if (agent === undefined || place === null) return refused('no-such-agent', { name: id, nearest: null, agents: agents.map((one) => one.id) });
  // A task gives no input: what has no default is missing.
  const { flags, faults } = readAgentSchemas(agent);
  const reading = faults.length > 0 ? { input: {} } : readInput([], flags);
  if ('fault' in reading) return refused('bad-input', { agent: id, fault: reading.fault });
  const { worktree, branch } = place;
  const task = taskId === null ? null : opened.value.task(taskId);
  const prompt = await agentPrompt(ports, opened.value, { agent, task, input: { ...reading.input, ...input }, branch, worktree, handoffs: await handoffsThere(ports, worktree, task) });
  if (!prompt.ok) return prompt;
  const run = planRun(agent, config, { prompt: prompt.value, worktree, task: taskId, session: uuidOf(ports.random.hex(16)), model: null, timeoutSeconds });
  return run.ok ? done({ run: run.value, worktree }) : run;
}

async function handoffsThere(ports: Ports, worktree: string, task: Task | null): Promise<readonly Handoff[]> {
  const there = task === null ? null : await ports.at(worktree);
  const opened = there?.ok === true ? await there.value.store.open() : null;
  return task !== null && opened?.ok === true ? handoffsFor(opened.value, task) : [];
}
