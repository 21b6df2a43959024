/** Puts a claim in place, and its worktree where one was asked for. */
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import type { Asking } from './asking.ts';
import { isTaken } from './live-claims.ts';
import type { ClaimRef, Holding } from '../ports.ts';

/** False: another came between. In another worktree the id may stand in other letters, upper and lower: that is the same task. */
export async function takeClaim(asking: Asking, task: Task, ref: ClaimRef | null, next: ClaimRecord): Promise<Result<boolean>> {
  const { claims } = asking.ports;
  const namesake = asking.claims.get(task.id.toLowerCase());
  if (namesake !== undefined && namesake.id !== task.id && (isTaken(namesake) || namesake.state === 'done')) return refused('id-taken', { id: task.id, file: `refs/coord/tasks/${namesake.id}` });
  const { worktree } = asking.command;
  const holding: Holding = { id: task.id, agent: next.agent, nonce: next.nonce, session: next.session };
  await claims.intend(holding);
  const swapped = await claims.swap(task.id, ref?.oid ?? null, next);
  const made = swapped.ok && swapped.value && worktree ? await makeWorktree(asking, task, next) : done(undefined);
  if (!swapped.ok || !swapped.value || !made.ok) {
    // What nobody can tell yet may turn out to be ours.
    if (swapped.ok || swapped.refusal.code !== 'remote-unclear') await claims.forget(holding);
    return made.ok ? swapped : made;
  }
  await claims.hold(holding, worktree ? (next.worktree ?? undefined) : undefined);
  return done(true);
}

/** Without its worktree the claim is given back at once. */
async function makeWorktree({ ports, command }: Asking, task: Task, taken: ClaimRecord): Promise<Result<void>> {
  const made = await ports.git.addWorktree(taken.worktree ?? '', taken.branch ?? '', { continues: command.takeOver, from: taken.head });
  if (made.ok) return made;
  const ref = await ports.claims.read(task.id);
  if (ref?.claim?.nonce === taken.nonce) await ports.claims.swap(task.id, ref.oid, { ...taken, state: 'released' });
  return made;
}

/** Held here, but made for a worktree: coord was stopped before that was ready, and goes on. False: there is nothing to do. */
export async function moveClaim({ ports, command }: Asking, { id }: Task, { agent, nonce, session, branch, head, worktree }: ClaimRecord): Promise<Result<boolean>> {
  if (!command.worktree || worktree === null || worktree === ports.location.root) return done(false);
  const isThere = (await ports.git.worktrees()).some(({ path }) => path === worktree);
  const made = isThere ? done(undefined) : await ports.git.addWorktree(worktree, branch ?? '', { continues: true, from: head });
  if (!made.ok) return made;
  await ports.claims.hold({ id, agent, nonce, session }, worktree);
  await ports.claims.drop(id);
  return done(true);
}
