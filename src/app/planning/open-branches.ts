/** Branches that are not merged, here or at the remote that is looked at, as last fetched. */
import { settingsOf } from '../../core/documents/settings.ts';
import type { Config } from '../../core/model.ts';
import type { BranchTip, Git } from '../ports.ts';

/** Last committed to first. A branch that is here and at the remote is one: the newer. `merged`: what this commit reaches is left out. */
export async function openBranches(git: Pick<Git, 'branchTips'>, config: Config, merged: string | null): Promise<readonly BranchTip[]> {
  const { remote: watched } = settingsOf(config);
  const tips = (await git.branchTips(merged)).filter(({ remote }) => remote === null || remote === watched);
  const seen = new Set<string>();
  return tips.sort((one, other) => other.at.getTime() - one.at.getTime()).filter(({ branch }) => !seen.has(branch) && seen.add(branch));
}
