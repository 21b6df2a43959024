/** Who decides on a proposal, who has yet to say something, and until when they are waited for. */
import { recordName } from '../documents/record-name.ts';
import { agentIdOf, resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Agent, Config, Decision, Feedback } from '../model.ts';
import { feedbackDue } from './feedback-overdue.ts';

export interface DecisionStanding {
  readonly decision: Decision;
  /** null: nobody is named for it, so anyone may decide. */
  readonly maker: string | null;
  /** Oldest first, as far as written times tell. */
  readonly feedback: readonly Feedback[];
  /** Reviewers who have not said anything. */
  readonly missing: readonly string[];
  /** Until when feedback is waited for, in milliseconds since 1970. */
  readonly due: number | null;
}

export interface Decisions {
  readonly config: Config;
  readonly agents: readonly Agent[];
  readonly feedback: readonly Feedback[];
}

export function decisionStanding(decision: Decision, { config, agents, feedback }: Decisions): DecisionStanding {
  const said = feedback.filter((one) => recordName(one.decision) === recordName(decision.place.file)).sort(byTime);
  const heard = new Set(said.map(({ by }) => by));
  return { decision, maker: makerOf(decision, config, agents), feedback: said, missing: decision.reviewers.filter((name) => !heard.has(name)), due: feedbackDue(decision, config) };
}

/** Everybody asked has spoken, or had their time. */
export function isRipe({ missing, due }: DecisionStanding, now: number): boolean {
  return missing.length === 0 || due === null || now > due;
}

/** Those of coord are in UTC, so their texts sort as their times do. */
function byTime(one: Feedback, other: Feedback): number {
  const [left, right] = [one.at ?? '', other.at ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** A role such as "Any available" means whoever comes. */
function makerOf({ decisionMaker, area, owner }: Decision, { ownership }: Config, agents: readonly Agent[]): string | null {
  const rules = area === null ? undefined : ownership?.[area];
  const name = decisionMaker ?? rules?.decision_maker ?? rules?.owner ?? owner;
  if (name === null) return null;
  const roster = rosterOf(agents);
  return resolveAgent(roster, name).kind === 'role' ? null : agentIdOf(roster, name);
}
