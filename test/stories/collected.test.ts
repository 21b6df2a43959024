/** Git collects garbage just after coord has written an object, before anything refers to it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { twoClones } from '../support/clones.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

interface Collecting {
  readonly env: { readonly PATH: string };
  /** How often garbage was collected. */
  readonly times: () => number;
}

/** A git that stands before the real one on PATH: after each of the first so many runs of a subcommand it collects garbage. */
function collecting(subcommand: string, most: number): Collecting {
  const folder = makeFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const marks = Array.from({ length: most }, (_, at) => join(folder, `collected-${at}`));
  const collect = `for mark in ${marks.join(' ')}; do mkdir "$mark" 2>&- && { "${real}" gc -q --prune=now <&-; break; }; done`;
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/git'), `#!/bin/sh\n"${real}" "$@"\ncode=$?\ncase " $* " in *" ${subcommand} "*) ${collect};; esac\nexit $code\n`);
  chmodSync(join(folder, 'bin/git'), 0o755);
  return { env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` }, times: () => marks.filter((mark) => existsSync(mark)).length };
}

const stateOf = (app: Story): readonly string[] => [app.git('status', '--porcelain'), app.git('rev-parse', 'HEAD'), app.git('for-each-ref', 'refs/coord', 'refs/coord-remote', 'refs/heads')];

it('writes a claim again whose object was collected', () => {
  const app = teamStory();
  const { env, times } = collecting('hash-object', 1);
  expect(app.coord('claim FIX-001 --as frontend', { env }).exit).toBe(0);
  expect(times()).toBe(1);
  expect(app.git('fsck', '--no-dangling')).toBe('');
});

it('shares a claim whose object was collected: kept here alone, another could have the task too', () => {
  const { one, other } = twoClones();
  const { env, times } = collecting('hash-object', 1);
  expect(one.coord('claim FIX-001 --as frontend', { env })).toEqual({ exit: 0, stdout: 'FIX-001 is yours until 2025-08-12T14:00:00Z.\n', stderr: '' });
  expect(times()).toBe(1);
  expect(other.coord('claim FIX-001 --as backend --take').exit).toBe(3);
});

it.each([
  ['here', (): Story => teamStory(), 'with nonexistent object'],
  ['at the remote', (): Story => twoClones().one, 'Whether origin has the claim of FIX-001 is unknown: '],
])('claims nothing %s where each object is collected at once', (_, begin, words) => {
  const app = begin();
  const { env, times } = collecting('hash-object', 100);
  const before = stateOf(app);
  const { exit, stdout, stderr } = app.coord('claim FIX-001 --as frontend', { env });
  expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
  expect(stderr).toContain(words);
  expect(times()).toBeGreaterThan(1);
  expect(stateOf(app)).toEqual(before);
  expect(app.coord('claim FIX-001 --as backend --take').exit).toBe(0);
});

it.each(['update-index', 'write-tree', 'commit-tree'])('commits a record though garbage is collected after git %s', (subcommand) => {
  const app = teamStory();
  const { env, times } = collecting(subcommand, 1);
  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('progress 50', { env }).stdout).toMatch(/· committed [0-9a-f]{7}/);
  expect(times()).toBe(1);
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.git('show', 'HEAD:deployment/tasks/FIX-001.yaml')).toContain('progress: 50');
  expect(app.git('fsck', '--no-dangling')).toBe('');
});
