/** What waits for a person: gates, tasks and questions that open only by the answer of somebody who may give it. */
import { expect, it } from 'vitest';
import { COORD_YAML } from '../support/team-repository.ts';
import { teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const PHASES = `phases:
  - { id: build, gate: GATE-001, approvers: [testing, "human:alice"] }
  - { id: launch }
`;

function pipeline(): Story {
  return teamStory({
    'deployment/coord.yaml': COORD_YAML + PHASES,
    'deployment/tasks/GATE-001.yaml': 'id: GATE-001\ntask: Sign off the build\nkind: gate\nphase: build\ndependencies: [FIX-001]\n',
    'deployment/tasks/OPS-001.yaml': 'id: OPS-001\ntask: Launch it\nphase: launch\n',
  });
}

function finish(app: Story): void {
  app.coord('claim FIX-001 --as frontend');
  app.write('web/index.html', 'fixed');
  app.commit('Fix it');
  expect(app.coord('done --as frontend').exit).toBe(0);
}

const launches = (app: Story): boolean => app.coord('next').stdout.includes('OPS-001');

it('a gate opens the next phase only by the yes of somebody who may sign it off', () => {
  const app = pipeline();
  expect(app.coord('approve GATE-001 --as testing')).toMatchObject({ exit: 1, stderr: 'GATE-001 waits for FIX-001, which is not done here.\nMerge or finish that first, then try again.\n' });
  finish(app);
  expect(app.coord('status --as testing').stdout).toContain('Waits for you\n  approve GATE-001, Sign off the build: coord approve GATE-001 --as testing\n');
  expect(app.coord('status --as frontend').stdout).not.toContain('Waits for you');
  expect(app.coord('status').stdout).toContain('  GATE-001  Sign off the build  for testing or human:alice: coord approve GATE-001 --as human:alice\n');

  expect(app.coord('approve GATE-001 --as frontend')).toMatchObject({ exit: 1, stderr: 'GATE-001 is for testing or human:alice to approve, and you are frontend.\nAsk them; they type: coord approve GATE-001 --as human:alice\n' });
  expect(app.coord('approve GATE-001')).toMatchObject({ exit: 2 });
  expect(app.coord('claim GATE-001 --as testing')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is for testing or human:alice to approve') as unknown });
  expect(app.coord('task set GATE-001 status=done').exit).toBe(2);
  expect(launches(app)).toBe(false);

  expect(app.coord(['approve', 'GATE-001', '--no', '--note', 'The start page is empty', '--as', 'testing']).stdout).toMatch(/^GATE-001 is not approved, by testing · committed [0-9a-f]{7}\n$/);
  expect(app.coord('status').stdout).toContain('  GATE-001  Sign off the build  testing said no: The start page is empty\n');
  expect(launches(app)).toBe(false);

  expect(app.coord('approve GATE-001 --as human:alice').stdout).toMatch(/^GATE-001 is approved and done, by human:alice · committed [0-9a-f]{7}\n$/);
  expect(app.git('log', '-1', '--format=%B').trim()).toBe('GATE-001: approved by human:alice\n\nCoord-Task: GATE-001\nCoord-Agent: human:alice');
  expect(app.data('show GATE-001')).toMatchObject({ task: { status: 'done', completed: '2025-08-12T12:00:00Z', approval: { approved: true, by: 'human:alice', at: '2025-08-12T12:00:00Z' } } });
  expect(launches(app)).toBe(true);
  expect(app.coord('validate --strict').stdout).toMatch(/^0 problems/);
});

it('a hand that marks it as done opens nothing, and is told of', () => {
  const app = pipeline();
  finish(app);
  const gate = app.read('deployment/tasks/GATE-001.yaml');
  app.write('deployment/tasks/GATE-001.yaml', `${gate}status: done\napproval: { approved: true, by: frontend, at: 2025-08-12 }\n`);
  expect(app.coord('validate')).toMatchObject({ exit: 1, stdout: expect.stringContaining('GATE-001 is done, but frontend is not one of those who may approve it.') as unknown });
  expect(launches(app)).toBe(false);
  expect(app.coord('task set OPS-001 priority=high').exit).toBe(0);
  expect(app.coord('approve GATE-001 --as testing')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is done already') as unknown });
});

it('a task that names approvers is proven, approved, then done', () => {
  const app = teamStory();
  app.coord('task set FIX-001 approvers=human:alice');
  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('done')).toMatchObject({ exit: 1, stderr: 'FIX-001 is not done before human:alice approved it.\nAsk for it, and say that it is ready: coord task set FIX-001 status=review    They type: coord approve FIX-001 --as human:alice\n' });
  app.coord('task set FIX-001 status=review');
  expect(app.coord('status', { env: { COORD_AGENT: 'human:alice' } }).stdout).toContain('  approve FIX-001, Fix website deployment: coord approve FIX-001\n');
  expect(app.coord('approve FIX-001 --as human:alice')).toMatchObject({ exit: 0, stderr: 'It is not done yet. Who works on it goes on with: coord done FIX-001\n' });
  expect(app.coord('done').stdout).toMatch(/^build ok/);
});

it('a question to a person is answered by that person: a no goes on blocking, a yes resolves it', () => {
  const app = teamStory();
  app.coord(['block', 'INFRA-001', 'May the old cluster go?', '--on', 'human:alice', '--severity', 'P0', '--as', 'backend']);
  const alice = { env: { COORD_AGENT: 'human:alice' } };
  expect(app.coord('status', alice).stdout).toContain('Waits for you\n  P0 INFRA-001 is blocked on you: May the old cluster go?\n');
  expect(app.coord('approve INFRA-001 --as backend').exit).toBe(1);
  expect(app.coord(['approve', 'INFRA-001', '--no', '--note', 'Not before Monday'], alice)).toMatchObject({ exit: 0, stderr: 'It goes on blocking INFRA-001. If the work changes, resolve it: coord unblock INFRA-001\n' });
  expect(app.coord('status --blockers').stdout).toContain(' · human:alice said no: Not before Monday\n');
  expect(app.coord('claim INFRA-001 --as backend').exit).toBe(1);
  expect(app.coord('approve INFRA-001', alice).stdout).toMatch(/^INFRA-001 is approved and unblocked, by human:alice · /);
  expect(app.coord('claim INFRA-001 --as backend').exit).toBe(0);
});

it('tells whoever works here what else waits for them', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  app.coord(['block', 'FIX-001', 'The fields of an order', '--on', 'backend', '--as', 'frontend']);
  app.coord(['block', 'DOC-001', 'Which colours', '--on', 'frontend', '--severity', 'P1', '--as', 'testing']);
  expect(app.coord('').stdout.split('\n').slice(1)).toEqual([
    '  blocked (P2), waits on backend: The fields of an order',
    '  - build passes',
    'P1 DOC-001 is blocked on you: Which colours',
    '',
  ]);
  const brief = app.coord('prime').stdout;
  expect(brief).toContain('  blocked, waits on backend: The fields of an order\n');
  expect(brief).toContain('waits for you:\n  P1 DOC-001 is blocked on you: Which colours\n');
});
