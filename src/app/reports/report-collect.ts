/** What there is of each agent: how much is done, its last commit, the branches that are not merged. No network. */
import { agentIds, rosterOf } from '../../core/documents/roster.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { agentOfBranch } from '../../core/schedule/branch-pattern.ts';
import { openBranches } from '../planning/open-branches.ts';
import type { BranchTip, Ports } from '../ports.ts';

export interface LastCommit {
  readonly commit: string;
  readonly at: Date;
  readonly subject: string;
}

export interface AgentCollection {
  readonly id: string;
  readonly name: string;
  readonly done: number;
  /** Cancelled ones left out. */
  readonly total: number;
  readonly last: LastCommit | null;
  /** Last committed to first. */
  readonly branches: readonly BranchTip[];
}

export interface Collection {
  readonly agents: readonly AgentCollection[];
  readonly problems: readonly PlacedProblem[];
}

export async function reportCollect({ store, git, location }: Ports): Promise<Result<Collection>> {
  const opened = await store.open();
  if (!opened.ok) return opened;
  const { survey, problems } = opened.value;
  const main = await git.defaultBranch(survey.config.main ?? null);
  const merged = (await git.commitAt(`refs/heads/${main}`)) ?? (await git.commitAt(`refs/remotes/origin/${main}`));
  const [tips, history] = await Promise.all([openBranches(git, survey.config, merged), git.workspaceHistory(location.folder)]);
  const idOf = agentIds(rosterOf(survey.agents));
  const commits = history.map(({ commit, at, subject, agents }) => ({ commit, at: new Date(at), subject, agents: agents.map(idOf) }));
  const agents = survey.agents.map(({ id, name }): AgentCollection => {
    const branches = tips.filter(({ branch }) => agentOfBranch(branch, survey.agents) === id);
    const [last = null] = [...branches, ...commits.filter(({ agents: named }) => named.includes(id))].sort(byTime);
    const load = survey.loads.find((one) => one.id === id);
    const finished = load?.done ?? 0;
    return { id, name, done: finished, total: finished + (load?.open ?? 0), last: last && { commit: last.commit, at: last.at, subject: last.subject }, branches };
  });
  return done({ agents, problems });
}

const byTime = (one: LastCommit, other: LastCommit): number => other.at.getTime() - one.at.getTime();
