/** Repositories in a state that git allows and people are in now and then. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { story, storyIn, teamStory } from '../support/story.ts';
import { COORD_YAML, TASKS } from '../support/team-repository.ts';

const FILES = { 'deployment/coord.yaml': COORD_YAML, 'deployment/tasks/FIX-001.yaml': TASKS['FIX-001'] ?? '' };

/** Claims, works and finishes as everywhere else. */
function worksAsUsual(app: Story): void {
  expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(app.coord('progress 50').stdout).toMatch(/committed [0-9a-f]{7}/);
  expect(app.coord('done').stdout).toMatch(/^build ok \d+ s · handoff written · committed [0-9a-f]{7}/);
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.coord('validate')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^0 problems/) as unknown });
}

describe('without a first commit', () => {
  const unborn = (): Story => {
    const app = story({ empty: true });
    for (const [path, text] of Object.entries(FILES)) app.write(path, text);
    return app;
  };

  it('reads, claims and releases', () => {
    const app = unborn();
    expect(app.coord('next').stdout).toContain('FIX-001');
    expect(app.coord('validate --staged').exit).toBe(0);
    expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
    expect(app.coord('').stdout).toContain('frontend · FIX-001');
    expect(app.coord('release').exit).toBe(0);
  });

  it('writes records and says that they are not committed', () => {
    const app = unborn();
    app.coord('claim FIX-001 --as frontend');
    const { exit, stdout, stderr } = app.coord('progress 50');
    expect(exit).toBe(0);
    expect(stdout).toContain('written, not committed');
    expect(stderr).toBe('Not committed: this repository has no commit yet. Make the first: git add -A && git commit\n');
    expect(app.read('deployment/tasks/FIX-001.yaml')).toContain('progress: 50');
  });

  it.each(['done', 'claim FIX-001 --as frontend --worktree'])('refuses coord %s, which needs a commit', (line) => {
    const app = unborn();
    if (line === 'done') app.coord('claim FIX-001 --as frontend');
    const { exit, stderr } = app.coord(line);
    expect(exit).toBe(4);
    expect(stderr).toContain('This repository has no commit yet');
    expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
  });
});

it('works on a detached HEAD, but calls nothing done that no branch would keep', () => {
  const app = story({ files: FILES });
  app.git('checkout', '-q', '--detach');
  expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(app.coord('progress 50').stdout).toMatch(/committed [0-9a-f]{7}/);
  const head = app.git('rev-parse', 'HEAD');
  expect(app.coord('done')).toMatchObject({ exit: 1, stderr: 'HEAD is on no branch, so nothing would keep this work.\nPut it on one, then try again: git switch -c frontend/FIX-001\n' });
  expect(app.git('rev-parse', 'HEAD')).toBe(head);
  expect(app.coord('status --claims').stdout).toContain('FIX-001');
  app.git('switch', '-q', '-c', 'frontend/FIX-001');
  expect(app.coord('done').exit).toBe(0);
  expect(app.git('rev-parse', 'main')).toBe(app.git('rev-parse', 'frontend/FIX-001~2'));
});

it('works in a repository of SHA-256', () => {
  const root = join(makeFolder(), 'app');
  const app = storyIn(story().at(root));
  story().git('init', '-q', '-b', 'main', '--object-format=sha256', root);
  app.git('config', 'user.name', 'Test');
  app.git('config', 'user.email', 'test@example.com');
  for (const [path, text] of Object.entries(FILES)) app.write(path, text);
  app.commit('Plan');
  worksAsUsual(app);
});

it('works in a shallow clone', () => {
  const source = teamStory();
  source.write('README', 'more\n');
  source.commit();
  const root = join(makeFolder(), 'app');
  source.git('clone', '-q', '--depth', '1', `file://${source.root}`, root);
  expect(source.at(root).git('rev-parse', '--is-shallow-repository')).toBe('true');
  worksAsUsual(source.in(root));
});

it.each(['with spaces', "it's \"quoted\" $(touch canary) `x`", 'Größe ✓ 日本', '-n'])('works in a folder named %s', (name) => {
  const source = story({ files: FILES });
  const root = join(makeFolder(), name);
  source.git('clone', '-q', source.root, root);
  const app = source.in(root);
  worksAsUsual(app);
  expect(app.coord('task add Another').exit).toBe(0);
  expect(app.has('../canary') || app.has('canary')).toBe(false);
});
