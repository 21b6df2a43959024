/** Work and claims that are cut off half-way, refused, or judged by a wrong clock: named, and nothing is half done. */
import { renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';
import type { Hub } from '../support/clones.ts';
import type { Story } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const later = (time: string) => ({ env: { COORD_NOW: time } });
const stateOf = (app: Story): readonly string[] => [app.git('status', '--porcelain'), app.git('rev-parse', 'HEAD'), app.git('for-each-ref', 'refs/coord/tasks', 'refs/heads')];
const claimAt = (hub: Hub, id: string): unknown => JSON.parse(hub.git('cat-file', 'blob', `refs/coord/tasks/${id}`));

/** Runs it, and what this clone had is as it was. */
function changesNothing(app: Story, line: string, around?: Parameters<Story['coord']>[1]): ReturnType<Story['coord']> {
  const before = stateOf(app);
  const outcome = app.coord(line, around);
  expect(stateOf(app)).toEqual(before);
  return outcome;
}

it('promises nothing where the remote goes away half-way, and goes on when it is back', () => {
  const { hub, one, other } = twoClones();
  const away = `${hub.path}.away`;
  hub.hook('reference-transaction', `[ "$1" != committed ] || { mv "${hub.path}" "${away}"; kill -9 "$PPID"; }`);
  const { exit, stderr } = changesNothing(one, 'claim FIX-001 --as frontend');
  expect(exit).toBe(4);
  expect(stderr).toMatch(/^Whether origin has the claim of FIX-001 is unknown: /);
  expect(changesNothing(one, 'claim FIX-001 --as frontend')).toMatchObject({ exit: 4, stderr: expect.stringContaining('cannot be reached') as unknown });
  renameSync(away, hub.path);
  hub.hook('reference-transaction', 'exit 0');
  expect(other.coord('claim FIX-001 --as backend --take').exit).toBe(3);
  expect(one.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 0, stdout: expect.stringContaining('FIX-001 is yours already') as unknown });
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ token: 1 });
});

it('keeps what a remote holds as it is where a hook of it refuses the change', () => {
  const { hub, one } = twoClones();
  one.coord('claim DOC-001 --as frontend');
  hub.hook('pre-receive', 'exit 1');
  expect(one.coord('release DOC-001')).toMatchObject({ exit: 0, stderr: expect.stringContaining('pre-receive hook declined') as unknown });
  expect(claimAt(hub, 'DOC-001')).toMatchObject({ state: 'held' });
  hub.hook('pre-receive', 'exit 0');
  expect(one.coord('sync').exit).toBe(0);
  expect(claimAt(hub, 'DOC-001')).toMatchObject({ state: 'released' });
});

it("takes no task from a holder because of a clock that is 10 minutes ahead, nor unasked because of one that is 10 days ahead", () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  expect(changesNothing(other, 'claim FIX-001 --as backend --take --take-over', later('2025-08-12T14:10:00Z'))).toMatchObject({ exit: 3, stderr: expect.stringContaining('held by frontend') as unknown });
  expect(changesNothing(other, 'claim FIX-001 --as backend --take', later('2025-08-22T12:00:00Z'))).toMatchObject({ exit: 3, stderr: expect.stringContaining('--take-over') as unknown });
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ agent: 'frontend', token: 1 });
  expect(one.coord('done FIX-001', later('2025-08-12T11:50:00Z')).exit).toBe(0);
});

it('tells of a clock that is 10 days behind; what it claimed is taken over only by who asks for it, and the holder is told', () => {
  const { hub, one, other } = twoClones();
  const behind = later('2025-08-02T12:00:00Z');
  other.coord('sync');
  one.coord('claim FIX-001 --as frontend', behind);
  expect(changesNothing(other, 'claim FIX-001 --as backend --take')).toMatchObject({ exit: 3, stderr: expect.stringContaining('--take-over') as unknown });
  expect(other.coord('sync').stdout).toContain('The clock where frontend claimed FIX-001 is 10 d behind this one');
  expect(other.coord('claim FIX-001 --as backend --take --take-over').exit).toBe(0);
  expect(changesNothing(one, 'done FIX-001', behind)).toMatchObject({ exit: 3, stderr: expect.stringContaining('backend has taken it over') as unknown });
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ agent: 'backend', token: 2, state: 'held' });
});

it('finishes nothing whose verifier was killed', () => {
  const { hub, one } = twoClones({ 'deployment/coord.yaml': `${COORD_YAML.replace('process.exit(0)', "process.kill(process.pid, 'SIGKILL')")}claims: origin\n` });
  one.coord('claim FIX-001 --as frontend');
  const { exit, stderr } = changesNothing(one, 'done FIX-001');
  expect(exit).toBe(1);
  expect(stderr).toContain('build');
  expect(claimAt(hub, 'FIX-001')).toMatchObject({ state: 'held' });
});
