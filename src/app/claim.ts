/** Takes a task to work on: the one named, or the best that is free for the agent. Writes no file (DESIGN 5). */
import { settingsOf } from '../core/documents/settings.ts';
import type { Task } from '../core/model.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { ClaimRecord } from '../core/schedule/claim.ts';
import { isPastUntil } from '../core/schedule/claim-state.ts';
import { criteriaText } from '../core/schedule/criteria.ts';
import { decideClaim } from '../core/schedule/decide-claim.ts';
import { actingAgent, isAnothers } from './acting-agent.ts';
import type { Asking, ClaimCommand } from './asking.ts';
import { claimPlace } from './claim-place.ts';
import { claimRefusal } from './claim-refusal.ts';
import { findTask } from './find-task.ts';
import { freeTasks } from './free-tasks.ts';
import { isMine } from './held-task.ts';
import { holdsOn } from './holds-on.ts';
import { branchRef, liveClaims } from './live-claims.ts';
import { openToWrite } from './open-to-write.ts';
import type { ClaimRef, Holding, Ports } from './ports.ts';

export interface ClaimAnswer {
  readonly id: string;
  readonly title: string;
  readonly claim: ClaimRecord;
  /** False: it was held here already. */
  readonly isNew: boolean;
  /** Whose expired claim was taken over. */
  readonly lostFrom: string | null;
  /** A task in progress that may touch the same files. */
  readonly near: { readonly with: string; readonly files: string } | null;
  /** A worktree was made for it. */
  readonly madeWorktree: boolean;
}

export async function claim(ports: Ports, command: ClaimCommand): Promise<Result<ClaimAnswer>> {
  const [opened, claims] = await Promise.all([openToWrite(ports), liveClaims(ports)]);
  if (!opened.ok) return opened;
  const view = opened.value;
  const acting = await actingAgent(ports, view, command.as);
  if (!acting.ok) return acting;
  const asking: Asking = { ports, view, claims, agent: acting.value.agent, command };
  if (command.id === null) return claimBest(asking);
  const task = findTask(view, command.id);
  return task.ok ? claimTask(asking, task.value) : task;
}

async function claimBest(asking: Asking): Promise<Result<ClaimAnswer>> {
  const { view, claims, agent } = asking;
  const { free, withheld } = freeTasks(view, claims, false);
  for (const candidate of free) {
    const task = view.task(candidate.id);
    if (task === null || isAnothers(view, task.agent, agent)) continue;
    const answer = await claimTask(asking, task);
    // Another was quicker: the next best will do.
    if (answer.ok || answer.refusal.code !== 'held-by-another') return answer;
  }
  return refused('nothing-to-claim', { agent, waiting: view.survey.waiting, held: withheld.length });
}

async function claimTask(asking: Asking, task: Task): Promise<Result<ClaimAnswer>> {
  const { ports, view, agent, command } = asking;
  const place = await claimPlace(asking, task);
  // Goes round only when another has changed the claim meanwhile.
  for (;;) {
    const ref = await ports.claims.read(task.id);
    if (ref !== null && ref.claim === null) return refused('unreadable-claim', { id: task.id });
    const now = ports.clock.now();
    const held = (await ports.claims.holdings()).find((holding) => holding.id === task.id && isMine(holding, agent, ports.caller.session));
    const request = {
      ...place,
      agent,
      now,
      nonce: ports.random.hex(16),
      leaseMinutes: settingsOf(view.survey.config).leaseMinutes,
      criteria: ports.digest(criteriaText(task)),
      session: ports.caller.session,
      held: held?.nonce ?? null,
      takeOver: command.takeOver,
    };
    const decision = decideClaim(ref?.claim ?? null, await tipOf(ports, ref, now), request);
    if (decision.kind === 'ours') return keepHeld(asking, task, ref, decision.claim, decision.next);
    if (decision.kind !== 'take') return claimRefusal(asking, task, decision);
    const unfit = whyNot(asking, task);
    if (unfit !== null) return unfit;
    const taken = await take(asking, task, ref, decision.next);
    if (taken !== null) return taken;
  }
}

async function tipOf({ git }: Pick<Ports, 'git'>, ref: ClaimRef | null, now: Date): Promise<Date | null> {
  const claimed = ref?.claim ?? null;
  const branch = claimed !== null && isPastUntil(claimed, now) ? claimed.branch : null;
  return branch === null ? null : ((await git.tipTimes([branchRef(branch)])).get(branchRef(branch)) ?? null);
}

/** What the files and the team say against starting it; null: nothing. */
function whyNot({ view, agent, command }: Asking, task: Task): Result<never> | null {
  if (task.status === 'done') return refused('already-done', { id: task.id, where: task.place.file });
  if (task.status === 'cancelled') return refused('cancelled', { id: task.id });
  if (!command.take && isAnothers(view, task.agent, agent)) return refused('wrong-agent', { id: task.id, agent, assigned: task.agent ?? '' });
  if (view.survey.ready.some(({ id }) => id === task.id)) return null;
  return refused('not-ready', { id: task.id, holds: holdsOn(view, task.id) });
}

async function keepHeld(asking: Asking, task: Task, ref: ClaimRef | null, current: ClaimRecord, next: ClaimRecord | null): Promise<Result<ClaimAnswer>> {
  if (next !== null) {
    const swapped = await asking.ports.claims.swap(task.id, ref?.oid ?? null, next);
    if (!swapped.ok) return swapped;
  }
  const kept = next ?? current;
  const madeWorktree = asking.command.worktree && kept.worktree !== asking.ports.location.root;
  const moved = madeWorktree ? await moveToWorktree(asking, kept, task.id) : done(undefined);
  return moved.ok ? done(answerOf(asking, task, kept, { isNew: false, lostFrom: null, madeWorktree })) : moved;
}

/** Held here, but meant for another worktree: coord was stopped while it made that, so it goes on where it was. */
async function moveToWorktree({ ports }: Asking, { agent, nonce, session, ...claimed }: ClaimRecord, id: string): Promise<Result<void>> {
  const worktree = claimed.worktree ?? '';
  const isThere = (await ports.git.worktrees()).some(({ path }) => path === worktree);
  const made = isThere ? done(undefined) : await ports.git.addWorktree(worktree, claimed.branch ?? '', { continues: true });
  if (!made.ok) return made;
  await ports.claims.hold({ id, agent, nonce, session }, worktree);
  await ports.claims.drop(id);
  return done(undefined);
}

/** null: another came between. */
async function take(asking: Asking, task: Task, ref: ClaimRef | null, next: ClaimRecord): Promise<Result<ClaimAnswer> | null> {
  const { ports, command } = asking;
  const holding: Holding = { id: task.id, agent: next.agent, nonce: next.nonce, session: next.session };
  await ports.claims.intend(holding);
  const swapped = await ports.claims.swap(task.id, ref?.oid ?? null, next);
  if (!swapped.ok || !swapped.value) {
    await ports.claims.forget(holding);
    return swapped.ok ? null : swapped;
  }
  if (command.worktree) {
    const made = await makeWorktree(asking, task, next);
    if (!made.ok) {
      await ports.claims.forget(holding);
      return made;
    }
  }
  await ports.claims.hold(holding, command.worktree ? (next.worktree ?? undefined) : undefined);
  const lostFrom = ref?.claim?.state === 'held' ? ref.claim.agent : null;
  return done(answerOf(asking, task, next, { isNew: true, lostFrom, madeWorktree: command.worktree }));
}

/** Without its worktree the claim is given back at once. */
async function makeWorktree({ ports, command }: Asking, task: Task, taken: ClaimRecord): Promise<Result<void>> {
  const made = await ports.git.addWorktree(taken.worktree ?? '', taken.branch ?? '', { continues: command.takeOver });
  if (made.ok) return made;
  const ref = await ports.claims.read(task.id);
  if (ref?.claim?.nonce === taken.nonce) await ports.claims.swap(task.id, ref.oid, { ...taken, state: 'released' });
  return made;
}

function answerOf({ view, claims }: Asking, task: Task, claimed: ClaimRecord, how: Pick<ClaimAnswer, 'isNew' | 'lostFrom' | 'madeWorktree'>): ClaimAnswer {
  const because = freeTasks(view, claims, true).withheld.find((withheld) => withheld.task.id === task.id)?.because;
  return { id: task.id, title: task.title, claim: claimed, ...how, near: because?.why === 'overlap' ? { with: because.with, files: because.files } : null };
}
