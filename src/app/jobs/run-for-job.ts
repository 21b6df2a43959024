/** The agent of a job, run once in the job's worktree. */
import type { Job } from '../../core/dispatch/job.ts';
import type { PlannedRun } from '../../core/dispatch/plan-run.ts';
import type { Handoff, Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { handoffsFor } from '../agents/agent-prompt.ts';
import type { Ports } from '../ports.ts';
import { prepareRun } from '../agents/prepare-run.ts';
import { runOnce } from '../agents/run-once.ts';
import { failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';

export async function runForJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports, stops, hear } = carrying;
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
    onSigns: (signs) => hear?.(job.id, signs),
    onRunning: (running) => stops.set(job.id, (reason) => running.stop(reason)),
  });
  stops.delete(job.id);
  return latest;
}

/** Who runs how is decided by the files where the dispatcher is; what was handed over, by the branch of the job. */
async function plan(ports: Ports, { agent: id, task: taskId, place, timeoutSeconds, attempt }: Job): Promise<Result<{ readonly run: PlannedRun; readonly worktree: string }>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { agents } = opened.value.survey;
  const agent = agents.find((one) => one.id === id);
  if (agent === undefined || place === null) return refused('no-such-agent', { name: id, nearest: null, agents: agents.map((one) => one.id) });
  const { worktree, branch } = place;
  const task = taskId === null ? null : opened.value.task(taskId);
  const handoffs = await handoffsThere(ports, worktree, task);
  const prepared = await prepareRun(ports, opened.value, { agent, task, branch, worktree, handoffs, words: [], model: null, timeoutSeconds, attempt });
  return prepared.ok ? done({ run: prepared.value.planned, worktree }) : prepared;
}

async function handoffsThere(ports: Ports, worktree: string, task: Task | null): Promise<readonly Handoff[]> {
  const there = task === null ? null : await ports.at(worktree);
  const opened = there?.ok === true ? await there.value.store.open() : null;
  return task !== null && opened?.ok === true ? handoffsFor(opened.value, task) : [];
}
