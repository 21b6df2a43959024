import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { underLock } from '../../src/adapters/workspace-lock.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { makeFolder } from '../support/repository.ts';

const lockIn = (folder: string): string => join(folder, 'coord', 'lock');

function leave(folder: string, owner: object): void {
  mkdirSync(join(folder, 'coord'));
  writeFileSync(lockIn(folder), JSON.stringify(owner));
}

/** A number that a process had which is no more. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('underLock', () => {
  test('says who holds it while it is held, and leaves nothing', async () => {
    const folder = makeFolder();
    const seen = await underLock(folder, () => Promise.resolve(done(JSON.parse(readFileSync(lockIn(folder), 'utf8')) as object)));
    expect(seen).toMatchObject({ ok: true, value: { pid: process.pid, host: hostname() } });
    expect(readdirSync(join(folder, 'coord'))).toEqual([]);
  });

  test('one at a time', async () => {
    const folder = makeFolder();
    let inside = 0;
    let most = 0;
    let runs = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
      return done(++runs);
    };
    await Promise.all(Array.from({ length: 20 }, () => underLock(folder, work)));
    expect({ most, runs }).toEqual({ most: 1, runs: 20 });
  });

  test('is given back when the work throws', async () => {
    const folder = makeFolder();
    await expect(underLock(folder, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(existsSync(lockIn(folder))).toBe(false);
  });

  test('that another one took since ours was deleted is left to that one', async () => {
    const folder = makeFolder();
    const other = JSON.stringify({ pid: process.ppid, started: '1', host: hostname(), since: '2026-03-02T12:00:00Z', mark: 'a' });
    await underLock(folder, () => {
      writeFileSync(lockIn(folder), other);
      return Promise.resolve(done(null));
    });
    expect(readFileSync(lockIn(folder), 'utf8')).toBe(other);
  });

  test.each([
    ['a process that ended', () => ({ pid: deadPid(), started: '1', host: hostname(), since: '2026-03-02T12:00:00Z', mark: 'a' })],
    ['a process whose number another one has now', () => ({ pid: process.pid, started: 'long ago', host: hostname(), since: '2026-03-02T12:00:00Z', mark: 'a' })],
    ['nobody: its text was lost', () => ({})],
  ])('what %s left is taken over at once, by one of many', async (_, owner) => {
    const folder = makeFolder();
    leave(folder, owner());
    let inside = 0;
    const work = async () => {
      const others = inside++;
      await new Promise(setImmediate);
      inside--;
      return done(others);
    };
    const runs = await Promise.all(Array.from({ length: 8 }, () => underLock(folder, work)));
    expect(runs).toEqual(Array.from({ length: 8 }, () => ({ ok: true, value: 0 })));
    expect(readdirSync(join(folder, 'coord'))).toEqual([]);
  });

  test('of another machine nothing is known, so its lock stands and is named', async () => {
    const folder = makeFolder();
    leave(folder, { pid: 1, started: '1', host: 'elsewhere.invalid', since: '2026-03-02T12:00:00Z', mark: 'a' });
    const answer = await underLock(folder, () => Promise.resolve(done(1)), 0);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'lock-busy', facts: { path: lockIn(folder), owner: 'process 1 on elsewhere.invalid' } } });
    expect(existsSync(lockIn(folder))).toBe(true);
  });

  test('where nothing can be written it says so', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), '');
    const answer = await underLock(join(folder, 'file'), () => Promise.resolve(done(1)));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-writable', facts: { reason: 'a part of its path is a file' } } });
  });
});
