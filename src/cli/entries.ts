/** Records as they stand in `--json` answers (schemas/answers/records.schema.json). */
import type { Blocker, Decision, Task } from '../core/model.ts';
import type { WaitingOn } from '../core/policy/waiting-on.ts';
import type { DecisionStanding } from '../core/policy/decision-standing.ts';
import type { BlockerEntry, ClaimEntry, DecisionEntry, DecisionStandingEntry, HandoffEntry, NotSharedEntry, OpenBlockerEntry, TaskEntry, TaskRow, VerifierRunEntry, WaitingEntry } from '../core/schemas/types.ts';
import type { HandoffLine } from '../core/survey.ts';
import { verificationOf } from '../app/handoffs/handoff-runs.ts';
import type { LiveClaim } from '../app/claims/live-claims.ts';
import type { OpenBlocker } from '../app/blockers/open-blocker.ts';
import type { VerifierRun } from '../app/tasks/run-verifiers.ts';
import type { NotShared } from '../app/claims/shared-claims.ts';

export function taskRow({ id, title, agent, priority, status }: Task): TaskRow {
  return { id, title, agent, priority, status };
}

export function runEntry(run: VerifierRun): VerifierRunEntry {
  return { name: run.name, exit_code: verificationOf(run).exitCode, seconds: Math.round(run.seconds * 10) / 10 };
}

export function taskEntry(task: Task): TaskEntry {
  const { kind, progress, phase, group, estimate, deadline, files, actions, acceptance, verify, approvers, artifacts, started, completed, proof, approval, notes, place } = task;
  const lists = { files: [...files], actions: [...actions], acceptance: [...acceptance], verify: [...verify], approvers: [...approvers], artifacts: [...artifacts] };
  const proven = proof && { head: proof.head, tree: proof.tree, verified: proof.verified.map(({ name, exitCode, at }) => ({ name, exit_code: exitCode, at })) };
  return { ...taskRow(task), kind, progress, phase, group, estimate_minutes: estimate, deadline, ...lists, started, completed, proof: proven, approval, notes, file: place.file };
}

/** null for one that holds nothing any more. */
export function claimEntry({ id, claim, state, end }: LiveClaim): ClaimEntry | null {
  if (state === 'released' || state === 'done') return null;
  if (claim === null || end === null || state === 'unreadable') return { id, agent: null, state: 'unreadable', since: null, until: null, branch: null, worktree: null, token: null };
  const { agent, since, branch, worktree, token } = claim;
  return { id, agent, state, since, until: end.toISOString(), branch, worktree, token };
}

export function notSharedEntry(why: NotShared | null): NotSharedEntry {
  return why === null ? null : { remote: why.remote, reason: why.reason };
}

export function blockerEntry({ waitsOn, resolvedBy, place, ...rest }: Blocker): BlockerEntry {
  return { ...rest, waits_on: waitsOn, resolved_by: resolvedBy, file: place.file };
}

export function openBlockerEntry({ blocker, due, required, escalation }: OpenBlocker, now: Date): OpenBlockerEntry {
  const isLate = due !== null && due < now;
  return { ...blockerEntry(blocker), due: due === null ? null : due.toISOString(), required: [...required], escalated_to: isLate ? [...escalation] : [] };
}

export function waitingEntry({ blockers, feedback, verdicts, approvals }: WaitingOn): WaitingEntry {
  const fileOf = ({ decision }: DecisionStanding): string => decision.place.file;
  return { blockers: blockers.map(blockerEntry), feedback: feedback.map(fileOf), verdicts: verdicts.map(fileOf), approvals: approvals.map(({ id }) => id) };
}

export function handoffEntry({ file, task, from, to, timestamp, nextSteps, acknowledged }: Omit<HandoffLine, 'receivers'>): HandoffEntry {
  return { file, task, from_agent: from, to_agent: to, timestamp, next_steps: [...nextSteps], acknowledged };
}

export function decisionEntry({ place, decisionMaker, decidedBy, supersededBy, reviewers, supersedes, scope, ...rest }: Decision): DecisionEntry {
  const lists = { reviewers: [...reviewers], supersedes: [...supersedes], scope: [...scope] };
  return { file: place.file, ...rest, ...lists, decision_maker: decisionMaker, decided_by: decidedBy, superseded_by: supersededBy };
}

export function decisionStandingEntry({ decision, maker, missing, due, feedback }: DecisionStanding): DecisionStandingEntry {
  const said = feedback.map(({ by, at, text, place }) => ({ by, at, text, file: place.file }));
  return { decision: decisionEntry(decision), decides: maker, waits_for: decision.status === 'proposed' ? [...missing] : [], feedback_due: due === null ? null : new Date(due).toISOString(), feedback: said };
}
