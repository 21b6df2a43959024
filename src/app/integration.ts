/** The branch in which agents' branches come together, where coord.yaml names one (`integration`): new work begins there. */
import { settingsOf } from '../core/documents/settings.ts';
import type { Config } from '../core/model.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';

type Needed = Pick<Ports, 'git'>;

/** Its newest commit that is known here; null where coord.yaml names no such branch. */
export async function integrationTip({ git }: Needed, config: Config): Promise<Result<string | null>> {
  const { integration: branch, remote } = settingsOf(config);
  if (branch === null) return done(null);
  const [here, there] = await Promise.all([git.commitAt(`refs/heads/${branch}`), git.commitAt(`refs/remotes/${remote}/${branch}`)]);
  if (here === null || there === null) return here ?? there ? done(here ?? there) : refused('no-integration-branch', { branch, remote });
  // Nobody works on a branch that only gathers, so the copy here often lags behind.
  return done((await git.mergeBase(here, there)) === here ? there : here);
}

/** Where the branch in hand is to be merged. */
export async function mergeTarget({ git }: Needed, config: Config, branch: string | null): Promise<string> {
  const { integration } = settingsOf(config);
  const main = await git.defaultBranch(config.main ?? null);
  return integration === null || branch === integration || branch === main ? main : integration;
}
