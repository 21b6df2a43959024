import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/app/setup/doctor.ts';
import { problem } from '../../src/core/problem/problem.ts';
import { checksOf, doctorText } from '../../src/present/setup/doctor.ts';
import { PIPE } from '../support/screens.ts';

const WELL: Diagnosis = {
  gitVersion: '2.39.5',
  root: '/repo/app',
  isLinkedWorktree: false,
  head: { commit: 'c0ffee', branch: 'main' },
  isShallow: false,
  files: { folder: 'deployment', count: 12, problems: [] },
  folder: 'deployment',
  hook: { by: 'husky', runs: true },
  mergeDriver: null,
  integration: null,
  locks: [],
  mirrors: [],
  cache: 48_000,
  claims: { held: 2, unreadable: [], expired: [], unknown: [], lost: [], homeless: [], unshared: null },
  isCallerKnown: true,
};

const placed = { ...problem('self-dependency', { file: 'a.yaml' }, { id: 'A' }), at: { line: 1, column: 1, endColumn: 2 } };
const warned = { ...problem('unknown-field', { file: 'a.yaml' }, { field: 'x', nearest: null }), at: { line: 1, column: 1, endColumn: 2 } };

describe('what doctor says', () => {
  it('is a line for each thing that is well', () => {
    expect(doctorText(checksOf(WELL, PIPE), PIPE)).toBe(`\
ok       git         2.39.5
ok       repository  /repo/app, on main
ok       history     complete
ok       files       12 files in deployment/
ok       hook        every commit is checked (husky)
ok       locks       none left behind
ok       remotes     none writes over claims
ok       claims      2 held
ok       cache       48.0 kB, may be deleted at any time`);
  });

  it.each<[string, Partial<Diagnosis>, string]>([
    ['git is missing', { gitVersion: null }, 'broken   git         does not run\n                     Install git 2.34 or newer, where your PATH finds it.'],
    ['git is too old', { gitVersion: '2.33.9' }, 'broken   git         2.33.9 is too old\n                     Install git 2.34 or newer.'],
    ['git is old', { gitVersion: '2.37.0' }, 'warning  git         2.37.0 cannot check merges before they happen\n                     Install git 2.38 or newer.'],
    ['a later major version', { gitVersion: '3.0' }, 'ok       git         3.0'],
    ['a linked worktree', { isLinkedWorktree: true }, 'ok       repository  /repo/app, a linked worktree, on main'],
    ['no commit', { head: { commit: null, branch: 'main' } }, 'warning  repository  /repo/app, without a commit\n                     Make the first: git add -A && git commit -m "Begin"'],
    ['a detached head', { head: { commit: 'c0ffee', branch: null } }, 'warning  repository  /repo/app, on no branch\n                     Go to a branch before you commit: git switch <branch>'],
    ['a shallow clone', { isShallow: true }, 'warning  history     is cut off (a shallow clone), so commits of handoffs are not checked\n                     git fetch --unshallow'],
    ['no folder', { files: null }, 'broken   files       there is no deployment/ folder\n                     Make it: coord init'],
    ['problems', { files: { folder: 'deployment', count: 1, problems: [placed, warned] } }, 'warning  files       1 file in deployment/, 1 problem\n                     See them: coord validate'],
    ['warnings', { files: { folder: 'deployment', count: 1, problems: [warned, warned] } }, 'warning  files       1 file in deployment/, 2 warnings\n                     See them: coord validate'],
    ['a hook that git does not call', { hook: { by: 'husky', runs: false } }, 'warning  hook        commits are not checked in this clone: git does not call husky yet\n                     Set it up: npx husky'],
    ['no hook', { hook: null }, 'warning  hook        commits are not checked\n                     Check them: coord init --hook'],
    ['a lock in use', { locks: [{ path: '.git/coord/lock', ageSeconds: 3 }] }, 'ok       locks       none left behind'],
    ['a lock left behind', { locks: [{ path: '.git/coord/lock', ageSeconds: 3700 }] }, 'warning  locks       .git/coord/lock, 1 h 1 m old\n                     If no git or coord is running, remove it: rm .git/coord/lock'],
    ['a mirror', { mirrors: [{ remote: 'up', refspec: '+refs/*:refs/*' }] }, 'broken   remotes     fetching from up writes over claims (+refs/*:refs/*)\n                     Fetch branches only: git config remote.up.fetch "+refs/heads/*:refs/remotes/up/*"'],
    ['no cache', { cache: null }, 'ok       cache       not made yet'],
    ['no claims', { claims: { ...WELL.claims, held: 0 } }, 'ok       claims      nothing is held'],
    ['a claim that cannot be read', { claims: { ...WELL.claims, unreadable: [{ id: 'A-1', isHere: true, remote: null }] } }, 'broken   claims      A-1: cannot be read, so nobody can claim it\n                     Look at it: git cat-file -p refs/coord/tasks/A-1; if nobody works on it, remove it: git update-ref --no-deref -d refs/coord/tasks/A-1'],
    ['a claim that cannot be read at the remote', { claims: { ...WELL.claims, unreadable: [{ id: 'A-1', isHere: false, remote: 'origin' }] } }, 'Look at it: git cat-file -p refs/coord-remote/origin/tasks/A-1; if nobody works on it, remove it: git push origin --delete refs/coord/tasks/A-1 && coord sync'],
    ['a claim that cannot be read here and there', { claims: { ...WELL.claims, unreadable: [{ id: 'A-1', isHere: true, remote: 'origin' }] } }, 'remove it: git update-ref --no-deref -d refs/coord/tasks/A-1 && git push origin --delete refs/coord/tasks/A-1 && coord sync'],
    ['claims that are shared no more', { claims: { ...WELL.claims, unshared: 'origin' } }, 'warning  claims      hold on this machine alone, though claims are at origin\n                     If others are to know of them, write into coord.yaml: claims: origin'],
    ['a merge driver that is set up', { mergeDriver: true }, 'ok       merging     git asks coord'],
    ['a merge driver that is not set up', { mergeDriver: false }, 'warning  merging     git merges line by line in this clone, though .gitattributes asks for coord\n                     Set it up: coord init --merge-driver'],
    ['a claim that ran out', { claims: { ...WELL.claims, expired: ['A-1', 'A-2'] } }, 'warning  claims      A-1 and A-2: the time ran out\n                     Take it over: coord claim A-1 --take-over'],
    ['a claim that ran out, to nobody it knows', { isCallerKnown: false, claims: { ...WELL.claims, expired: ['A-1'] } }, 'Take it over: coord claim A-1 --take-over --as <agent>'],
    ['a claim without a file', { claims: { ...WELL.claims, unknown: ['A-1'] } }, 'warning  claims      A-1: held, but no file here defines it\n                     It may be on another branch; else its time runs out by itself.'],
    ['work whose branch is gone', { claims: { ...WELL.claims, lost: [{ id: 'A-1', agent: 'frontend', branch: 'b/A-1', head: 'c0ffee', isKept: false }] } }, 'warning  claims      A-1 was done by frontend, but its branch b/A-1 is gone (commit c0ffee is gone too)\n                     If the work is lost, open the task again: coord task set A-1 status=todo'],
    ['a claim without a worktree', { claims: { ...WELL.claims, homeless: [{ id: 'A-1', agent: 'frontend', worktree: '/gone' }] } }, 'warning  claims      A-1: its worktree /gone is gone\n                     If claim --worktree was cut off, repeat it: coord claim A-1 --worktree --as frontend    Else free it: coord release A-1 --abandoned'],
  ])('names %s', (_, change, line) => {
    expect(doctorText(checksOf({ ...WELL, ...change }, PIPE), PIPE)).toContain(line);
  });
});
