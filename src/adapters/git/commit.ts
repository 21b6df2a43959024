/**
 * Commits given files and nothing else: built in an index of its own from HEAD, so what the user has staged stays as
 * it is, and put in place by compare-and-swap. No hooks run: what is written here has been validated by coord itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitOutcome, Location } from '../../app/ports.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { releaseSignals } from '../hold-signals.ts';
import { underLock } from '../workspace-lock.ts';
import { readHead } from './history.ts';
import { treeThrough } from './own-index.ts';
import { gitText, runGit } from './run-git.ts';
import { PATIENCE, wait } from '../wait.ts';

const OPERATIONS: Readonly<Record<string, string>> = {
  'MERGE_HEAD': 'merge',
  'rebase-merge': 'rebase',
  'rebase-apply': 'rebase',
  'CHERRY_PICK_HEAD': 'cherry-pick',
  'REVERT_HEAD': 'revert',
  'BISECT_LOG': 'bisect',
};

/** What git calls it; null: none. */
export function operationUnderWay({ gitDir }: Pick<Location, 'gitDir'>): string | null {
  return Object.entries(OPERATIONS).find(([name]) => existsSync(join(gitDir, name)))?.[1] ?? null;
}

export async function commitPaths(location: Location, paths: readonly string[], message: string, trailers: Readonly<Record<string, string>>): Promise<CommitOutcome> {
  const operation = operationUnderWay(location);
  if (operation !== null) return { committed: false, reason: 'operation-in-progress', detail: operation };
  try {
    const outcome = await underLock(location.commonDir, () => commitOnHead(location, paths, withTrailers(message, trailers)));
    return outcome.ok ? outcome.value : { committed: false, reason: 'failed', detail: outcome.refusal.code };
  } finally {
    releaseSignals();
  }
}

/** Tracked files are not ignored, whatever .gitignore says. */
async function firstIgnored(location: Location, paths: readonly string[]): Promise<string | null> {
  const asPaths = { GIT_LITERAL_PATHSPECS: '0' }; // the one command that takes no pathspecs, and refuses to be told so
  const { code, stdout } = await runGit(location, ['check-ignore', '-z', '--stdin'], { stdin: nulEnded(paths), env: asPaths });
  return code === 0 ? (stdout.toString('utf8').split('\0')[0] ?? null) : null;
}

async function commitOnHead(location: Location, paths: readonly string[], message: string): Promise<Result<CommitOutcome>> {
  let failure = '';
  for (const pause of [...PATIENCE, null]) {
    try {
      const ignored = await firstIgnored(location, paths);
      if (ignored !== null) return done({ committed: false, reason: 'ignored', detail: ignored });
      const head = await readHead(location);
      if (head.commit === null) return done({ committed: false, reason: 'no-first-commit', detail: '' });
      const tree = await treeWith(location, head.commit, paths);
      // Before HEAD moves: if coord is stopped in between, the change is staged, where the other way round it would be staged to be undone.
      const isStaged = await stage(location, paths);
      const commit = tree === head.tree ? head.commit : (await gitText(location, ['commit-tree', tree, '-p', head.commit, '-F', '-'], { stdin: message, writes: true })).trim();
      const moved = await runGit(location, ['update-ref', '-m', `coord: ${message.split('\n')[0] ?? ''}`, 'HEAD', commit, head.commit], { writes: true });
      if (moved.code === 0) return done({ committed: true, commit, ...(isStaged ? {} : { indexBehind: true }) });
      failure = moved.stderr.trim();
    } catch (error) {
      if (!(error instanceof EnvironmentFailure) || error.refusal.code !== 'git-failed') throw error;
      failure = error.refusal.facts.reason;
      // Ctrl-C reaches each git that runs for us too: what it was at is begun again.
      if (!failure.startsWith('it was stopped by ')) break;
    }
    if (pause !== null) await wait(pause);
  }
  return done({ committed: false, reason: 'failed', detail: failure });
}

/** HEAD's tree with these files as they are on the disk now. */
function treeWith(location: Location, commit: string, paths: readonly string[]): Promise<string> {
  return treeThrough(location, commit, (options) => gitText(location, ['update-index', '--add', '-z', '--stdin'], { ...options, stdin: nulEnded(paths) }));
}

/** False where another git kept the index locked: then `git status` shows these files as changed until it is refreshed. */
async function stage(location: Location, paths: readonly string[]): Promise<boolean> {
  for (const pause of [...PATIENCE, null]) {
    const { code } = await runGit(location, ['update-index', '--add', '-z', '--stdin'], { writes: true, stdin: nulEnded(paths) });
    if (code === 0) return true;
    if (pause !== null) await wait(pause);
  }
  return false;
}

export function withTrailers(message: string, trailers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`);
  return `${message.trim()}\n\n${lines.join('\n')}\n`;
}

const nulEnded = (paths: readonly string[]): string => paths.map((path) => `${path}\0`).join('');
