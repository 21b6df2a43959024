/** Branches here, and as remotes were last seen to have them, with their last commits. */
import type { BranchTip, Location } from '../../app/ports.ts';
import { gitText } from './run-git.ts';

const FORMAT = '%(refname)%00%(objectname)%00%(committerdate:unix)%00%(contents:subject)';
const REF = /^refs\/(?:heads|remotes\/([^/]+))\/(.+)$/;

/** `merged`: what this commit reaches is left out. */
export async function branchTips(location: Location, merged: string | null): Promise<readonly BranchTip[]> {
  const open = merged === null ? [] : [`--no-merged=${merged}`];
  const lines = await gitText(location, ['for-each-ref', `--format=${FORMAT}`, ...open, 'refs/heads/', 'refs/remotes/']);
  return lines.split('\n').flatMap((line): BranchTip[] => {
    const [ref = '', commit = '', seconds = '', subject = ''] = line.split('\0');
    const [, remote = null, branch] = REF.exec(ref) ?? [];
    return branch === undefined || branch === 'HEAD' || seconds === '' ? [] : [{ branch, remote, commit, at: new Date(Number(seconds) * 1000), subject }];
  });
}
