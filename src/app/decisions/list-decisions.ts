/** Decisions and how they stand: those open for feedback first, soonest due; then the newest. */
import type { DecisionStatus } from '../../core/model.ts';
import { decisionStanding } from '../../core/policy/decision-standing.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { nameOfDecision } from './find-decision.ts';
import type { Ports } from '../ports.ts';

export interface DecisionsAnswer {
  readonly decisions: readonly DecisionStanding[];
  /** Left out: rejected and superseded ones. */
  readonly past: number;
  readonly problems: readonly PlacedProblem[];
}

const LIVE: ReadonlySet<DecisionStatus> = new Set(['proposed', 'accepted']);

export async function listDecisions(ports: Ports, all: boolean): Promise<Result<DecisionsAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { survey } = opened.value;
  const shown = survey.decisions.filter(({ status }) => all || LIVE.has(status));
  const decisions = shown.map((decision) => decisionStanding(decision, survey)).sort(byUrgency);
  return done({ decisions, past: survey.decisions.length - shown.length, problems: survey.problems });
}

function byUrgency(one: DecisionStanding, other: DecisionStanding): number {
  const isOpen = ({ decision }: DecisionStanding): number => (decision.status === 'proposed' ? 0 : 1);
  const due = (standing: DecisionStanding): number => (isOpen(standing) === 0 ? (standing.due ?? Infinity) : 0);
  if (isOpen(one) !== isOpen(other)) return isOpen(one) - isOpen(other);
  if (due(one) !== due(other)) return due(one) - due(other);
  return nameOfDecision(one.decision) < nameOfDecision(other.decision) ? 1 : -1;
}
