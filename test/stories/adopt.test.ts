/** Adopting coord with the real binary: what `init --hook` puts in place has to hold real commits. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { gitEnv, makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';

const BIN = fileURLToPath(new URL('../../bin/coord.js', import.meta.url));
const BROKEN = 'id: FIX-001\ntask: Fix it\nagnt: builder\ndependencies: [NONE]\n';

let repository: TestRepository;

beforeEach(() => {
  repository = makeRepository({ files: { '.gitignore': 'node_modules\n', 'src.txt': 'x\n' } });
  install(repository.root);
});

/** As an installed package would lie there. */
function install(root: string): void {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(BIN, join(root, 'node_modules/.bin/git-coord'));
}

function run(at: string, command: string, ...args: string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at, env: gitEnv(), encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

const coord = (at: string, ...args: string[]) => run(at, process.execPath, BIN, ...args);
const git = (at: string, ...args: string[]) => run(at, 'git', ...args);

describe('init --hook', () => {
  beforeEach(() => {
    expect(coord(repository.root, 'init', '--hook')).toEqual({
      code: 0,
      output: 'deployment/ made: 3 files, one example task. AGENTS.md: section added.\nEvery commit is checked from now on: .git/hooks/pre-commit\nNext: coord task add "..."\n',
    });
    git(repository.root, 'add', '-A');
    expect(git(repository.root, 'commit', '-qm', 'Plan')).toEqual({ code: 0, output: expect.any(String) as string });
  });

  test('stops a commit that would break the records, and lets the mended one pass', () => {
    repository.write('deployment/tasks/FIX-001.yaml', BROKEN);
    git(repository.root, 'add', '-A');
    const stopped = git(repository.root, 'commit', '-qm', 'Break');
    expect(stopped.code).toBe(1);
    expect(stopped.output).toContain('deployment/tasks/FIX-001.yaml:4:16  error  missing-dependency');
    repository.write('deployment/tasks/FIX-001.yaml', BROKEN.replace('agnt', 'agent').replace('NONE', ''));
    git(repository.root, 'add', '-A');
    expect(git(repository.root, 'commit', '-qm', 'Mend').code).toBe(0);
  });

  test('looks at what is committed, not at what lies in the work tree', () => {
    repository.write('deployment/tasks/FIX-001.yaml', BROKEN);
    repository.write('src.txt', 'y\n');
    git(repository.root, 'add', 'src.txt');
    expect(git(repository.root, 'commit', '-qm', 'Only code').code).toBe(0);
    git(repository.root, 'add', '-A');
    repository.write('src.txt', 'z\n');
    expect(git(repository.root, 'commit', '-qm', 'A part of it', '--', 'src.txt').code).toBe(0);
    expect(git(repository.root, 'commit', '-qm', 'The broken part', '--', 'deployment').code).toBe(1);
  });

  test('holds in a linked worktree', () => {
    git(repository.root, 'worktree', 'add', '-q', '../linked');
    const linked = join(repository.root, '../linked');
    install(linked);
    writeFileSync(join(linked, 'deployment/tasks/FIX-001.yaml'), BROKEN);
    git(linked, 'add', '-A');
    expect(git(linked, 'commit', '-qm', 'Break').code).toBe(1);
  });

  test('does not stand in the way of a branch without a workspace', () => {
    git(repository.root, 'checkout', '-q', '--orphan', 'pages');
    git(repository.root, 'rm', '-rqf', '.');
    repository.write('index.html', 'hello\n');
    git(repository.root, 'add', 'index.html');
    expect(git(repository.root, 'commit', '-qm', 'Pages').code).toBe(0);
  });
});

describe('init', () => {
  test('outside of a repository says what to do', () => {
    const folder = join(repository.root, '..');
    expect(coord(folder, 'init')).toEqual({ code: 4, output: `${folder} is in no git repository.\nGo to one, or make one here: git init\n` });
  });

  test('changes nothing where a file stands in the place of the folder', () => {
    writeFileSync(join(repository.root, 'deployment'), 'a file where the folder should be\n');
    const refused = coord(repository.root, 'init');
    expect(refused.code).toBe(4);
    expect(refused.output).toMatch(/deployment.* cannot be written: a part of its path is a file\. Nothing was changed\./);
    expect(git(repository.root, 'status', '--porcelain').output).toBe('?? deployment\n');
  });

  test('lists the templates there are', () => {
    const { output, code } = coord(repository.root, 'init', '--list');
    expect([code, output.split('\n').slice(0, -2).map((line) => line.split(' ')[0])]).toEqual([0, ['bare', 'deployment', 'dev-agents', 'pipeline', 'sprint', 'workstreams']]);
    expect(git(repository.root, 'status', '--porcelain').output).toBe('');
    expect(coord(repository.root, 'init', '--template', 'nothing')).toEqual({ code: 1, output: 'There is no template "nothing".\nThere are: bare, deployment, dev-agents, pipeline, sprint and workstreams\n' });
  });
});
