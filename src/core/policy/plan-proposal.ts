/** Who has a part in a proposal: who sees it through, who is asked, who decides. */
import { agentIdOf, rosterOf } from '../documents/roster.ts';
import type { Agent, Config, Decision } from '../model.ts';
import { overlaps } from './overlap.ts';

export type Parts = Pick<Decision, 'owner' | 'reviewers' | 'decisionMaker'>;

/** `replaced`: who decided on what it is to replace; they are asked too. */
export function planProposal(proposer: string | null, area: string | null, replaced: readonly string[], { ownership }: Config, agents: readonly Agent[]): Parts {
  const roster = rosterOf(agents);
  const idOf = (name: string): string => agentIdOf(roster, name);
  const rules = area === null ? undefined : ownership?.[area];
  const areaOwner = rules?.owner ? idOf(rules.owner) : null;
  const owner = proposer ?? areaOwner;
  const decisionMaker = rules?.decision_maker ? idOf(rules.decision_maker) : (areaOwner ?? owner);
  const asked = [...(rules?.reviewers ?? []).map(idOf), ...(areaOwner === null ? [] : [areaOwner]), ...replaced];
  return { owner, decisionMaker, reviewers: [...new Set(asked)].filter((name) => name !== owner && name !== decisionMaker) };
}

/** The areas whose paths a scope touches. */
export function areasOf(scope: readonly string[], { ownership }: Config): readonly string[] {
  return Object.entries(ownership ?? {}).flatMap(([name, { paths }]) => (overlaps(scope, paths ?? []) ? [name] : []));
}
