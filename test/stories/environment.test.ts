/** Whatever the environment says: only what names the repository on purpose is heard, and nothing in it is run. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

type Env = Readonly<Record<string, string>>;

/** Fails where it sees a variable that ties a process to a repository. */
const LOOK = '  look: { run: [node, -e, "process.exit(Object.keys(process.env).some((name) => [\'GIT_DIR\', \'GIT_INDEX_FILE\', \'GIT_WORK_TREE\'].includes(name)) ? 1 : 0)"] }\n';

const looking = (): Story =>
  teamStory({ 'deployment/coord.yaml': COORD_YAML + LOOK, 'deployment/tasks/FIX-001.yaml': 'id: FIX-001\ntask: Fix it\nagent: frontend\nverify: [look]\n' });

function worksAsUsual(app: Story, env: Env): void {
  const run = (line: string): unknown => app.coord(line, { env });
  expect(run('next')).toMatchObject({ exit: 0, stdout: expect.stringContaining('FIX-001') as unknown });
  expect(run('claim FIX-001 --as frontend')).toMatchObject({ exit: 0 });
  expect(run('progress 50')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/committed/) as unknown });
  expect(run('done')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^look ok .*committed/) as unknown });
  expect(run('validate')).toMatchObject({ exit: 0 });
  expect(app.git('log', '--format=%s')).toBe('FIX-001: Fix it\nFIX-001: 50 % done\nBegin');
  expect(app.git('status', '--porcelain')).toBe('');
}

describe('git variables of somebody else', () => {
  it.each<[string, Env]>([
    ['an index that is gone', { GIT_INDEX_FILE: '/nowhere/index' }],
    ['what a hook gets', { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '', GIT_EDITOR: ':' }],
    ['other objects', { GIT_OBJECT_DIRECTORY: '/nowhere', GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nowhere' }],
    ['ways of reading paths', { GIT_GLOB_PATHSPECS: '1', GIT_ICASE_PATHSPECS: '1' }],
    ['a namespace', { GIT_NAMESPACE: 'other' }],
    ['talk', { GIT_TRACE: '1', GIT_TRACE_SETUP: '1', GIT_CURL_VERBOSE: '1' }],
    ['another language and width', { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de', COLUMNS: '20', TERM: 'dumb' }],
    ['settings by variables', { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.bare', GIT_CONFIG_VALUE_0: 'true' }],
  ])('%s', (_, env) => worksAsUsual(looking(), env));

  it('name the repository where they do so on purpose', () => {
    const app = looking();
    const elsewhere = app.in(makeFolder());
    const env = { GIT_DIR: join(app.root, '.git'), GIT_WORK_TREE: app.root };
    expect(elsewhere.coord('next', { env })).toEqual(app.coord('next'));
    expect(elsewhere.coord('claim FIX-001 --as frontend', { env }).exit).toBe(0);
    expect(app.coord('done').exit).toBe(0);
  });
});

it('runs no program that an environment or a configuration names', () => {
  const app = looking();
  const folder = makeFolder();
  const canary = join(folder, 'canary');
  const program = join(folder, 'program');
  app.in(folder).write('program', `#!/bin/sh\ntouch ${canary}\n`);
  chmodSync(program, 0o755);
  const keys = ['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'diff.external', 'gpg.program', 'credential.helper', 'alias.status', 'alias.commit-tree'];
  const config = [...keys.map((key) => `${key}=${key.startsWith('alias') ? '!' : ''}${program}`), 'commit.gpgSign=true', 'color.ui=always', 'status.showUntrackedFiles=no', 'diff.noprefix=true', 'core.quotePath=true'];
  for (const line of config) app.git('config', line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
  for (const hook of ['pre-commit', 'commit-msg', 'post-commit', 'reference-transaction', 'post-index-change', 'post-checkout']) {
    app.in(folder).write(`hooks/${hook}`, `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(join(folder, 'hooks', hook), 0o755);
  }
  const names = ['EDITOR', 'VISUAL', 'PAGER', 'GIT_EDITOR', 'GIT_SEQUENCE_EDITOR', 'GIT_PAGER', 'GIT_EXTERNAL_DIFF', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_PROXY_COMMAND'];
  const env = Object.fromEntries(names.map((name) => [name, program]));
  const run = (line: string): number => app.coord(line, { env }).exit;
  // A new worktree is set up by the hooks of whoever works there, as git worktree add does it; no other verb runs any.
  expect(run('claim DOC-001 --as backend --worktree')).toBe(0);
  app.git('config', 'core.hooksPath', join(folder, 'hooks'));
  for (const line of ['status', 'next', 'doctor', 'validate', 'validate --staged', 'claim FIX-001 --as frontend', 'progress 50', 'done', 'task add Mend']) {
    expect(run(line), line).toBe(0);
  }
  expect(app.in(folder).has('canary')).toBe(false);
});
