/** Disks that take nothing more. Both need the right to mount; without it they are skipped by name. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

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

const WRITES = ['claim DOC-001 --as backend', 'release FIX-001', 'progress 50', 'done', 'task add Another', 'task set DOC-001 priority=high', 'task split DOC-001 One Two', 'as backend',
  'block DOC-001 A key --on backend', 'decide propose Bars --as frontend', 'handoff new DOC-001 --as frontend'];

it.skipIf(!mayMount)('a disk that may only be read answers everything, and nothing is promised', () => {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend');
  const reads = ['', 'status', 'next', 'show FIX-001', 'list', 'graph', 'agents', 'validate', 'prime --as frontend'];
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
  expect(stderr).toMatch(/deployment\/tasks\/.* cannot be written: the disk is read-only\. Nothing was changed\.\nMake it writable, then try again\.\n$/);
  expect(app.git('log', '--format=%s')).toBe('Begin');
});

it.skipIf(!mayMount)('a full disk changes nothing, and all goes on when there is room again', () => {
  const place = makeFolder();
  expect(mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place)).toBe(true);
  const source = teamStory();
  const app = source.in(place).in('app');
  source.git('clone', '-q', source.root, app.root);
  app.coord('claim FIX-001 --as frontend');
  const task = app.read('deployment/tasks/FIX-001.yaml');
  fill(place);
  expect(app.coord('next')).toMatchObject({ exit: 0, stdout: expect.stringContaining('INFRA-001') as unknown });
  for (const line of WRITES) {
    const { exit, stderr } = app.coord(line);
    expect({ line, exit }).toEqual({ line, exit: 4 });
    expect(stderr).not.toBe('');
  }
  expect(app.read('deployment/tasks/FIX-001.yaml')).toBe(task);
  expect(readdirSync(join(app.root, '.git/coord')).filter((name) => name.startsWith('lock'))).toEqual([]);
  rmSync(join(place, 'full'), { recursive: true });
  expect(app.git('status', '--porcelain')).toBe('');
  worksAgain(app);
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
