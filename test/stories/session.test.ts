/** The first session of a team, as the README tells it: two agents, one task, a proof. */
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { story, TIME } from '../support/story.ts';

const answered = (stdout: string, stderr = '') => ({ exit: 0, stdout, stderr });

it('begins with three files and an example', () => {
  const app = story();
  expect(app.coord('init')).toEqual(
    answered('deployment/ made: 3 files, one example task. AGENTS.md: section added.\nNext: coord task add "..."      Check every commit: coord init --hook\n'),
  );
  expect(app.git('status', '--porcelain').split('\n')).toEqual(['?? AGENTS.md', '?? deployment/']);
  expect(app.coord('validate')).toEqual(answered('0 problems (2 files checked)\n'));
  expect(app.coord('next').stdout).toBe('EXAMPLE-1  builder  medium  Try coord, then cancel or replace this task\n');
});

it('goes from the plan to proven work', () => {
  const app = story();
  app.coord('init --template deployment');
  app.commit('Plan');
  const [first, second] = app.coord('next').stdout.split('\n');
  expect(first).toMatch(/^FIX-001 +frontend +high +Fix website deployment +unblocks 3$/);
  expect(second).toMatch(/^INFRA-001 +infrastructure +medium +Deploy PostgreSQL +unblocks \d+$/);
  expect(app.coord('next').stdout).toMatch(/^held back: \d+ \(coord next --why\)$/m);

  expect(app.coord('claim FIX-001 --as frontend --worktree')).toEqual(
    answered('FIX-001 is yours until 2025-08-12T14:00:00Z. ../app-FIX-001 on frontend/FIX-001\n', 'Go there: cd ../app-FIX-001\n'),
  );
  const work = app.in('../app-FIX-001');
  const later = { env: { COORD_NOW: '2025-08-12T12:02:00Z' } };
  expect(work.coord('', later).stdout.split('\n')[0]).toBe('frontend · FIX-001 Fix website deployment · 1 h 58 m left · done when: build passes');

  const refused = app.coord('claim FIX-001 --as backend', later);
  expect(refused.exit).toBe(3);
  expect(refused.stdout).toBe('');
  expect(refused.stderr.split('\n')).toEqual([
    'FIX-001 is held by frontend since 2 min, in ../app-FIX-001.',
    expect.stringMatching(/^Take another: coord claim --as backend {4}\(\S+.* free for you\)$/),
    '',
  ]);

  work.write('deploy.md', '# Deployment\n');
  expect(work.coord('done').stderr).toBe('This work is not committed yet:\n  deploy.md\nCommit it, then try again: git add -A && git commit\n');
  work.commit('Fix website deployment');
  const proven = work.coord('done');
  expect(proven.stdout).toMatch(/^build ok \d+ s · handoff written · committed [0-9a-f]{7} · unblocks UI-004\n$/);
  expect(proven.exit).toBe(0);

  const [handoff] = work.git('show', '--name-only', '--format=', 'HEAD').split('\n');
  expect(basename(handoff ?? '')).toMatch(/^2025-08-12-frontend-FIX-001-[0-9a-f]{4}-handoff\.md$/);
  expect(work.git('log', '-1', '--format=%(trailers)')).toBe('Coord-Task: FIX-001\nCoord-Agent: frontend\n');
  expect(work.git('status', '--porcelain')).toBe('');
  expect(work.coord('validate').stdout).toBe('0 problems (31 files checked)\n');
  expect(work.data('show FIX-001')).toMatchObject({ task: { status: 'done', progress: 100 } });
  expect(app.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 1, stderr: expect.stringContaining('FIX-001 is done already') as unknown });
});

it('says who one is once for a worktree', () => {
  const app = story();
  app.coord('init');
  app.commit('Plan');
  expect(app.coord('claim').exit).toBe(2);
  expect(app.coord('as builder').exit).toBe(0);
  expect(app.coord('claim').stdout).toBe('EXAMPLE-1 is yours until 2025-08-12T14:00:00Z.\n');
  expect(app.coord('progress 40 half of it').stdout).toContain('40 %');
  expect(app.coord('release').stdout).toBe('EXAMPLE-1 is free again.\n');
  expect(app.git('status', '--porcelain')).toBe('');
});

it('counts time for people and in UTC for programs', () => {
  const app = story();
  app.coord('init');
  app.commit('Plan');
  expect(app.data('claim EXAMPLE-1 --as builder')).toMatchObject({ claim: { since: TIME, until: '2025-08-12T14:00:00Z', token: 1 } });
});
