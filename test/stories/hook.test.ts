/** The check before a commit, as git really calls it. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';

const TASK = 'deployment/tasks/FIX-001.yaml';
const BROKEN = 'id: FIX-001\ntask: [never closed\n';

/** With the check installed, and coord where a shell finds it. */
function checked(): Story {
  const commands = join(makeFolder(), 'bin');
  mkdirSync(commands);
  symlinkSync(BINARY, join(commands, 'git-coord'));
  process.env['PATH'] = [commands, process.env['PATH']].join(delimiter);
  const app = teamStory();
  expect(app.coord('init --hook').exit).toBe(0);
  app.commit('Check commits');
  return app;
}

it('lets nothing broken in, and says what to do', () => {
  const app = checked();
  app.write(TASK, BROKEN);
  app.git('add', TASK);
  const staged = app.git('ls-files', '--stage');
  expect(() => app.git('commit', '-q', '-m', 'Break it')).toThrow(/FIX-001\.yaml:3:1 {2}error {2}yaml-syntax\n[^]*Mend the marked place/);
  expect(app.git('log', '-1', '--format=%s')).toBe('Check commits');
  expect(app.git('ls-files', '--stage')).toBe(staged);
});

it('judges what a partial commit takes, not what else is staged or changed', () => {
  const app = checked();
  app.write(TASK, BROKEN);
  app.git('add', TASK);
  app.write('README', 'good\n');
  app.write('deployment/tasks/DOC-001.yaml', 'id: DOC-001\ntask: Write it all down\n');
  app.git('commit', '-q', '-m', 'Only these', 'deployment/tasks/DOC-001.yaml');
  expect(app.git('show', '--name-only', '--format=%s')).toBe('Only these\n\ndeployment/tasks/DOC-001.yaml');
  expect(() => app.git('commit', '-q', '-m', 'Only that', TASK)).toThrow(/yaml-syntax/);
});

it('judges the staged text, whatever the work tree holds', () => {
  const app = checked();
  app.write(TASK, 'id: FIX-001\ntask: Fix it for good\n');
  app.git('add', TASK);
  app.write(TASK, BROKEN);
  app.git('commit', '-q', '-m', 'The good half');
  expect(app.git('show', `HEAD:${TASK}`)).toBe('id: FIX-001\ntask: Fix it for good');
});

it('refuses a task that takes away what another waits for', () => {
  const app = checked();
  app.git('rm', '-q', TASK);
  expect(() => app.git('commit', '-q', '-m', 'Drop it')).toThrow(/missing-dependency/);
});

it("lets coord's own commits pass without asking", () => {
  const app = checked();
  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('progress 30').stdout).toMatch(/committed/);
});
