/** Real git repositories in temporary folders, apart from all settings of the person who runs the tests. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Location } from '../../src/app/ports.ts';
import { findRepository } from '../../src/adapters/git/find-repository.ts';
import { withoutLocal } from '../../src/adapters/git/local-env.ts';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'coord-test-')));
  made.push(folder);
  return folder;
}

export const gitEnv = (): NodeJS.ProcessEnv => ({ ...withoutLocal(process.env), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' });

export interface TestRepository {
  readonly root: string;
  /** Runs git there; its output without the last line break. Throws where git fails. */
  readonly git: (...args: string[]) => string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** Commits everything. */
  readonly commit: (message?: string) => string;
  readonly location: () => Promise<Location>;
  /** The same for another folder, such as a linked worktree. */
  readonly at: (root: string) => TestRepository;
}

/** In a folder of its own, so that worktrees may stand beside it. */
export function makeRepository(options: { readonly empty?: true; readonly files?: Readonly<Record<string, string>> } = {}): TestRepository {
  const root = join(makeFolder(), 'app');
  mkdirSync(root);
  const repository = repositoryAt(root);
  repository.git('init', '-q', '-b', 'main');
  repository.git('config', 'user.name', 'Test');
  repository.git('config', 'user.email', 'test@example.com');
  for (const [path, text] of Object.entries(options.files ?? {})) repository.write(path, text);
  if (!options.empty) {
    if (options.files === undefined) repository.write('README', 'hello\n');
    repository.commit('Begin');
  }
  return repository;
}

export function repositoryAt(root: string): TestRepository {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env: gitEnv(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).replace(/\n$/, '');
  return {
    root,
    git,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    commit(message = 'Work') {
      git('add', '-A');
      git('commit', '-q', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    async location() {
      const found = await findRepository(root, gitEnv());
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value;
    },
    at: repositoryAt,
  };
}
