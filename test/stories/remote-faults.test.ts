/** Whatever goes wrong with the remote ends in a named refusal, or is said, and leaves the workspace as it was. */
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';
import type { Story } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const stateOf = (clone: Story): string => [clone.git('status', '--porcelain'), clone.git('rev-parse', 'HEAD'), clone.git('for-each-ref', 'refs/coord', 'refs/heads')].join('\n');

function expectUnchanged(clone: Story, act: () => void): void {
  const before = stateOf(clone);
  act();
  expect(stateOf(clone)).toBe(before);
}

it('a namespace that the remote does not take: a claim on this machine, and it is said', () => {
  const { hub, one, other } = twoClones();
  hub.git('config', 'transfer.hideRefs', 'refs/coord');
  expect(one.coord('claim FIX-001 --as frontend')).toEqual({
    exit: 0,
    stdout: 'FIX-001 is yours until 2025-08-12T14:00:00Z.\n',
    stderr: 'Only this machine knows of it: origin does not take claims (deny updating a hidden ref). Somebody elsewhere may take FIX-001 too.\n',
  });
  expect(one.coord('status --claims').stdout).toMatch(/^FIX-001 {2}frontend {2}2 h left {4,}this machine alone\nShared through origin, never synced: coord sync\n$/);
  expect(one.coord('done')).toMatchObject({ exit: 0, stderr: 'Nothing but records was committed since FIX-001 was claimed. If it is not done after all: coord task set FIX-001 status=todo\nOnly this machine knows of it: origin does not take claims (deny updating a hidden ref).\n' });
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(0);
});

it('a remote that is gone: nothing is claimed or done, and work in hand goes on', () => {
  const { hub, one } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  renameSync(hub.path, `${hub.path}.away`);
  expectUnchanged(one, () => {
    for (const verb of ['claim DOC-001 --as frontend', 'claim --as frontend', 'done FIX-001', 'sync', 'release --abandoned']) {
      expect(one.coord(verb)).toMatchObject({ exit: 4, stdout: '', stderr: expect.stringContaining('The remote origin, through which claims are shared, cannot be reached: ') as unknown });
    }
    expect(one.coord('release FIX-001')).toMatchObject({ exit: 4, stderr: expect.stringContaining('Whether origin has the claim of FIX-001 is unknown') as unknown });
    expect(one.coord('status').exit).toBe(0);
  });
  expect(one.coord('progress 50').exit).toBe(0);
  renameSync(`${hub.path}.away`, hub.path);
  expect(one.coord('done FIX-001').exit).toBe(0);
});

it('a remote that dies before it has taken the claim: not held, exit 4', () => {
  const { hub, one, other } = twoClones();
  hub.hook('pre-receive', 'kill -9 $PPID');
  expectUnchanged(one, () => {
    expect(one.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 4, stdout: '', stderr: expect.stringContaining('Whether origin has the claim of FIX-001 is unknown') as unknown });
  });
  hub.hook('pre-receive', 'exit 0');
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(one.coord('claim FIX-001 --as frontend').exit).toBe(3);
});

it('a remote that dies after it has taken the claim: what it holds tells', () => {
  const { hub, one, other } = twoClones();
  hub.hook('post-update', 'kill -9 $PPID');
  expect(one.coord('claim FIX-001 --as frontend').exit).toBe(0);
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(3);
  expect(one.coord('release FIX-001').exit).toBe(0);
});

it('a lock left at the remote: not held, and named', () => {
  const { hub, one } = twoClones();
  mkdirSync(join(hub.path, 'refs/coord/tasks'), { recursive: true });
  writeFileSync(join(hub.path, 'refs/coord/tasks/FIX-001.lock'), '');
  expectUnchanged(one, () => {
    expect(one.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 4, stderr: expect.stringMatching(/failed to (update|lock) ref/) as unknown });
  });
});

it('locks left here: an old one is removed, a young one delays nobody for long', () => {
  const { one } = twoClones();
  for (const id of ['FIX-001', 'DOC-001']) {
    const lock = join(one.root, `.git/refs/coord-remote/origin/tasks/${id}.lock`);
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, '');
    if (id === 'FIX-001') utimesSync(lock, new Date(), new Date(Date.now() - 61_000));
    expect(one.coord(`claim ${id} --as frontend`).exit).toBe(0);
  }
  expect(one.has('.git/refs/coord-remote/origin/tasks/FIX-001.lock')).toBe(false);
  expect(one.coord('release FIX-001').exit).toBe(0);
});

it('garbage collection on both sides changes nothing', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  hub.git('gc', '-q', '--prune=now');
  one.git('gc', '-q', '--prune=now');
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(3);
  expect(one.coord('release FIX-001').exit).toBe(0);
  expect(other.data('claim FIX-001 --as frontend')).toMatchObject({ claim: { token: 2 } });
});

it('shallow and partial clones take part', () => {
  const { hub, one } = twoClones();
  hub.git('config', 'uploadpack.allowFilter', 'true');
  one.coord('claim FIX-001 --as frontend');
  const [shallow, partial] = [hub.clone('shallow', '--depth', '1'), hub.clone('partial', '--filter=blob:none')];
  for (const clone of [shallow, partial]) expect(clone.coord('claim FIX-001 --as frontend').exit).toBe(3);
  expect(shallow.coord('claim DOC-001 --as testing').exit).toBe(0);
  expect(partial.coord('sync').stdout).toContain('DOC-001  claimed by testing');
  expect(shallow.coord('release DOC-001').exit).toBe(0);
  expect(partial.data('claim DOC-001 --as backend')).toMatchObject({ claim: { token: 2 } });
});

it('what is in an address is not said', () => {
  const { one } = twoClones();
  one.git('remote', 'set-url', 'origin', 'http://me:geheim@127.0.0.1:9/x.git?key=geheim');
  const refused = one.coord('claim FIX-001 --as frontend');
  expect(refused.exit).toBe(4);
  expect(refused.stdout + refused.stderr).not.toContain('geheim');
});

it('a path, an address or an option is no remote: nothing is claimed by settings that cannot be meant', () => {
  for (const claims of ['../hub.git', 'ext::sh -c "touch made"', '--upload-pack=touch made', './x']) {
    const { one } = twoClones({ 'deployment/coord.yaml': `protocol: 1\nclaims: ${JSON.stringify(claims)}\n` });
    const claimed = one.coord('claim FIX-001 --as frontend');
    expect([claims, claimed.exit, one.has('made'), one.git('for-each-ref', 'refs/coord', 'refs/coord-remote')]).toEqual([claims, 1, false, '']);
    expect(claimed.stderr).toContain('coord.yaml');
  }
});

it('a remote that git does not know is told of, and the claim is kept here', () => {
  const { one } = twoClones({ 'deployment/coord.yaml': 'protocol: 1\nclaims: origin2\n' });
  const claimed = one.coord('claim FIX-001 --as frontend');
  expect([claimed.exit, one.git('for-each-ref', 'refs/coord-remote')]).toEqual([0, '']);
  expect(claimed.stderr).toContain('Only this machine knows of it: git knows no remote');
});

it('a claim at the remote that cannot be read: what doctor says to type mends it', () => {
  const { one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  other.write('junk', 'no claim');
  const junk = other.git('hash-object', '-w', 'junk');
  other.git('push', '-q', '--force', 'origin', `${junk}:refs/coord/tasks/FIX-001`, `${junk}:refs/coord/tasks/DOC-001`);
  for (const clone of [one, other]) clone.coord('sync');
  for (const id of ['DOC-001', 'FIX-001']) {
    const { stdout } = other.coord('doctor');
    expect(stdout).toContain(`broken   claims      ${id}`);
    const cure = /remove it: (git push .*) && coord sync$/m.exec(stdout)?.[1] ?? '';
    other.git(...cure.split(' ').slice(1));
    other.coord('sync');
  }
  expect(other.coord('doctor').stdout).toContain('ok       claims      nothing is held');
  expect(other.coord('claim DOC-001 --as backend --take').exit).toBe(0);
  one.coord('sync');
  expect(one.coord('done').exit).toBe(0);
});

it('a commit that takes the remote out of coord.yaml does not make claims local: whoever wants that says so', () => {
  const { one, other } = twoClones();
  one.coord('claim FIX-001 --as frontend');
  other.coord('sync');
  for (const clone of [one, other]) {
    clone.write('deployment/coord.yaml', COORD_YAML);
    clone.commit('claims are not spoken of any more');
    expectUnchanged(clone, () => {
      for (const verb of ['claim FIX-001 --as frontend', 'done FIX-001 --as frontend', 'release --abandoned', 'task set DOC-001 priority=high', 'sync']) {
        expect([verb, clone.coord(verb)]).toEqual([
          verb,
          {
            exit: 1,
            stdout: '',
            stderr: 'deployment/coord.yaml does not say how claims are shared, though claims are at origin: two could hold one task. Nothing was changed.\nWrite into it: claims: origin    Or, if they are to hold on this machine alone: claims: local\n',
          },
        ]);
      }
    });
    expect(clone.coord('status').exit).toBe(0);
  }
  other.write('deployment/coord.yaml', `${COORD_YAML}claims: local\n`);
  expect(other.coord('claim FIX-001 --as frontend').exit).toBe(0);
});

it('what ran out is swept, with what was left behind', () => {
  const { one, other } = twoClones();
  one.git('worktree', 'add', '-q', '--detach', '../linked');
  const work = one.in('../linked');
  work.coord('claim FIX-001 --as frontend');
  work.write('made', 'x');
  one.coord('claim INFRA-001 --as backend');
  const evening = { env: { COORD_NOW: '2025-08-12T18:00:00Z' } };
  expect(one.coord('release FIX-001 --abandoned')).toMatchObject({ exit: 1, stderr: 'FIX-001 is held by frontend, whose time has not run out. Nothing was changed.\nSee who holds what: coord status --claims\n' });
  expect(one.coord('release FIX-001 --abandoned', evening).stdout).toBe("FIX-001 is free again: frontend's time ran out 4 h ago. Left behind:\n  ../linked\n  ../linked/made\n");
  expect(other.data('release --abandoned', evening)).toMatchObject({ abandoned: [{ id: 'INFRA-001', agent: 'backend', left: [] }] });
  expect(other.coord('release --abandoned', evening).stdout).toBe('Nothing is abandoned.\n');
  expect(one.coord('done INFRA-001', evening).exit).toBe(3);
  expect(other.data('claim INFRA-001 --as backend', evening)).toMatchObject({ claim: { token: 2 }, lost_from: null });
});
