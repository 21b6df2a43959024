/** simple-git for what is not asked on every key press: it costs 30 ms to load. Same repository, same clean environment. */
import type { SimpleGit } from 'simple-git';
import { withoutLocal } from './local-env.ts';
import { gitFailed } from './run-git.ts';
import type { Repository } from './run-git.ts';

/** Of git's own variables only these pass; simple-git refuses to start with others around. */
const ALLOWED = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_TERMINAL_PROMPT', 'GIT_OPTIONAL_LOCKS', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
const REFUSED = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS)$/i;

export async function openSimpleGit(repository: Repository, options: { readonly writes?: true } = {}): Promise<SimpleGit> {
  const { simpleGit } = await import('simple-git');
  const env = {
    ...safe(withoutLocal(process.env)),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_DIR: repository.gitDir,
    GIT_WORK_TREE: repository.root,
    ...(options.writes ? {} : { GIT_OPTIONAL_LOCKS: '0' }),
  };
  const settings = { baseDir: repository.root, config: ['core.quotePath=false', 'core.fsmonitor=false'], allowEnvironment: ALLOWED };
  return simpleGit({ ...settings, unsafe: { allowUnsafeConfigPaths: true, allowUnsafeFsMonitor: true } }).env(env);
}

/** Its output; what git refuses is thrown as `git-failed`. */
export async function askSimpleGit(repository: Repository, args: readonly string[], options: { readonly writes?: true } = {}): Promise<string> {
  const git = await openSimpleGit(repository, options);
  return git.raw([...args]).catch((error: unknown) => {
    throw gitFailed(args, error instanceof Error ? error.message : String(error));
  });
}

function safe(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => ALLOWED.includes(name) || !REFUSED.test(name)));
}
