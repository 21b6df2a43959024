/** Locks that somebody left, and locks that somebody needs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

const REF_LOCK = '.git/refs/coord/tasks/FIX-001.lock';

/** A lock file of git's, so many seconds old. */
function leaveLock(app: Story, path: string, seconds: number): void {
  const lock = join(app.root, path);
  mkdirSync(dirname(lock), { recursive: true });
  app.write(path, '');
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(lock, then, then);
}

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

it("takes over the lock of a coord that is no more, and sweeps what it left half-written", () => {
  const app = teamStory();
  const pid = deadPid();
  app.write('.git/coord/lock', `${JSON.stringify({ pid, started: '1', host: hostname(), since: '2025-08-12T11:00:00Z', mark: 'a' })}\n`);
  app.write(`deployment/tasks/.coord-${pid}-0011aa.tmp`, 'id: HALF');
  app.write(`.git/coord/index-${pid}-0011aa`, '');
  expect(app.coord('validate').stdout).toBe('0 problems (5 files checked)\n');
  expect(app.coord('task add Another --id NEW-1').exit).toBe(0);
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.git('ls-files', '--others', '.git/coord')).toBe('');
  expect(existsSync(join(app.root, '.git/coord/lock'))).toBe(false);
  expect(existsSync(join(app.root, `.git/coord/index-${pid}-0011aa`))).toBe(false);
});

it("removes a ref's lock that is older than a minute", () => {
  const app = teamStory();
  leaveLock(app, REF_LOCK, 90);
  expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(app.has(REF_LOCK)).toBe(false);
});

it("names a ref's lock that is younger, and leaves it", () => {
  const app = teamStory();
  leaveLock(app, REF_LOCK, -3600);
  const { exit, stderr } = app.coord('claim FIX-001 --as frontend');
  expect(exit).toBe(4);
  expect(stderr).toContain(`git holds the lock ${join(app.root, REF_LOCK)}`);
  expect(stderr).toContain('Nothing was changed.\nTry again in a minute; if no git is running then: coord doctor\n');
  expect(app.has(REF_LOCK)).toBe(true);
  expect(app.coord('claim DOC-001 --as frontend').exit).toBe(0);
});

it('commits although another git keeps the index locked, and leaves that lock', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  leaveLock(app, '.git/index.lock', 5);
  const { exit, stdout, stderr } = app.coord('progress 50');
  expect(exit).toBe(0);
  expect(stdout).toMatch(/committed [0-9a-f]{7}/);
  expect(stderr).toContain('Another git kept the index locked');
  expect(app.has('.git/index.lock')).toBe(true);
  expect(app.git('show', 'HEAD:deployment/tasks/FIX-001.yaml')).toContain('progress: 50');
  expect(app.coord('').stdout).toContain('50 %');
});

it("keeps the records where the branch's lock keeps git from committing them", () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  leaveLock(app, '.git/refs/heads/main.lock', 5);
  const { exit, stdout, stderr } = app.coord('progress 50');
  expect(exit).toBe(0);
  expect(stdout).toContain('written, not committed');
  expect(stderr).toMatch(/^Not committed: .*main\.lock.*Commit it yourself: git add and git commit$/m);
  expect(app.read('deployment/tasks/FIX-001.yaml')).toContain('progress: 50');
});

it('goes on with a worktree whose making was cut off', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend --worktree');
  const held = app.read('.git/worktrees/app-FIX-001/coord/held/FIX-001');
  app.git('worktree', 'remove', '--force', '../app-FIX-001');
  app.write('.git/coord/held/FIX-001', held); // as it stands where coord was killed before the worktree was made
  expect(app.coord('claim FIX-001 --as frontend --worktree')).toMatchObject({
    exit: 0,
    stdout: 'FIX-001 is yours already, until 2025-08-12T14:00:00Z. ../app-FIX-001 on frontend/FIX-001\n',
  });
  expect(app.in('../app-FIX-001').coord('').stdout).toContain('frontend · FIX-001');
  expect(app.coord('').stdout).not.toContain('frontend · FIX-001');
});

/** A git before the real one on PATH: of the first worktree that is added it leaves what git does where another removes the last one meanwhile. */
function sweptOnce(): { readonly PATH: string } {
  const folder = makeFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const swept = `"${real}" "$@" && "${real}" worktree remove "$("${real}" worktree list --porcelain | sed -n 's/^worktree //p' | tail -n 1)"; echo "fatal: could not create directory of '.git/worktrees/x': No such file or directory" >&2; exit 128`;
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/git'), `#!/bin/sh\ncase " $* " in *" worktree add "*) if mkdir "${folder}/swept" 2>&-; then ${swept}; fi;; esac\nexec "${real}" "$@"\n`);
  chmodSync(join(folder, 'bin/git'), 0o755);
  return { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
}

it('makes a worktree where git removed the list of worktrees meanwhile, though the branch is there by then', () => {
  const app = teamStory();
  expect(app.coord('claim FIX-001 --as frontend --worktree', { env: sweptOnce() }).exit).toBe(0);
  expect(app.in('../app-FIX-001').git('branch', '--show-current').trim()).toBe('frontend/FIX-001');
});
