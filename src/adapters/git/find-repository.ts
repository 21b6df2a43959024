/** Where the repository lies, found without starting git unless the environment or the place is unusual. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { spawnGit } from './run-git.ts';

const DEFAULT_FOLDER = 'deployment';

export async function findRepository(cwd: string, env: NodeJS.ProcessEnv): Promise<Result<Location>> {
  if (!existsSync(cwd)) return refused('no-such-folder', { cwd });
  const isNamed = env['GIT_DIR'] !== undefined || env['GIT_WORK_TREE'] !== undefined;
  const place = isNamed ? null : walkUp(cwd);
  return place === null || !isUsual(place) ? askGit(cwd, env) : done(locate(place.root, place.gitDir));
}

/**
 * A `.git` file that leads to no linked worktree belongs to a submodule, or to a bare repository beside its worktrees.
 * Of what belongs to another user git runs nothing, unless told so (safe.directory): the settings in it name programs.
 */
function isUsual({ root, gitDir }: { readonly root: string; readonly gitDir: string }): boolean {
  const isPlain = gitDir === join(root, '.git') || existsSync(join(gitDir, 'commondir'));
  return isPlain && [root, join(root, '.git'), gitDir].every(isOwn);
}

function isOwn(path: string): boolean {
  return process.geteuid === undefined || lstatSync(path).uid === process.geteuid();
}

function locate(root: string, gitDir: string): Location {
  const commonDir = pointed(join(gitDir, 'commondir'), gitDir) ?? gitDir;
  return { root, gitDir, commonDir, folder: folderOf(root, commonDir) };
}

/** The nearest folder that holds a `.git`: a git directory, or a file that points to one. */
function walkUp(cwd: string): { root: string; gitDir: string } | null {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const gitDir = gitDirOf(folder);
    if (gitDir !== null) return { root: folder, gitDir };
    if (folder === dirname(folder)) return null;
  }
}

/** The git directory of the work tree whose root is `folder`. */
export function gitDirOf(folder: string): string | null {
  const path = join(folder, '.git');
  const found = statOf(path);
  if (found === null) return null;
  const gitDir = found.isDirectory() ? path : pointed(path, folder, /^gitdir: (.+)$/m);
  return gitDir !== null && existsSync(join(gitDir, 'HEAD')) ? gitDir : null;
}

/** The path that a small file holds, relative to `base`; null where there is no such file. */
function pointed(file: string, base: string, form = /^(.+)$/m): string | null {
  const text = textOf(file);
  const path = text === null ? undefined : form.exec(text)?.[1];
  return path === undefined ? null : resolve(base, path.trim());
}

/** The name that `coord init --folder` kept; else the only folder at the root with a coord.yaml, `deployment` before all others. */
function folderOf(root: string, commonDir: string): string {
  const kept = textOf(join(commonDir, 'coord', 'folder'))?.trim();
  if (kept !== undefined && /^[\w.-]+$/.test(kept) && !/^\.+$/.test(kept)) return kept;
  if (existsSync(join(root, DEFAULT_FOLDER, 'coord.yaml'))) return DEFAULT_FOLDER;
  const others = readdirSync(root).filter((name) => name !== '.git' && existsSync(join(root, name, 'coord.yaml')));
  return others.length === 1 ? (others[0] ?? DEFAULT_FOLDER) : DEFAULT_FOLDER;
}

/** Of plain files only: a pipe would keep us waiting. */
function textOf(file: string): string | null {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** null also for a link that leads in a circle, or where one may not look. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** GIT_DIR and GIT_WORK_TREE are honoured here and nowhere else: every later call names the repository itself. */
async function askGit(cwd: string, env: NodeJS.ProcessEnv): Promise<Result<Location>> {
  const named = Object.fromEntries(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR'].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  const asked = await spawnGit(cwd, ['rev-parse', '--is-bare-repository', '--absolute-git-dir', '--show-toplevel'], { env: named });
  // It stops at what it cannot tell: in a bare repository, or inside of a git directory, at the top level.
  const [isBare, gitDir = '', root = ''] = asked.stdout.toString('utf8').split('\n');
  if (asked.code === 0) return done(locate(root, gitDir));
  const trust = /git config --global --add safe\.directory .+/.exec(asked.stderr)?.[0];
  if (trust !== undefined) return refused('git-failed', { command: 'git rev-parse', reason: `the repository belongs to another user; if you trust them, first do: ${trust}` });
  return isBare === 'true' ? refused('bare-repository', { gitDir }) : refused('no-repository', { cwd });
}
