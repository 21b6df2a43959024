/** Where the work on a claimed task will go. */
import type { Task } from '../core/model.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { beside, nameOf } from '../core/relative-path.ts';
import { branchFor } from '../core/schedule/branch-pattern.ts';
import type { ClaimRecord } from '../core/schedule/claim.ts';
import type { Asking } from './asking.ts';
import { mainWorkTree } from './main-work-tree.ts';
import type { Location } from './ports.ts';

/** A branch that all share tells nothing of one task, so it is not recorded: commits on it are no sign of life. */
export async function claimPlace({ ports, view, agent, command }: Asking, task: Task): Promise<Pick<ClaimRecord, 'branch' | 'head' | 'worktree'>> {
  const { location, git } = ports;
  const [head, main] = await Promise.all([git.head(), git.defaultBranch(view.survey.config.main ?? null)]);
  if (command.worktree) return { branch: branchFor(agent, task.id, view.survey.agents), head: head.commit, worktree: worktreePath(location, task.id) };
  return { branch: head.branch === main ? null : head.branch, head: head.commit, worktree: location.root };
}

/** A new worktree is made from HEAD: without the task and the settings in it nobody could work there. */
export async function planUncommitted({ ports, command }: Asking, task: Task, head: string | null): Promise<Result<never> | null> {
  if (!command.worktree || head === null) return null;
  const settings = `${ports.location.folder}/coord.yaml`;
  const needed = [...((await ports.files.has(settings)) ? [settings] : []), task.place.file];
  const committed = await ports.git.blobs(head, needed);
  const paths = needed.filter((path) => !committed.has(path));
  return paths.length === 0 ? null : refused('plan-uncommitted', { id: task.id, paths });
}

function worktreePath(location: Location, id: string): string {
  const main = mainWorkTree(location);
  return beside(main, `${nameOf(main)}-${id}`);
}
