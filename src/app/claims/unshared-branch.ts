import type { Config } from '../../core/model.ts';
import type { Ports } from '../ports.ts';

/** The branch, where what is committed on it is not seen by others until it is merged; null: all share it, or it is none. */
export async function unsharedBranch({ git }: Pick<Ports, 'git'>, { main, integration }: Config, branch: string | null): Promise<string | null> {
  if (branch === null || branch === integration) return null;
  return branch === (await git.defaultBranch(main ?? null)) ? null : branch;
}
