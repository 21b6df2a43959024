/** What `coord sync` brings and takes, between real clones of a real repository. */
import { expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';

const later = (time: string) => ({ env: { COORD_NOW: time } });
const ok = (stdout: string) => ({ exit: 0, stdout, stderr: '' });

it('says what others did since last time, and touches neither index, HEAD nor files', () => {
  const { one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  one.coord('claim DOC-001 --as frontend');
  one.coord('release DOC-001');
  other.write('staged', 'x');
  other.git('add', 'staged');
  const state = () => [other.git('status', '--porcelain'), other.git('rev-parse', 'HEAD'), other.git('for-each-ref', 'refs/heads')];
  const before = state();
  expect(other.coord('sync')).toEqual(ok('In step with origin: 2 claims changed there.\n  DOC-001  given back by frontend\n  FIX-001  claimed by frontend\n'));
  expect(other.coord('sync')).toEqual(ok('In step with origin: nothing new there.\n'));
  expect(state()).toEqual(before);
  expect(other.data('status')).toMatchObject({ held: [{ id: 'FIX-001', agent: 'frontend' }] });
});

it('says what others did though another verb has fetched it meanwhile', () => {
  const { one, other } = twoClones();
  other.coord('sync');
  one.coord('claim FIX-001 --as frontend');
  expect(other.coord('claim --as backend').exit).toBe(0);
  expect(other.coord('sync')).toEqual(ok('In step with origin: 1 claim changed there.\n  FIX-001  claimed by frontend\n'));
  expect(other.coord('sync')).toEqual(ok('In step with origin: nothing new there.\n'));
});

it('tells of commits on the default branch that are not here', () => {
  const { one, other } = twoClones();
  one.write('more', 'x');
  one.commit();
  one.git('push', '-q');
  expect(other.coord('sync').stdout).toBe('In step with origin: nothing new there.\norigin/main has 1 commit that is not here: git merge origin/main\n');
});

it('publishes what was claimed while the remote did not take it', () => {
  const { hub, one, other } = twoClones();
  hub.hook('pre-receive', 'exit 1');
  const claimed = one.coord('claim FIX-001 --as frontend');
  expect(claimed).toEqual({ exit: 0, stdout: 'FIX-001 is yours until 2025-08-12T14:00:00Z.\n', stderr: 'Only this machine knows of it: origin does not take claims (pre-receive hook declined). Somebody elsewhere may take FIX-001 too.\n' });
  expect(one.coord('sync').stdout).toContain('warning  claims-not-shared');
  expect(one.data('status')).toMatchObject({ held: [{ id: 'FIX-001' }] });
  hub.hook('pre-receive', 'exit 0');
  expect(one.coord('sync', later('2025-08-12T12:30:00Z'))).toEqual(ok('In step with origin: nothing new there.\nPublished: FIX-001\n'));
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(3);
  expect(one.coord('done FIX-001').exit).toBe(0);
});

it('gives way where another has the task at the remote, and says so', () => {
  const { hub, one, other } = twoClones();
  hub.hook('pre-receive', 'exit 1');
  one.coord('claim FIX-001 --as frontend');
  hub.hook('pre-receive', 'exit 0');
  other.coord('claim FIX-001 --as backend --take');
  expect(one.coord('sync').stdout).toContain('frontend held FIX-001 on this machine alone, and backend has it where claims are shared.');
  expect(one.coord('sync').stdout).not.toContain('claim-lost');
  expect(one.coord('done FIX-001')).toMatchObject({ exit: 3, stderr: expect.stringContaining('You held FIX-001, but backend has taken it over.') as unknown });
});

it('puts back what somebody else made the remote lose', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  other.coord('sync');
  const mirror = hub.clone('mirror');
  mirror.git('push', '-q', '--mirror', 'origin');
  expect(hub.git('for-each-ref', 'refs/coord/tasks')).toBe('');
  // Who has seen it knows better than the remote.
  expect(other.coord('claim FIX-001 --as backend --take').exit).toBe(3);
  expect(JSON.parse(hub.git('cat-file', 'blob', 'refs/coord/tasks/FIX-001'))).toMatchObject({ state: 'held', agent: 'frontend' });
  mirror.git('push', '-q', '--mirror', 'origin');
  expect(other.coord('sync').stdout).toContain('Restored: FIX-001');
  expect(one.coord('done FIX-001').exit).toBe(0);
  mirror.git('push', '-q', '--mirror', 'origin');
  expect(one.coord('sync').stdout).toContain('warning  claims-set-back');
  expect(JSON.parse(hub.git('cat-file', 'blob', 'refs/coord/tasks/FIX-001'))).toMatchObject({ state: 'done', token: 1 });
});

it('drops a claim 30 days after the default branch was first seen to have its task done', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  one.coord('done FIX-001');
  one.git('push', '-q');
  expect(one.coord('sync', later('2025-08-13T12:00:00Z')).stdout).toBe('In step with origin: nothing new there.\n');
  expect(one.coord('sync', later('2025-09-12T11:59:00Z')).stdout).not.toContain('Dropped');
  other.coord('sync');
  expect(one.coord('sync', later('2025-09-12T12:00:00Z')).stdout).toContain('Dropped, long done: FIX-001');
  expect([hub.git('for-each-ref', 'refs/coord'), one.git('for-each-ref', 'refs/coord', 'refs/coord-remote')]).toEqual(['', '']);
  other.git('merge', '-q', 'origin/main');
  expect(other.coord('sync').stdout).toContain('FIX-001  dropped, long done');
  expect(other.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 1, stderr: expect.stringContaining('FIX-001 is done already, see deployment/tasks/FIX-001.yaml.') as unknown });
});

it('warns of work that is done and yet nowhere, and tells how to open it again', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend --worktree');
  const work = one.in('../clone-1-FIX-001');
  work.write('made', 'x');
  work.commit();
  expect(work.coord('done').exit).toBe(0);
  expect(other.coord('sync', later('2025-08-13T11:00:00Z')).stdout).not.toContain('done-but-lost');
  const evening = later('2025-08-13T20:00:00Z');
  expect(other.coord('sync', evening).stdout).toContain('If frontend still has it: git push. If not, open the task again: coord task set FIX-001 status=todo');
  work.git('push', '-q', 'origin', 'frontend/FIX-001');
  expect(other.coord('sync', evening).stdout).not.toContain('done-but-lost');
  hub.git('update-ref', '-d', 'refs/heads/frontend/FIX-001');
  expect(other.coord('sync', evening).stdout).toContain('warning  done-but-lost');
  expect(other.coord('task set FIX-001 status=todo --as backend', evening).exit).toBe(0);
  expect(other.data('claim FIX-001 --as frontend', evening)).toMatchObject({ claim: { token: 2 } });
});

it('tells of clocks that are 10 days off, and not of 10 minutes', () => {
  const { one, other } = twoClones();
  one.coord('claim DOC-001 --as frontend', later('2025-08-12T12:10:00Z'));
  one.coord('claim FIX-001 --as frontend', later('2025-08-22T12:00:00Z'));
  expect(other.coord('sync').stdout).toContain('The clock where frontend claimed FIX-001 is 10 d ahead of this one');
});

it('has nothing to do where claims are not shared, or git knows no such remote', () => {
  const { one } = twoClones({ 'deployment/coord.yaml': 'protocol: 1\n' });
  expect(one.coord('sync')).toMatchObject({ exit: 1, stderr: expect.stringContaining('Claims are not shared here') as unknown });
  one.write('deployment/coord.yaml', 'protocol: 1\nclaims: elsewhere\n');
  expect(one.coord('sync')).toMatchObject({ exit: 4, stderr: expect.stringContaining('git knows no such remote here') as unknown });
});
