/** Disks that take nothing more. Both need the right to mount; without it they are skipped by name. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const mounted: string[] = [];

function mount(...args: string[]): boolean {
  const isDone = spawnSync('mount', args).status === 0;
  if (isDone) mounted.push(args.at(-1) ?? '');
  return isDone;
}

function unmountAll(): void {
  for (const place of mounted.splice(0).reverse()) spawnSync('umount', [place]);
}

afterEach(unmountAll);

const mayMount = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', makeFolder());
unmountAll();

function makeReadOnly(folder: string): void {
  expect(mount('--bind', folder, folder) && mount('-o', 'remount,ro,bind', folder)).toBe(true);
}

const WRITES = [
  ...['claim DOC-001 --as backend', 'release FIX-001', 'progress 50', 'done', 'task add Another', 'task set DOC-001 priority=high', 'task split DOC-001 One Two', 'as backend'],
  ...['block DOC-001 A key --on backend', 'unblock UI-004', 'unblock UI-004 --ack', 'handoff new DOC-001 --as frontend', 'handoff ack INFRA-001 --take'],
  ...['approve UI-004 --as human:alice', 'approve UI-004 --no --as human:alice', 'decide propose Bars --as frontend', 'decide comment lines Yes', 'decide accept lines', 'decide reject lines', 'decide supersede pies rings'],
  ...['report pages', 'init --hook', 'validate --fix', 'import PLAN.md'],
];

/** With something for each of them to do. */
function begin(): Story {
  const app = teamStory({ 'deployment/coord.yaml': `${COORD_YAML}agent_metrics: {}\n`, 'PLAN.md': '- [ ] **REP-1**: Draw the bars\n' });
  const before = ['block UI-004 A key --on backend', 'handoff new INFRA-001', 'task set UI-004 approvers=human:alice', ...['Pies', 'Rings', 'Lines'].map((title) => `decide propose ${title}`), 'decide accept pies', 'decide accept rings', 'claim FIX-001'];
  for (const line of before) expect(app.coord(`${line} --as frontend`)).toMatchObject({ exit: 0 });
  return app;
}

it.skipIf(!mayMount)('a disk that may only be read answers everything, and nothing is promised', () => {
  const app = begin();
  const reads = ['', 'status', 'next', 'show FIX-001', 'list', 'graph', 'agents', 'validate', 'prime --as frontend', 'decide list', 'handoff list', 'report standup', 'report collect', 'report pages --check'];
  const expected = reads.map((line) => app.coord(line));
  rmSync(join(app.root, '.git/coord/cache'), { recursive: true });
  makeReadOnly(app.root);
  expect(reads.map((line) => app.coord(line))).toEqual(expected);
  for (const line of WRITES) {
    const { exit, stdout, stderr } = app.coord(line);
    expect({ line, exit, stdout }).toEqual({ line, exit: 4, stdout: '' });
    expect(stderr).toMatch(/read-only/i);
  }
  unmountAll();
  expect(app.coord('done').exit).toBe(0);
});

it.skipIf(!mayMount)('records that may only be read stay as they are, and the place is named', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  makeReadOnly(join(app.root, 'deployment'));
  const { exit, stderr } = app.coord('progress 50');
  expect(exit).toBe(4);
  expect(stderr).toMatch(/deployment\/tasks\/.* cannot be written: the disk is read-only\. Nothing was changed\.\nMake it writable, or write elsewhere, then try again\.\n$/);
  expect(app.git('log', '--format=%s')).toBe('Begin');
});

it.skipIf(!mayMount)('a full disk changes nothing, and all goes on when there is room again', () => {
  const place = makeFolder();
  expect(mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place)).toBe(true);
  const source = begin();
  const app = source.in(place).in('app');
  source.git('clone', '-q', source.root, app.root);
  app.coord('claim FIX-001 --as frontend');
  const head = app.git('rev-parse', 'HEAD');
  fill(place);
  expect(app.coord('next')).toMatchObject({ exit: 0, stdout: expect.stringContaining('INFRA-001') as unknown });
  for (const line of WRITES) {
    const { exit, stdout, stderr } = app.coord(line);
    expect({ line, exit, stdout, isNamed: stderr.includes('the disk is full') }).toEqual({ line, exit: 4, stdout: '', isNamed: true });
  }
  expect(readdirSync(join(app.root, '.git/coord')).filter((name) => name.startsWith('lock'))).toEqual([]);
  rmSync(join(place, 'full'), { recursive: true });
  expect([app.git('status', '--porcelain'), app.git('rev-parse', 'HEAD')]).toEqual(['', head]);
  worksAgain(app);
});

it.skipIf(!mayMount)('a remote whose disk is full takes no claim, and none is kept here as if it had', () => {
  const { hub, one, other } = twoClones();
  one.coord('claim DOC-001 --as frontend');
  const place = makeFolder();
  expect(mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place)).toBe(true);
  renameSync(hub.path, `${hub.path}.away`);
  one.git('clone', '-q', '--mirror', `${hub.path}.away`, join(place, 'hub.git'));
  for (const clone of [one, other]) clone.git('remote', 'set-url', 'origin', `file://${join(place, 'hub.git')}`);
  fill(place);
  const before = one.git('for-each-ref');
  for (const line of ['claim FIX-001 --as frontend', 'release DOC-001', 'done DOC-001']) {
    // Half an hour later: with the same time the claim would need no renewal before the task is written.
    expect({ line, ...one.coord(line, { env: { COORD_NOW: '2025-08-12T12:30:00Z' } }) }).toMatchObject({ line, exit: 4, stdout: '', stderr: expect.stringMatching(/^Whether origin has the claim of .* is unknown: /) as unknown });
    expect([one.git('status', '--porcelain'), one.git('for-each-ref')]).toEqual(['', before]);
  }
  rmSync(join(place, 'full'), { recursive: true });
  expect(one.coord('done DOC-001').exit).toBe(0);
  expect(other.coord('claim FIX-001 --as backend --take').exit).toBe(0);
  expect(one.coord('claim FIX-001 --as frontend').exit).toBe(3);
});

/** To the last byte, and to the last file. */
function fill(place: string): void {
  mkdirSync(join(place, 'full'));
  for (let size = 1 << 20; size > 0; size >>= 1) {
    for (let number = 0; statfsSync(place).bavail * statfsSync(place).bsize >= size && size >= 4096; number++) writeFileSync(join(place, 'full', `${size}-${number}`), Buffer.alloc(size));
  }
}

function worksAgain(app: Story): void {
  expect(app.coord('progress 60').stdout).toMatch(/committed/);
  expect(app.coord('claim DOC-001 --as backend').exit).toBe(0);
  expect(app.coord('done FIX-001').exit).toBe(0);
  expect(app.coord('validate').exit).toBe(0);
  expect(app.git('status', '--porcelain')).toBe('');
}
