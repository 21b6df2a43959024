/** Where the work on a claimed task will go. */
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { beside, nameOf } from '../../core/relative-path.ts';
import { branchFor } from '../../core/schedule/branch-pattern.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import type { Asking } from './asking.ts';
import { integrationTip } from '../integration.ts';
import { mainWorkTree } from '../main-work-tree.ts';
import type { Location } from '../ports.ts';
import { unsharedBranch } from './unshared-branch.ts';

export type Place = Pick<ClaimRecord, 'branch' | 'head' | 'worktree'>;

/** Files that a worktree has otherwise than they stand here, and the branch here that is merged there once they are committed; null: none is checked out. */
export interface OtherThere {
  readonly paths: readonly string[];
  readonly branch: string | null;
}

/** A branch that all share tells nothing of one task, so it is not recorded: commits on it are no sign of life. */
export async function claimPlace(asking: Asking, task: Task): Promise<Result<Place>> {
  const { ports, view } = asking;
  const { location, git } = ports;
  const head = await git.head();
  if (asking.command.worktree) return newPlace(asking, task, head.commit);
  return done({ branch: await unsharedBranch(ports, view.survey.config, head.branch), head: head.commit, worktree: location.root });
}

async function newPlace({ ports, view, agent }: Asking, { id }: Task, head: string | null): Promise<Result<Place>> {
  const tip = await integrationTip(ports, view.survey.config);
  if (!tip.ok) return tip;
  return done({ branch: branchFor(agent, id, view.survey.agents), head: tip.value ?? head, worktree: worktreePath(ports.location, id) });
}

/** A new worktree is made from a commit: without the task and the settings in it nobody could work there. Else, what of the files that decide how it is done is otherwise there; null: nothing. */
export async function planThere({ ports, view, agent, command }: Asking, { id, place }: Task, start: string | null): Promise<Result<OtherThere | null>> {
  if (!command.worktree || start === null) return done(null);
  const { folder } = ports.location;
  const needed = [`${folder}/coord.yaml`, place.file];
  const paths = [...needed, `${folder}/agents/${agent}.md`];
  const there = await ports.git.textsAt(start, paths);
  const here = new Map(await Promise.all(paths.map(async (path) => [path, await ports.files.read(path)] as const)));
  const lacking = needed.filter((path) => here.get(path) !== null && !there.has(path));
  if (lacking.length > 0) return refused('plan-uncommitted', { id, paths: lacking, on: view.survey.config.integration ?? null });
  const other = paths.filter((path) => withPlainEnds(here.get(path)) !== withPlainEnds(there.get(path)));
  return done(other.length === 0 ? null : { paths: other, branch: (await ports.git.head()).branch });
}

/** Git may have stored other ends of lines. */
function withPlainEnds(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\r\n', '\n');
}

function worktreePath(location: Location, id: string): string {
  const main = mainWorkTree(location);
  return beside(main, `${nameOf(main)}-${id}`);
}
