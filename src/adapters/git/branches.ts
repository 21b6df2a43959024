/** What is done to whole branches and worktrees: everything in them committed, one merged into another, one removed. No hooks run. */
import type { CommitOutcome, Location, MergeOutcome, SettledMerge } from '../../app/ports.ts';
import { done } from '../../core/problem/refusal.ts';
import { PATIENCE, isLocked, wait } from '../wait.ts';
import { underLock } from '../workspace-lock.ts';
import { commitPaths, operationUnderWay, withTrailers } from './commit.ts';
import { readHead } from './history.ts';
import { gitFailed, runGit } from './run-git.ts';
import type { GitOptions, GitOutput } from './run-git.ts';
import { commitSettled } from './settled-merge.ts';

/** Git looks for something to tidy up after every commit and merge; a dispatcher has it do that once, when it ends. */
const UNTENDED = ['-c', 'maintenance.auto=false', '-c', 'gc.auto=0'];

/** Everything that is not ignored, removed files too, in the index that the worktree has. */
export async function commitAll(location: Location, message: string, trailers: Readonly<Record<string, string>>): Promise<CommitOutcome> {
  const operation = operationUnderWay(location);
  if (operation !== null) return { committed: false, reason: 'operation-in-progress', detail: operation };
  const added = await patient(location, ['add', '--all', '--', ':/', ':(exclude,glob,top)**/.coord-*-*.tmp'], { env: { GIT_LITERAL_PATHSPECS: '0' } });
  if (added.code !== 0) return { committed: false, reason: 'failed', detail: added.stderr.trim() };
  const committed = await patient(location, [...UNTENDED, 'commit', '--quiet', '--no-verify', '--file=-'], { stdin: withTrailers(message, trailers) });
  const { commit } = await readHead(location);
  return committed.code === 0 && commit !== null ? { committed: true, commit } : { committed: false, reason: 'failed', detail: (committed.stderr || committed.stdout.toString('utf8')).trim() };
}

/** These files and what is staged, which nobody but coord has put there. Where git does not take them, the careful way says why. */
export async function commitHere(location: Location, paths: readonly string[], message: string, trailers: Readonly<Record<string, string>>): Promise<CommitOutcome> {
  const added = operationUnderWay(location) === null ? await patient(location, ['add', '--', ...paths]) : null;
  const committed = added?.code === 0 ? await patient(location, [...UNTENDED, 'commit', '--quiet', '--no-verify', '--no-gpg-sign', '--file=-'], { stdin: withTrailers(message, trailers) }) : null;
  const { commit } = committed?.code === 0 ? await readHead(location) : { commit: null };
  return commit === null ? commitPaths(location, paths, message, trailers) : { committed: true, commit };
}

/** Into the branch that is checked out here. Where git does not merge, everything is as it was. */
export async function mergeBranch(location: Location, ref: string, message: string, settled: SettledMerge | null): Promise<MergeOutcome> {
  const outcome = await underLock(location.commonDir, async () => {
    const merging = settled === null ? ['--no-ff', '--no-edit', '-m', message, ref] : ['--ff-only', await commitSettled(location, message, settled)];
    const { code, stderr, stdout } = await patient(location, [...UNTENDED, 'merge', ...merging]);
    const { commit } = await readHead(location);
    if (code === 0 && commit !== null) return done<MergeOutcome>({ merged: true, commit });
    await runGit(location, ['merge', '--abort'], { writes: true });
    return done<MergeOutcome>({ merged: false, detail: `${stderr}\n${stdout.toString('utf8')}`.trim().split('\n')[0] ?? '' });
  });
  return outcome.ok ? outcome.value : { merged: false, detail: outcome.refusal.code };
}

/** False where something in it is not committed, or a repository of its own lies in it: then it stays. What .gitignore names goes with it. True also where somebody has removed it already. */
export async function removeWorktree(location: Location, path: string): Promise<boolean> {
  const { code, stderr } = await patient(location, ['worktree', 'remove', path]);
  if (code === 0 || stderr.includes('is not a working tree')) return true;
  if (!/contains modified or untracked files|is locked|containing submodules/.test(stderr)) throw gitFailed(['worktree', 'remove'], stderr);
  return false;
}

/** Another git, perhaps one that a coord that was killed had started, holds its locks for a moment only. */
async function patient(location: Location, args: readonly string[], options: Pick<GitOptions, 'stdin' | 'env'> = {}): Promise<GitOutput> {
  for (const pause of PATIENCE) {
    const output = await runGit(location, args, { ...options, writes: true });
    if (output.code === 0 || !isLocked(output.stderr)) return output;
    await wait(pause);
  }
  return runGit(location, args, { ...options, writes: true });
}
