/** Each template's first steps, with the real binary: the plan is made, is in order, and is worked through. */
import { expect, it } from 'vitest';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

function begun(template: string, start: string): Story {
  const app = story();
  expect(app.coord(`init --template ${template} --start ${start}`).exit).toBe(0);
  expect(app.coord('validate --strict')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^0 problems /) as string });
  app.write('package.json', '{"scripts":{"test":"true"}}\n');
  app.commit('Plan');
  return app;
}

/** Claims it, leaves a file, finishes it. */
function does(app: Story, agent: string, id: string): void {
  expect(app.coord(`claim ${id} --as ${agent}`)).toMatchObject({ exit: 0 });
  app.write(`work/${id}.md`, `${agent} did ${id}.\n`);
  app.commit(`Do ${id}`);
  const done = app.coord(`done ${id}`);
  expect({ id, exit: done.exit, stderr: done.stderr.replace(/^.* names no verifier.*\n/, '') }).toEqual({ id, exit: 0, stderr: '' });
}

const up = (app: Story): unknown => (app.data('next') as { up: unknown }).up;
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

it('pipeline: each is up in turn, the lead checks, and three steps are worked through', () => {
  const app = begun('pipeline', '2025-08-12');
  expect(app.coord('next').stdout.split('\n').slice(0, 2)).toEqual([
    'STEP-1.1  pm  medium  Lay out the project and install what it depends on    unblocks 18',
    'Up: pm, with STEP-1.1. Start it with what this prints: coord next --brief',
  ]);
  expect(app.coord('claim STEP-2.1 --as agent-b')).toMatchObject({ exit: 1 });

  does(app, 'pm', 'STEP-1.1');
  const brief = app.coord('next --brief').stdout;
  expect(brief).toContain('you: agent-a (Agent A): QA & Test Engineering; Tests, before anything is measured or shipped\n');
  expect(brief).toContain('your task: STEP-1.2 Configure Jest\nhanded over to you (1):\n  STEP-1.1 from pm');
  expect(brief).toContain('`coord claim STEP-1.2 --as agent-a --worktree`');
  expect(wordsIn(brief)).toBeLessThan(400);

  expect(app.coord('claim STEP-1.2 --as agent-a').exit).toBe(0);
  expect(up(app)).toEqual({ agent: 'agent-a', task: 'STEP-1.2', does: 'go_on', branch: null });
  for (const id of ['STEP-1.2', 'STEP-1.3', 'STEP-1.4']) does(app, 'agent-a', id);

  expect(app.coord('next').stdout).toBe('Nothing can be started now.\nUp: pm, to approve STEP-1.5: coord approve STEP-1.5 --as pm\nheld back: 15 (coord next --why)\n');
  expect(app.coord('next --brief').stdout).toContain('It holds: `coord approve STEP-1.5 --as pm --note "what you saw"`. The next phase opens.');
  expect(app.coord('approve STEP-1.5 --as agent-a')).toMatchObject({ exit: 1 });
  expect(app.coord('approve STEP-1.5 --as pm').exit).toBe(0);

  for (const id of ['STEP-2.1', 'STEP-2.2', 'STEP-2.3']) does(app, 'agent-b', id);
  expect(up(app)).toEqual({ agent: 'pm', task: 'STEP-2.4', does: 'approve', branch: null });
  expect(app.coord('approve STEP-2.4 --as pm').exit).toBe(0);

  for (const id of ['STEP-3.1', 'STEP-3.2', 'STEP-3.3']) does(app, 'agent-c', id);
  expect(up(app)).toEqual({ agent: 'agent-d', task: 'STEP-4.1', does: 'work', branch: null });
  expect(app.coord('validate').stdout).toMatch(/^0 problems /);
});

it('pipeline: work that is done on a branch waits for whoever merges it', () => {
  const app = begun('pipeline', '2025-08-12');
  expect(app.coord('claim STEP-1.1 --as pm --worktree').exit).toBe(0);
  const away = app.in('../app-STEP-1.1');
  away.write('docs/index.md', 'x\n');
  away.commit('Lay it out');
  expect(away.coord('done').exit).toBe(0);
  expect(app.coord('next').stdout.split('\n')[1]).toBe('Up: whoever merges. pm did STEP-1.1: git merge pm/STEP-1.1');
  app.git('merge', '-q', 'pm/STEP-1.1');
  expect(up(app)).toEqual({ agent: 'agent-a', task: 'STEP-1.2', does: 'work', branch: null });
});

it('sprint: slots are phases, a task goes on in a later one, and points are reached', () => {
  const app = begun('sprint', '2025-08-12');
  const ids = (phase: string) => (app.data(`list --phase ${phase}`) as { tasks: { id: string }[] }).tasks.map(({ id }) => id);
  expect([ids('day-1-morning'), ids('day-2-morning')].map((found) => found.includes('TASK-SEC-002'))).toEqual([true, true]);
  expect(app.coord('show TASK-SEC-002').stdout).toContain('phase day-1-morning and day-2-morning');
  expect(app.coord('graph --critical').stdout.match(/[A-Z]+(?:-[A-Z0-9]+)+/g)).toEqual(expect.arrayContaining(['TASK-MSG-001', 'TASK-MSG-002', 'TASK-MSG-003', 'EVENT-STREAMING', 'API-SERVICES', 'INTEGRATION-TESTING']));
  expect(app.coord('status').stdout).toContain('Next sync: 2025-08-13T09:00:00Z, Stand-up of Python Pro');
  expect(app.coord('next --brief')).toMatchObject({ exit: 1, stderr: expect.stringContaining("not one agent's turn alone") as string });
  does(app, 'security-engineer', 'TASK-SEC-001');
  does(app, 'backend-developer', 'SERVICE-MESH');
  expect(app.coord('list --kind milestone').stdout).toMatch(/^SERVICE-COMMUNICATION /m);
  expect(app.coord('next --why').stdout).toMatch(/^FAILOVER-TEST +platform-engineer +waits for INTEGRATION-TESTING$/m);
});

it('dev-agents: a month of runs costs what tokens and prices make, agent by agent', () => {
  const app = begun('dev-agents', '2025-10-13');
  const { agents } = app.data('report cost --plan') as { agents: { agent: string; by: string; a_task: { median_usd: number } | null; runs_per_month: number | null }[] };
  const months = agents.flatMap(({ agent, a_task: task, runs_per_month: runs }) => (task === null || runs === null ? [] : [[agent, Number((task.median_usd * runs).toFixed(2))]]));
  expect(months).toEqual([['generator', 8.25], ['reviewer', 21], ['doc-sync', 3.9], ['test-gen', 10.56], ['spec-writer', 4.98]]);
  expect(app.coord('report cost --plan').stdout).toContain('\nAll runs of a month: $48.69.\n');
});

it('dev-agents: a phase opens when the one before is reached', () => {
  const app = begun('dev-agents', '2025-08-12');
  app.write('deployment/coord.yaml', app.read('deployment/coord.yaml').replace('[go, build, ./...]', '[node, -e, "0"]').replace('[go, test, ./...]', '[node, -e, "0"]'));
  app.commit('Use what is here');
  does(app, 'senior-backend-dev', '1.1');
  does(app, 'senior-backend-dev', '1.2');
  expect(app.coord('next').stdout).not.toMatch(/^2\.1 /m);
  does(app, 'devops-engineer', '1.3');
  expect(app.coord('next').stdout).toMatch(/^2\.1 +senior-backend-dev +medium +Write the templates that code is made from +unblocks \d+$/m);
  expect(app.coord('agents').stdout.match(/^\S+(?= )/gm)).toHaveLength(12);
});
