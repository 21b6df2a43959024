/** Why a task cannot be had now, with what the asker needs to go on. */
import type { Task } from '../../core/model.ts';
import { refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { relativePath } from '../../core/relative-path.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import type { ClaimDecision } from '../../core/schedule/decide-claim.ts';
import { isAnothers } from '../acting-agent.ts';
import type { Asking } from './asking.ts';
import { freeTasks } from './free-tasks.ts';
import { leftBehind } from './left-behind.ts';
import { lostHere } from './lost-here.ts';

const SUGGESTED = 3;

export async function claimRefusal(asking: Asking, task: Task, decision: Exclude<ClaimDecision, { kind: 'take' | 'ours' }>): Promise<Result<never>> {
  const { claim } = decision;
  switch (decision.kind) {
    case 'done': {
      const live = task.status === 'done' ? undefined : asking.claims.get(task.id.toLowerCase());
      const [lost] = live === undefined ? [] : await lostHere(asking.ports, [live]);
      if (lost !== undefined) return refused('done-but-lost', lost);
      return refused('already-done', { id: task.id, where: task.status === 'done' ? `see ${task.place.file}` : claim.branch === null ? `by ${claim.agent}, but not here` : `on branch ${claim.branch} and not merged here` });
    }
    case 'held-by-another': {
      const { agent, since, until } = claim;
      return refused('held-by-another', { id: task.id, agent, since, until, where: await whereOf(asking, claim), free: freeFor(asking, task.id), asking: asking.agent });
    }
    case 'expired': {
      const { agent, branch } = claim;
      return refused('expired-claim', { id: task.id, agent, until: decision.end.toISOString(), branch, left: await leftBehind(asking.ports, claim) });
    }
  }
}

/** Where it is on another machine helps nobody here. */
async function whereOf({ ports }: Asking, { worktree }: ClaimRecord): Promise<string | null> {
  if (worktree === null || !(await ports.condition.exists(worktree))) return null;
  return worktree === ports.location.root ? '.' : relativePath(ports.caller.cwd, worktree);
}

function freeFor({ view, claims, agent }: Asking, except: string): readonly string[] {
  const { free } = freeTasks(view, claims, false);
  return free.filter((task) => task.id !== except && !isAnothers(view, task.agent, agent)).slice(0, SUGGESTED).map(({ id }) => id);
}
