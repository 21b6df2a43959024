/** Where work is about to collide: open tasks that may touch the same files, and branches that will not merge. Writes nothing. */
import { ownedGlobs, ownersOf, ownersWithin } from '../../core/policy/owners.ts';
import { taskConflicts } from '../../core/policy/task-conflicts.ts';
import type { TaskConflict } from '../../core/policy/task-conflicts.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { branchConflicts } from './branch-conflicts.ts';
import type { BranchConflict, BranchConflicts } from './branch-conflicts.ts';
import { isTaken } from '../claims/live-claims.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';

export interface OwnedFile {
  readonly path: string;
  readonly owners: readonly string[];
}

export interface ConflictsAnswer {
  /** `owners`: whose paths both may touch. */
  readonly tasks: { readonly conflicts: readonly (TaskConflict & { readonly owners: readonly string[] })[]; readonly more: number };
  readonly branches: Omit<BranchConflicts, 'conflicts'> & { readonly conflicts: readonly (Omit<BranchConflict, 'paths'> & { readonly files: readonly OwnedFile[] })[] };
  readonly problems: readonly PlacedProblem[];
}

/** `most`: of pairs of tasks. */
export async function planConflicts(ports: Ports, most: number): Promise<Result<ConflictsAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const branches = await branchConflicts(ports, view, claims);
  if (!branches.ok) return branches;
  const { config, agents, problems } = view.survey;
  const owned = ownedGlobs(config, agents);
  const tasks = taskConflicts(view.graph(), ({ id, status }) => status !== 'todo' || isTaken(claims.get(id.toLowerCase())), most);
  return done({
    tasks: { ...tasks, conflicts: tasks.conflicts.map((conflict) => ({ ...conflict, owners: ownersWithin(owned, [conflict.one.glob, conflict.other.glob]) })) },
    branches: { ...branches.value, conflicts: branches.value.conflicts.map(({ paths, ...sides }) => ({ ...sides, files: paths.map((path) => ({ path, owners: ownersOf(owned, path) })) })) },
    problems,
  });
}
