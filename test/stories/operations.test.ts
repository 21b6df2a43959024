/** In the middle of a merge, a rebase, a cherry-pick: git's operation stays whole. */
import { describe, expect, it } from 'vitest';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

/** Two branches that change one line of the same file. */
function conflicting(path: string, one: string, other: string): Story {
  const app = teamStory();
  app.git('checkout', '-q', '-b', 'side');
  app.write(path, one);
  app.commit('One');
  app.git('checkout', '-q', 'main');
  app.write(path, other);
  app.commit('Other');
  return app;
}

const stopped = (app: Story, ...args: string[]): void => expect(() => app.git(...args)).toThrow();

const OPERATIONS: readonly (readonly [name: string, start: readonly string[], end: readonly string[]])[] = [
  ['merge', ['merge', '-q', 'side'], ['commit', '-q', '--no-edit']],
  ['rebase', ['rebase', '-q', 'side'], ['-c', 'core.editor=true', 'rebase', '--continue']],
  ['cherry-pick', ['cherry-pick', 'side'], ['-c', 'core.editor=true', 'cherry-pick', '--continue']],
];

describe.each(OPERATIONS)('while a %s waits to be finished', (name, start, end) => {
  it('writes without committing, and says so', () => {
    const app = conflicting('notes.txt', 'one\n', 'other\n');
    app.coord('claim FIX-001 --as frontend');
    stopped(app, ...start);
    const head = app.git('rev-parse', 'HEAD');
    expect(app.coord('next').exit).toBe(0);
    const { exit, stdout, stderr } = app.coord('progress 50');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('written, not committed') as unknown });
    expect(stderr).toBe(`Not committed: a ${name} is going on. The files are part of it once you add them: git add\n`);
    expect(app.git('rev-parse', 'HEAD')).toBe(head);
    expect(app.git('diff', '--name-only', '--diff-filter=U')).toBe('notes.txt');

    app.write('notes.txt', 'both\n');
    app.git('add', '-A');
    app.git(...end);
    expect(app.git('show', 'HEAD:deployment/tasks/FIX-001.yaml')).toContain('progress: 50');
    expect(app.coord('done --as frontend')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/committed [0-9a-f]{7}/) as unknown });
  });

  it('names the records that are in conflict, and answers about all others', () => {
    const app = conflicting('deployment/tasks/FIX-001.yaml', 'id: FIX-001\ntask: One way\n', 'id: FIX-001\ntask: Another way\n');
    stopped(app, ...start);
    const before = app.read('deployment/tasks/FIX-001.yaml');
    expect(app.coord('validate')).toMatchObject({ exit: 1, stdout: expect.stringContaining('deployment/tasks/FIX-001.yaml:2:1  error  conflict-marker\n') as unknown });
    expect(app.coord('next').stdout).toContain('INFRA-001');
    expect(app.coord('claim INFRA-001 --as backend').exit).toBe(0);
    expect(app.coord('claim FIX-001 --as frontend').exit).toBe(1);
    expect(app.coord('task set FIX-001 priority=low').exit).toBe(1);
    expect(app.read('deployment/tasks/FIX-001.yaml')).toBe(before);
  });
});
