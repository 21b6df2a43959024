/** Everything that is wrong between records, as far as files alone tell. Problems within one file are its reader's. */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Handoff } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import { findAgentContradictions } from './agent-contradicts.ts';
import { findMissingApprovals } from './approval-missing.ts';
import { findMissingArtifacts } from './artifact-missing.ts';
import { findOverdueBlockers } from './blocker-overdue.ts';
import { findUnknownCommits } from './commit-unknown.ts';
import { findDanglingSupersedes } from './dangling-supersedes.ts';
import { findDeadlinesBeforeDependency } from './deadline-before-dependency.ts';
import { findDependencyCycles } from './dependency-cycle.ts';
import { findDoneBeforeDependency } from './done-before-dependency.ts';
import { findDuplicateIds } from './duplicate-id.ts';
import { findOverdueFeedback } from './feedback-overdue.ts';
import type { HandoffEvidence } from './handoff-evidence.ts';
import { findStaleHandoffs } from './handoff-stale.ts';
import { findMissingDependencies } from './missing-dependency.ts';
import { findOpenBlockersOnDone } from './open-blocker-on-done.ts';
import { findPageContradictions } from './page-contradicts.ts';
import { findSelfDependencies } from './self-dependency.ts';
import { findUnknownAgents } from './unknown-agent.ts';
import { findUnknownChannels } from './unknown-channel.ts';
import { findUnknownDecisions } from './unknown-decision.ts';
import { findUnknownPhases } from './unknown-phase.ts';
import { findUnknownRuntimes } from './unknown-runtime.ts';
import { findUnknownTasks } from './unknown-task.ts';
import { findUnknownVerifiers } from './unknown-verifier.ts';

type Rule = (workspace: Workspace, graph: TaskGraph) => readonly Problem[];

const RULES: readonly Rule[] = [
  findDuplicateIds,
  findMissingDependencies,
  findSelfDependencies,
  findDependencyCycles,
  findUnknownAgents,
  findUnknownVerifiers,
  findUnknownRuntimes,
  findUnknownChannels,
  findUnknownPhases,
  findUnknownTasks,
  findDoneBeforeDependency,
  findMissingApprovals,
  findOpenBlockersOnDone,
  findDeadlinesBeforeDependency,
  findAgentContradictions,
  findPageContradictions,
  findUnknownDecisions,
  findDanglingSupersedes,
];

/** By file; within a file in the order of the rules. Whoever knows positions sorts by them. */
export function checkWorkspace(workspace: Workspace, graph: TaskGraph): Problem[] {
  return RULES.flatMap((rule) => rule(workspace, graph)).sort(byFile);
}

/** What depends on the time it is asked: warnings only, and `--strict` does not count them. */
export function checkClock(records: Pick<Workspace, 'config' | 'decisions' | 'blockers' | 'agents'>, now: number): Problem[] {
  return [...findOverdueFeedback(records, now), ...findOverdueBlockers(records, now)].sort(byFile);
}

/** What only git and the work tree can tell. */
export function checkHandoffs(handoffs: readonly Handoff[], evidence: HandoffEvidence): Problem[] {
  return [findMissingArtifacts, findUnknownCommits, findStaleHandoffs].flatMap((rule) => rule(handoffs, evidence)).sort(byFile);
}

function byFile(one: Problem, other: Problem): number {
  if (one.place.file === other.place.file) return 0;
  return one.place.file < other.place.file ? -1 : 1;
}
