/** A task that waits for somebody: raised, answered, escalated, resolved; and never done before. */
import { expect, it } from 'vitest';
import { teamStory } from '../support/story.ts';

const SEVERITIES = `severities:
  P1: { respond: 1 hour, acknowledge: 15 minutes, agents: [backend], escalate: [testing] }
`;
const COORD = (yaml: string): Record<string, string> => ({ 'deployment/coord.yaml': yaml + SEVERITIES });

const at = (time: string) => ({ env: { COORD_NOW: `2025-08-12T${time}:00Z` } });

it('is not started, not done, and tells whom it waits for', () => {
  const app = teamStory();
  Object.entries(COORD(app.read('deployment/coord.yaml'))).forEach(([path, text]) => app.write(path, text));
  app.commit('Severities');
  app.coord('claim FIX-001 --as frontend');
  app.coord('claim INFRA-001 --as backend');
  const raised = app.coord(['block', 'FIX-001', 'The password of the host', '--on', 'human:alice', '--severity', 'P1', '--as', 'frontend']);
  expect(raised).toEqual({
    exit: 0,
    stdout: expect.stringMatching(/^FIX-001 is blocked \(P1\), waits on human:alice · answer due 2025-08-12T12:15:00Z · deployment\/status\/blockers\/2025-08-12-FIX-001-[0-9a-f]{4}\.md · committed [0-9a-f]{7}\n$/) as unknown,
    stderr: 'For P1, coord.yaml calls upon backend.\nYou hold FIX-001. To work on something else meanwhile: coord release FIX-001 --as frontend\n',
  });
  const file = raised.stdout.split(' · ')[2] ?? '';
  expect(app.git('show', '--name-only', '--format=%s%n%(trailers)', 'HEAD').split('\n').filter(Boolean)).toEqual(['FIX-001: blocked, The password of the host', 'Coord-Task: FIX-001', 'Coord-Agent: frontend', file]);

  app.write('web/index.html', 'fixed');
  app.commit('Fix it');
  expect(app.coord('done FIX-001 --as frontend')).toEqual({ exit: 1, stdout: '', stderr: `FIX-001 has an open blocker:\n  ${file}\nWhen it is over: coord unblock FIX-001 --as frontend    Then try again.\n` });
  app.coord('release FIX-001 --as frontend');
  expect(app.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is blocked: The password of the host') as unknown });

  expect(app.coord('status --blockers', at('12:10')).stdout).toBe(`P1  FIX-001 waits on human:alice\n    The password of the host\n    raised by frontend 10 min ago · answer due in 5 min, by backend\n    ${file}\n`);
  expect(app.coord('status --blockers', at('12:20')).stdout).toContain('no answer, due 5 min ago: escalated to testing\n');
  expect(app.data('status', at('12:20'))).toMatchObject({ blockers: [{ task: 'FIX-001', due: '2025-08-12T12:15:00.000Z', escalated_to: ['testing'] }] });
  expect(app.coord('validate', at('12:20')).stdout).toContain('warning  blocker-overdue');

  expect(app.coord('unblock FIX-001 --ack --as human:alice', at('12:30')).stdout).toMatch(/^human:alice is on the blocker of FIX-001 · committed [0-9a-f]{7}\n$/);
  expect(app.coord('status --blockers', at('12:40')).stdout).toContain(' · human:alice is on it\n');
  expect(app.coord('validate', at('12:40')).stdout).toMatch(/^0 problems/);
  expect(app.coord('done FIX-001 --as frontend').exit).toBe(3);

  expect(app.coord(['unblock', file, '--note', 'It is in the vault', '--as', 'human:alice']).stdout).toMatch(/^FIX-001 is unblocked · committed [0-9a-f]{7}\n$/);
  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('done FIX-001 --as frontend').exit).toBe(0);
});

it('merges without a conflict: one answers it on a branch, another resolves it elsewhere, a third raises one more', () => {
  const app = teamStory();
  app.coord('block FIX-001 A password --on human:alice --as frontend');
  app.git('checkout', '-q', '-b', 'answers');
  expect(app.coord('unblock FIX-001 --ack --as backend').exit).toBe(0);
  app.git('checkout', '-q', '-b', 'raises', 'main');
  expect(app.coord('block FIX-001 Another password --on backend --as testing')).toMatchObject({ exit: 0, stderr: 'Others see it once raises is merged.\n' });
  app.git('checkout', '-q', 'main');
  expect(app.coord('unblock FIX-001 --note Found --as human:alice').exit).toBe(0);
  app.git('merge', '-q', '--no-edit', 'answers');
  app.git('merge', '-q', '--no-edit', 'raises');
  expect(app.coord('validate').stdout).toMatch(/^0 problems/);
  expect(app.data('show FIX-001')).toMatchObject({ blockers: [{ needed: 'Another password', by: 'testing' }] });
  const [first = ''] = app.git('ls-files', 'deployment/status').split('\n').filter((file) => app.read(file).includes('A password'));
  expect(app.read(first)).toMatch(/acknowledged: \{ by: backend, .*\nresolution: Found\n/s);
});
