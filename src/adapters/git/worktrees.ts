/** Linked worktrees. Two `git worktree add` at once collide on git's locks, so ours wait for each other. */
import { existsSync } from 'node:fs';
import type { Location, Worktree } from '../../app/ports.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { underLock } from '../workspace-lock.ts';
import { askSimpleGit } from './open-simple-git.ts';
import { readHead } from './history.ts';
import { runGit } from './run-git.ts';
import { standingRef } from './standing-answers.ts';
import { isLocked, wait } from '../wait.ts';

/** Milliseconds between tries, for the locks of gits that are not ours. */
const PATIENCE = [20, 60, 200, 600];

export async function listWorktrees(location: Location): Promise<readonly Worktree[]> {
  const text = await askSimpleGit(location, ['worktree', 'list', '--porcelain', '-z']);
  return text.split('\0\0').filter((block) => block.startsWith('worktree ')).map((block) => {
    const lines = block.split('\0');
    const branch = lines.find((line) => line.startsWith('branch refs/heads/'));
    // Git locks a worktree until all of its files stand in it.
    const isBeingMade = lines.includes('locked initializing');
    return { path: (lines[0] ?? '').slice('worktree '.length), branch: branch === undefined ? null : branch.slice('branch refs/heads/'.length), ...(isBeingMade ? { isBeingMade } : {}) };
  });
}

export function addWorktree(location: Location, path: string, branch: string, { continues, from } = { continues: false, from: null as string | null }): Promise<Result<void>> {
  return underLock(location.commonDir, async () => {
    if (existsSync(path)) return refused('path-exists', { path });
    // Git hands the name on to `git branch`, which would take it for an option.
    if (branch.startsWith('-')) return refused('git-failed', { command: 'git worktree add', reason: `'${branch}' is not a valid branch name` });
    if ((await readHead(location)).commit === null) return refused('no-first-commit', { verb: 'claim --worktree' });
    const exists = await isBranch(location, branch);
    if (exists && !continues) return refused('branch-exists', { branch });
    const onBranch = ['worktree', 'add', path, branch];
    return tried(location, exists ? onBranch : ['worktree', 'add', '--no-track', '-b', branch, path, ...(from === null ? [] : [from])], onBranch);
  });
}

async function isBranch(location: Location, branch: string): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  const known = await standingRef(location, ref);
  return known === undefined ? (await runGit(location, ['show-ref', '--verify', '-q', ref])).code === 0 : known !== null;
}

/** `onBranch`: the same once the branch is there. */
async function tried(location: Location, args: readonly string[], onBranch: readonly string[], [pause, ...later]: readonly number[] = PATIENCE): Promise<Result<void>> {
  try {
    await askSimpleGit(location, args, { writes: true });
    return done(undefined);
  } catch (error) {
    if (!(error instanceof EnvironmentFailure)) throw error;
    const said = error.refusal.code === 'git-failed' ? error.refusal.facts.reason : '';
    if (!(isLocked(said) || isSwept(said)) || pause === undefined) return { ok: false, refusal: error.refusal };
    await wait(pause);
    return tried(location, isSwept(said) ? onBranch : args, onBranch, later);
  }
}

/** With the last worktree git removes the folder that lists them: one that is added at that moment has its branch by then, and no place. */
function isSwept(said: string): boolean {
  return /could not create directory of .*worktrees/.test(said);
}
