/** Claims shared through a remote: two clones behave as two worktrees do. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';
import type { Hub } from '../support/clones.ts';

const later = (time: string) => ({ env: { COORD_NOW: time } });
const claimAt = (hub: Hub, id: string): unknown => JSON.parse(hub.git('cat-file', 'blob', `refs/coord/tasks/${id}`));

it('who claims first has the task, whichever clone asks', () => {
  const { hub, one, other } = twoClones();
  expect(one.coord('claim FIX-001 --as frontend')).toEqual({ exit: 0, stdout: 'FIX-001 is yours until 2025-08-12T14:00:00Z.\n', stderr: '' });
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ state: 'held', agent: 'frontend', token: 1, remote: 'origin' });
  expect(other.coord('claim FIX-001 --as backend --take', later('2025-08-12T12:02:00Z'))).toEqual({
    exit: 3,
    stdout: '',
    stderr: 'FIX-001 is held by frontend since 2 min, in ../clone-1.\nTake another: coord claim --as backend    (INFRA-001 and DOC-001 are free for you)\n',
  });
  expect(other.coord('next').stdout).not.toContain('FIX-001');
  expect(one.git('status', '--porcelain')).toBe('');
});

it('claims of all clones are packed once there are many, behind the answer', async () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  const [claim] = hub.git('rev-parse', 'refs/coord/tasks/FIX-001').split('\n');
  for (let at = 0; at < 257; at++) hub.git('update-ref', `refs/coord/tasks/MANY-${at}`, claim ?? '');
  expect(other.coord('claim DOC-001 --as testing').exit).toBe(0); // asks for this claim alone
  expect(other.coord('sync').exit).toBe(0);
  expect(other.coord('release DOC-001').exit).toBe(0);
  const folder = join(other.git('rev-parse', '--show-toplevel'), '.git/refs/coord-remote');
  const loose = (): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  await expect.poll(loose, { timeout: 10_000 }).toEqual([]);
  expect(other.read('.git/packed-refs')).toContain('refs/coord-remote/origin/tasks/MANY-256');
});

it('what one gives back the other may have, with a higher token', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim DOC-001 --as frontend');
  expect(one.coord('release DOC-001')).toEqual({ exit: 0, stdout: 'DOC-001 is free again.\n', stderr: '' });
  expect(other.data('claim DOC-001 --as backend')).toMatchObject({ claim: { agent: 'backend', token: 2 }, new: true, not_shared: null });
  expect(claimAt(hub, 'DOC-001')).toMatchObject({ agent: 'backend', token: 2 });
  expect(one.coord('release DOC-001').exit).toBe(3);
});

it('without an id, what others have taken meanwhile is passed over', () => {
  const { one, other } = twoClones();
  expect(one.data('claim --as testing')).toMatchObject({ claim: { id: 'DOC-001' } });
  expect(other.coord('claim --as testing').stderr).toContain('Nothing is free for testing');
});

it('is renewed, and done, at the remote too', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  expect(one.coord('progress 50 half of it', later('2025-08-12T13:30:00Z')).exit).toBe(0);
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ state: 'held', until: '2025-08-12T15:30:00Z' });
  expect(one.coord('done FIX-001', later('2025-08-12T13:40:00Z')).exit).toBe(0);
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ state: 'done', token: 1 });
  const second = other.coord('claim FIX-001 --as frontend', later('2025-08-12T13:41:00Z'));
  expect([second.exit, second.stderr.split('\n')[0]]).toEqual([1, 'FIX-001 is done already, on branch main and not merged here.']);
});

it('what is done on the default branch of the remote is not started again, whoever marked it', () => {
  const { one, other } = twoClones();
  one.write('deployment/tasks/DOC-001.yaml', `${one.read('deployment/tasks/DOC-001.yaml')}status: done\n`);
  one.commit('Done by hand');
  one.git('push', '-q');
  expect(other.coord('claim DOC-001 --as testing')).toEqual({ exit: 1, stdout: '', stderr: 'DOC-001 is done already, on origin/main.\nLook at it: coord show DOC-001\n' });
  expect(other.git('rev-parse', 'origin/main')).toBe(one.git('rev-parse', 'HEAD'));
});

it('an expired claim is taken over from another clone, and its former holder is told', () => {
  const { one, other } = twoClones();
  one.coord('claim INFRA-001 --as backend');
  const evening = later('2025-08-12T18:00:00Z');
  expect(other.coord('claim INFRA-001 --as backend', evening).exit).toBe(3);
  expect(other.data('claim INFRA-001 --as testing --take --take-over', evening)).toMatchObject({ claim: { token: 2 }, lost_from: 'backend' });
  const told = { exit: 3, stdout: '', stderr: 'You held INFRA-001, but testing has taken it over. Nothing was changed.\nSee who holds what: coord status\n' };
  expect(one.coord('done INFRA-001', evening)).toEqual(told);
  expect(one.coord('release INFRA-001', evening)).toEqual(told);
});

it('two worktrees of one clone are two as well', () => {
  const { one, other } = twoClones();
  one.git('worktree', 'add', '-q', '../linked');
  expect(one.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(one.in('../linked').coord('claim FIX-001 --as frontend').exit).toBe(3);
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(3);
});
