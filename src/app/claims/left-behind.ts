import { relativePath } from '../../core/relative-path.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import type { Ports } from '../ports.ts';

/** The worktree of a claim, if it is still there, and what was not committed in it, as one types them from here. */
export async function leftBehind(ports: Pick<Ports, 'git' | 'caller' | 'location'>, { worktree }: ClaimRecord): Promise<readonly string[]> {
  if (worktree === null || !(await ports.git.worktrees()).some(({ path }) => path === worktree)) return [];
  const where = relativePath(ports.caller.cwd, worktree);
  const files = await ports.git.uncommitted(ports.location.folder, worktree);
  return [where, ...files.map((file) => `${where}/${file}`)];
}
