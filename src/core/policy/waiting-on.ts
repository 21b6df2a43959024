/** What waits for somebody to answer: an agent or a person. Worked out, never stored. */
import { rosterOf } from '../documents/roster.ts';
import type { Blocker } from '../model.ts';
import type { ApprovalRequest, Survey } from '../survey.ts';
import { mayApprove } from './approval.ts';
import { decisionStanding, isRipe } from './decision-standing.ts';
import type { DecisionStanding } from './decision-standing.ts';

export interface WaitingOn {
  /** Blockers that wait for them, gravest first. */
  readonly blockers: readonly Blocker[];
  /** Proposals on which they have not said anything. */
  readonly feedback: readonly DecisionStanding[];
  /** Proposals that are ripe, and theirs to decide. */
  readonly verdicts: readonly DecisionStanding[];
  readonly approvals: readonly ApprovalRequest[];
}

type Records = Pick<Survey, 'config' | 'agents' | 'blockers' | 'decisions' | 'feedback' | 'approvals'>;

/** Before anybody has to be asked who they are. */
export function isAnybodyWaitedFor({ blockers, decisions, approvals }: Records): boolean {
  return blockers.some(({ waitsOn }) => waitsOn !== null) || decisions.some(({ status }) => status === 'proposed') || approvals.length > 0;
}

/** `who`: several agents may work in one worktree. Names of people count as the same in upper and lower case. */
export function waitingOn(who: readonly string[], records: Records, now: number): WaitingOn {
  const isThem = (name: string | null): boolean => who.some((one) => one.toLowerCase() === name?.toLowerCase());
  const roster = rosterOf(records.agents);
  const proposals = records.decisions.filter(({ status }) => status === 'proposed').map((decision) => decisionStanding(decision, records));
  return {
    blockers: records.blockers.filter(({ waitsOn, approval }) => isThem(waitsOn) && approval === null).sort(bySeverity),
    feedback: proposals.filter(({ missing }) => missing.some(isThem)),
    verdicts: proposals.filter((standing) => isThem(standing.maker) && isRipe(standing, now)),
    approvals: records.approvals.filter(({ approvers, approval }) => approval === null && who.some((one) => mayApprove(one, approvers, roster))),
  };
}

/** Gravest first, then by task. */
export function bySeverity(one: Blocker, other: Blocker): number {
  return one.severity + one.task < other.severity + other.task ? -1 : 1;
}
