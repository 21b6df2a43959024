/** Git's merges with coord as its driver, and what `coord resolve` makes of those without. */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const QUEUE = 'deployment/tasks/queue.yaml';
const BASE = `# What comes first
task_queue:
  high_priority:
    - id: A-1
      task: One   # the first
      status: todo
      dependencies: [A-2]
    - id: A-2
      task: Two
      status: done
`;

type Change = readonly [was: string, is: string];

const edited = (text: string, changes: readonly Change[]): string => changes.reduce((result, [was, is]) => result.replace(was, is), text);

/** Two branches; on `main`, what `ours` made. */
const branches = (ours: readonly Change[], theirs: readonly Change[]): Story => branchesOf(Buffer.from(edited(BASE, ours)), Buffer.from(edited(BASE, theirs)));

/** null: removed there. */
function branchesOf(ours: Buffer, theirs: Buffer | null): Story {
  const app = story({ files: { 'deployment/coord.yaml': COORD_YAML, [QUEUE]: BASE } });
  const commit = (bytes: Buffer | null): void => {
    if (bytes === null) rmSync(join(app.root, QUEUE));
    else writeFileSync(join(app.root, QUEUE), bytes);
    app.git('commit', '-q', '--all', '--allow-empty', '-m', 'Work');
  };
  app.git('checkout', '-q', '-b', 'side');
  commit(theirs);
  app.git('checkout', '-q', 'main');
  commit(ours);
  return app;
}

/** Merges `side` with a git that finds coord, or does not. */
function merge(app: Story, finds: 'coord' | 'no coord' | 'a broken coord'): { readonly isClean: boolean; readonly said: string } {
  const bin = join(app.root, '..', 'bin');
  const command = { coord: `exec '${process.execPath}' '${BINARY}' "$@"`, 'no coord': null, 'a broken coord': 'exit 70' }[finds];
  const driver = app.git('config', '--default', '', 'merge.coord.driver');
  if (finds !== 'coord' && driver !== '') app.git('config', 'merge.coord.driver', driver.replace(/coord='[^']*'/, "coord='/nowhere/coord.js'"));
  if (command !== null) {
    app.write('../bin/git-coord', `#!/bin/sh\n${command}\n`);
    chmodSync(join(bin, 'git-coord'), 0o755);
  }
  try {
    return { isClean: true, said: execFileSync('git', ['merge', '-q', '--no-edit', 'side'], { cwd: app.root, env: { ...gitEnv(), PATH: `${bin}:${process.env['PATH'] ?? ''}` }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (error) {
    return { isClean: false, said: String((error as { stdout: unknown }).stdout) };
  }
}

const NEIGHBOURS = { ours: [['One ', 'Uno '], ['[A-2]', '[A-2, A-3]']], theirs: [['status: todo', 'status: in_progress'], ['[A-2]', '[A-2, A-4]']] } as const;
const BOTH = edited(BASE, [['One ', 'Uno '], ['status: todo', 'status: in_progress'], ['[A-2]', '[A-2, A-3, A-4]']]);
const CONFLICT = { ours: [['task: Two', 'task: Zwei']], theirs: [['task: Two', 'task: Deux'], ['One ', 'Uno ']] } as const;
const MARKED = edited(BASE, [['One ', 'Uno '], ['      task: Two\n', '<<<<<<< ours: task\n      task: Zwei\n=======\n      task: Deux\n>>>>>>> theirs\n']]);
const SAID = `${QUEUE}: 1 conflict left to decide\n  A-2 task: ours Zwei, theirs Deux, before Two\n`;

describe('git with coord as its driver', () => {
  it('merges neighbouring lines that it could not merge by itself', () => {
    const app = branches(NEIGHBOURS.ours, NEIGHBOURS.theirs);
    expect(app.coord('init --merge-driver')).toMatchObject({ exit: 0, stdout: expect.stringContaining('Git merges deployment/ field by field') as unknown });
    expect(app.read('.gitattributes')).toBe('deployment/** merge=coord\n');
    expect(merge(app, 'coord')).toEqual({ isClean: true, said: `Auto-merging ${QUEUE}\n` });
    expect(app.read(QUEUE)).toBe(BOTH);
    expect(app.git('status', '--porcelain', '--', 'deployment/tasks')).toBe('');
  });

  it('leaves a true conflict to decide, and says which', () => {
    const app = branches(CONFLICT.ours, CONFLICT.theirs);
    app.coord('init --merge-driver');
    expect(merge(app, 'coord')).toEqual({ isClean: false, said: expect.stringContaining(SAID) as unknown });
    expect(app.read(QUEUE)).toBe(MARKED);
    expect(app.git('diff', '--name-only', '--diff-filter=U')).toBe(QUEUE);
    expect(app.coord('validate').stdout).toContain('conflict-marker');
  });

  it.each(['no coord', 'a broken coord'] as const)('falls back to lines with %s: neither side is lost', (finds) => {
    const app = branches(CONFLICT.ours, CONFLICT.theirs);
    app.coord('init --merge-driver');
    expect(merge(app, finds).isClean).toBe(false);
    expect(app.read(QUEUE)).toMatch(/<<<<<<< ours\n[^=]*Zwei[^=]*=======\n[^>]*Deux[^>]*>>>>>>> theirs\n/);
    expect(app.coord('resolve')).toMatchObject({ exit: 1, stdout: SAID });
    expect(app.read(QUEUE)).toBe(MARKED);
  });

  it.each([
    ['not UTF-8', Buffer.from([0x23, 0xff, 0x0a])],
    ['broken', Buffer.from('task_queue: [\n')],
    ['with an anchor', Buffer.from('task_queue: &all {}\n')],
  ])('leaves a file that is %s to lines', (_, bytes) => {
    const app = branchesOf(Buffer.concat([bytes, Buffer.from('# ours\n')]), Buffer.from('# theirs\n'));
    app.coord('init --merge-driver');
    expect(merge(app, 'coord').isClean).toBe(false);
    expect(app.read(QUEUE)).toMatch(/^<<<<<<< ours\n[^=]*# ours\n=======\n# theirs\n>>>>>>> theirs\n$/);
    expect(app.coord('resolve').exit).toBe(1);
  });

  it('is set up once', () => {
    const app = branches([], [['Two', 'Deux']]);
    app.coord('init --merge-driver');
    app.commit('Adopt');
    app.coord('init --merge-driver');
    expect(app.git('status', '--porcelain')).toBe('');
    expect(app.git('config', '--get-all', 'merge.coord.driver').split('\n')).toHaveLength(1);
  });
});

describe('coord resolve', () => {
  it('settles what lines could not, and leaves adding it to git to a person', () => {
    const app = branches(NEIGHBOURS.ours, NEIGHBOURS.theirs);
    expect(merge(app, 'no coord').isClean).toBe(false);
    const { exit, stdout, stderr } = app.coord('resolve');
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: `${QUEUE}: merged, nothing is left to decide\n`, stderr: `Look at it, then tell git: git add ${QUEUE}\n` });
    expect(app.read(QUEUE)).toBe(BOTH);
    expect(app.git('diff', '--name-only', '--diff-filter=U')).toBe(QUEUE);
    app.git('add', QUEUE);
    expect(app.coord('resolve')).toMatchObject({ exit: 0, stdout: 'No file is in conflict.\n' });
  });

  it('keeps what was settled by hand, and goes on from there', () => {
    const app = branches(CONFLICT.ours, CONFLICT.theirs);
    merge(app, 'no coord');
    expect(app.coord('resolve').exit).toBe(1);
    app.write(QUEUE, app.read(QUEUE).replace('# What comes first', '# By hand').replace(/<<<<<<<.*\n.*Zwei\n=======\n/, '').replace(/>>>>>>>.*\n/, ''));
    expect(app.coord('resolve')).toMatchObject({ exit: 0, stdout: `${QUEUE}: no conflict markers are left in it\n` });
    expect(app.read(QUEUE)).toBe(edited(BASE, [['# What comes first', '# By hand'], ['One ', 'Uno '], ['Two', 'Deux']]));
  });

  it('works though the settings are in conflict, on files whose markers were committed, and from a folder', () => {
    const app = branches([], []);
    app.write('deployment/coord.yaml', COORD_YAML.replace('project: app\n', '<<<<<<< HEAD\nproject: app\n=======\nproject: app\nmain: trunk\n>>>>>>> side\n'));
    app.commit('Careless');
    expect(app.coord('resolve nowhere')).toMatchObject({ exit: 1, stderr: 'nowhere is in no conflict.\nThese are: deployment/coord.yaml\n' });
    expect(app.in('deployment').coord('resolve coord.yaml')).toMatchObject({ exit: 0, stdout: 'deployment/coord.yaml: merged, nothing is left to decide\n', stderr: '' });
    expect(app.read('deployment/coord.yaml')).toBe(COORD_YAML.replace('project: app\n', 'project: app\nmain: trunk\n'));
  });

  it('settles fields of one\'s own that both sides added, for which no line stands ready', () => {
    const app = story({ files: { 'deployment/coord.yaml': COORD_YAML } });
    app.coord('task add One --id T-1');
    app.git('checkout', '-q', '-b', 'side');
    app.coord('task set T-1 x-cost=3');
    app.git('checkout', '-q', 'main');
    app.coord('task set T-1 notes=Mind x-risk=low');
    expect(merge(app, 'no coord').isClean).toBe(false);
    expect(app.coord('resolve').exit).toBe(0);
    expect(app.read('deployment/tasks/T-1.yaml')).toMatch(/\nnotes: Mind\nx-cost: "3"\nx-risk: low\n$/);
  });

  it('names a file that one side removed', () => {
    const app = branchesOf(Buffer.from(edited(BASE, [['Two', 'Deux']])), null);
    merge(app, 'no coord');
    expect(app.coord('resolve')).toMatchObject({ exit: 1, stdout: `${QUEUE}: one side has no such text: keep the file (git add) or remove it (git rm)\n` });
    expect(app.read(QUEUE)).toContain('Deux');
  });
});
