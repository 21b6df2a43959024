/** Takes a task to work on: the one named, or the best that is free for the agent. */
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { RefusalCode, Result } from '../../core/problem/refusal.ts';
import { actingAgent, isAnothers } from '../acting-agent.ts';
import type { Asking, ClaimCommand } from './asking.ts';
import { claimTask } from './claim-task.ts';
import type { ClaimAnswer } from './claim-task.ts';
import { findTask } from '../find-task.ts';
import { freeTasks } from './free-tasks.ts';
import { liveClaims } from './live-claims.ts';
import { openToWrite } from '../open-to-write.ts';
import type { ClaimRef, Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';

/** What a task that was free a moment ago may have become. */
const TAKEN: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['held-by-another', 'expired-claim', 'already-done']);

export async function claim(given: Ports, command: ClaimCommand): Promise<Result<ClaimAnswer>> {
  const [listed, opened] = await Promise.all([given.claims.list(), openToWrite(given)]);
  if (!opened.ok) return opened;
  const view = opened.value;
  const acting = await actingAgent(given, view, command.as);
  if (!acting.ok) return acting;
  const task = command.id === null ? done(null) : findTask(view, command.id);
  if (!task.ok) return task;
  const ports = shareClaims(given, view);
  const asking: Omit<Asking, 'claims'> = { ports, view, agent: acting.value.agent, command };
  return task.value === null ? claimBest(asking, listed) : claimNamed(asking, task.value, listed);
}

/** The remote is asked for this claim alone, and the claim itself is read after that: the others may be listed meanwhile. */
async function claimNamed(asking: Omit<Asking, 'claims'>, task: Task, listed: readonly ClaimRef[]): Promise<Result<ClaimAnswer>> {
  const [asked, claims] = await Promise.all([asking.ports.claims.refresh(task.id), liveClaims(asking.ports, listed)]);
  return asked.ok ? claimTask({ ...asking, claims }, task) : asked;
}

async function claimBest(unasked: Omit<Asking, 'claims'>, listed: readonly ClaimRef[]): Promise<Result<ClaimAnswer>> {
  const asked = await unasked.ports.claims.refresh(null);
  if (!asked.ok) return asked;
  const asking: Asking = { ...unasked, claims: await liveClaims(unasked.ports, listed) };
  const { view, claims, agent } = asking;
  const { free, withheld } = freeTasks(view, claims, false);
  for (const candidate of free) {
    const task = view.task(candidate.id);
    if (task === null || isAnothers(view, task.agent, agent)) continue;
    const answer = await claimTask(asking, task);
    // Another was quicker: the next best will do.
    if (answer.ok || !TAKEN.has(answer.refusal.code)) return answer;
  }
  return refused('nothing-to-claim', { agent, waiting: view.survey.waiting, held: withheld.length });
}
