/** Where coord can be started, and what it says where it cannot. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBinary } from '../support/coord-binary.ts';
import { makeFolder } from '../support/repository.ts';
import { story, storyIn, teamStory } from '../support/story.ts';

const NO_WORKSPACE = 'This repository has no deployment/ folder yet.\nMake one: coord init\n';

describe.each(['', 'next', 'validate', 'claim FIX-001 --as frontend', 'done', 'task add Mend'])('coord %s', (line) => {
  const words = line.split(' ').filter((word) => word !== '');

  it('refuses where there is no repository', () => {
    const folder = makeFolder();
    expect(runBinary(folder, words)).toEqual({ exit: 4, stdout: '', stderr: `${folder} is in no git repository.\nGo to one, or make one here: git init\n` });
  });

  it('names the command that makes the folder where there is none', () => {
    expect(story().coord(words)).toEqual({ exit: 4, stdout: '', stderr: NO_WORKSPACE });
  });
});

it('refuses a bare repository', () => {
  const bare = join(makeFolder(), 'app.git');
  teamStory().git('clone', '-q', '--bare', '.', bare);
  expect(runBinary(bare, ['next'])).toEqual({
    exit: 4,
    stdout: '',
    stderr: `The repository ${bare} is bare: it has no files to work on.\nMake a worktree of it and go there: git worktree add ../work\n`,
  });
  expect(runBinary(bare, ['init']).exit).toBe(4);
});

it('answers in a worktree of a bare repository', () => {
  const bare = join(makeFolder(), 'app.git');
  teamStory().git('clone', '-q', '--bare', '.', bare);
  const work = storyIn(story().at(bare)).in('../work');
  story().at(bare).git('worktree', 'add', '-q', work.root, 'main');
  expect(work.coord('next').stdout).toContain('FIX-001');
  expect(work.coord('claim FIX-001 --as frontend').exit).toBe(0);
});

it('answers the same from every folder of the work tree, and by --cwd', () => {
  const app = teamStory({ 'web/chart/index.html': '' });
  const expected = app.coord('next');
  expect(expected.stdout).toContain('FIX-001');
  expect(app.in('web/chart').coord('next')).toEqual(expected);
  expect(app.in('deployment/tasks').coord('next')).toEqual(expected);
  expect(runBinary(makeFolder(), ['next', '--cwd', join(app.root, 'web'), '--now', '2025-08-12T12:00:00Z'])).toEqual(expected);
});

it("takes a submodule's work tree for the repository it is", () => {
  const app = teamStory();
  const outer = story();
  outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', app.root, 'parts/app');
  const inner = outer.in('parts/app');
  expect(outer.coord('next')).toMatchObject({ exit: 4, stderr: NO_WORKSPACE });
  expect(inner.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(inner.data('status')).toMatchObject({ held: [{ id: 'FIX-001' }] });
  expect(app.data('status')).toMatchObject({ held: [] });
});

it('tells linked worktrees apart and shares their claims', () => {
  const app = teamStory();
  app.git('worktree', 'add', '-q', '-b', 'side', '../side');
  const side = app.in('../side');
  expect(app.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(side.coord('claim FIX-001 --as backend')).toMatchObject({ exit: 3, stderr: expect.stringContaining('in ../app.') as unknown });
  expect(side.coord('release FIX-001 --as frontend').exit).toBe(3);
  expect(side.coord('done FIX-001 --as frontend').exit).toBe(3);
  expect(app.coord('').stdout).toContain('frontend · FIX-001');
  expect(side.coord('').stdout).not.toContain('frontend · FIX-001');
});
