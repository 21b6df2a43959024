/** Each agent on branches by its own pattern, which begin at the branch in which they come together. */
import { expect, it } from 'vitest';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { COORD_YAML, TASKS } from '../support/team-repository.ts';

const COORD = COORD_YAML.replace('name: Backend Agent', 'name: Backend Agent, branch: "team-2/{agent}-{task}"');

function planned(more = ''): Story {
  const app = story({ files: { 'deployment/coord.yaml': `${COORD}${more}` } });
  for (const [id, text] of Object.entries(TASKS)) app.write(`deployment/tasks/${id}.yaml`, text);
  app.commit('Plan');
  return app;
}

it('names branches by the pattern of the agent, and knows the agent by the branch', () => {
  const app = planned();
  expect(app.coord('claim INFRA-001 --as backend --worktree').stdout).toContain('../app-INFRA-001 on team-2/backend-INFRA-001\n');
  expect(app.coord('claim FIX-001 --as frontend --worktree').stdout).toContain('../app-FIX-001 on frontend/FIX-001\n');
  expect(app.coord('claim DOC-001 --as testing --worktree').stdout).toContain('../app-DOC-001 on testing/DOC-001\n');
  for (const [id, agent] of [['INFRA-001', 'backend'], ['FIX-001', 'frontend'], ['DOC-001', 'testing']] as const) expect(app.in(`../app-${id}`).coord('as').stdout).toContain(agent);
});

it('begins new branches at the integration branch, and checks merges with it', () => {
  const app = planned('integration: next\n');
  expect(app.coord('claim FIX-001 --as frontend --worktree')).toEqual({
    exit: 1,
    stdout: '',
    stderr: 'Work begins on next, by coord.yaml (integration), but there is no such branch here.\nFetch it: git fetch origin next    Or make it: git branch next\n',
  });
  app.git('checkout', '-q', '-b', 'next');
  app.write('merged.txt', 'of another agent\n');
  const gathered = app.commit('Merge the work of another');
  app.git('checkout', '-q', 'main');
  expect(app.coord('claim FIX-001 --as frontend --worktree').exit).toBe(0);
  const work = app.in('../app-FIX-001');
  expect(work.git('rev-parse', 'HEAD')).toBe(gathered);
  expect(work.coord('validate --ci').stdout).toContain('frontend/FIX-001 merged with next)');
  expect(app.coord('validate --ci').stdout).not.toContain('merged with');
  app.git('checkout', '-q', 'next');
  expect(app.coord('validate --ci').stdout).toContain('next merged with main)');
});

it('takes the copy of the remote where the own one lags behind, and refuses what is not there', () => {
  const app = planned('integration: next\n');
  app.git('branch', 'next');
  app.write('merged.txt', 'of another agent\n');
  const newer = app.commit('Merge the work of another');
  app.git('update-ref', 'refs/remotes/origin/next', newer);
  app.write('deployment/tasks/NEW-1.yaml', 'id: NEW-1\ntask: New\n');
  app.commit('Plan more, on main alone');
  expect(app.coord('claim NEW-1 --as frontend --worktree')).toEqual({
    exit: 1,
    stdout: '',
    stderr: 'A worktree for NEW-1 would lack what is not on next yet:\n  deployment/tasks/NEW-1.yaml\nCommit it there, or merge this branch into next; then claim again: coord claim NEW-1 --worktree --as frontend\n',
  });
  app.coord('claim FIX-001 --as frontend --worktree');
  expect(app.in('../app-FIX-001').git('rev-parse', 'HEAD')).toBe(newer);
});

it('tells no branch that all share as the branch of a claim', () => {
  const app = planned('integration: next\n');
  app.git('checkout', '-q', '-b', 'next');
  app.coord('claim FIX-001 --as frontend');
  expect(JSON.parse(app.git('cat-file', 'blob', 'refs/coord/tasks/FIX-001'))).toMatchObject({ branch: null });
});
