/** Where the work on a claimed task will go. */
import type { Task } from '../core/model.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { beside, nameOf } from '../core/relative-path.ts';
import { branchFor } from '../core/schedule/branch-pattern.ts';
import type { ClaimRecord } from '../core/schedule/claim.ts';
import type { Asking } from './asking.ts';
import { integrationTip } from './integration.ts';
import { mainWorkTree } from './main-work-tree.ts';
import type { Location } from './ports.ts';

export type Place = Pick<ClaimRecord, 'branch' | 'head' | 'worktree'>;

/** A branch that all share tells nothing of one task, so it is not recorded: commits on it are no sign of life. */
export async function claimPlace(asking: Asking, task: Task): Promise<Result<Place>> {
  const { ports, view } = asking;
  const { location, git } = ports;
  const { main, integration } = view.survey.config;
  const head = await git.head();
  if (asking.command.worktree) return newPlace(asking, task, head.commit);
  const isShared = head.branch === integration || head.branch === (await git.defaultBranch(main ?? null));
  return done({ branch: isShared ? null : head.branch, head: head.commit, worktree: location.root });
}

async function newPlace({ ports, view, agent }: Asking, { id }: Task, head: string | null): Promise<Result<Place>> {
  const tip = await integrationTip(ports, view.survey.config);
  if (!tip.ok) return tip;
  return done({ branch: branchFor(agent, id, view.survey.agents), head: tip.value ?? head, worktree: worktreePath(ports.location, id) });
}

/** A new worktree is made from a commit: without the task and the settings in it nobody could work there. */
export async function planUncommitted({ ports, view, command }: Asking, task: Task, start: string | null): Promise<Result<never> | null> {
  if (!command.worktree || start === null) return null;
  const settings = `${ports.location.folder}/coord.yaml`;
  const needed = [...((await ports.files.has(settings)) ? [settings] : []), task.place.file];
  const committed = await ports.git.blobs(start, needed);
  const paths = needed.filter((path) => !committed.has(path));
  return paths.length === 0 ? null : refused('plan-uncommitted', { id: task.id, paths, on: view.survey.config.integration ?? null });
}

function worktreePath(location: Location, id: string): string {
  const main = mainWorkTree(location);
  return beside(main, `${nameOf(main)}-${id}`);
}
