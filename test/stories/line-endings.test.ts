/** Files keep the line endings they have, whoever made them so. */
import { expect, it } from 'vitest';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { COORD_YAML, TASKS } from '../support/team-repository.ts';

const TASK = 'deployment/tasks/FIX-001.yaml';
const LINES = `${TASKS['FIX-001'] ?? ''}\n# kept as it is\nprogress: 10\nnotes: first   # here too\n`;
const QUEUE = 'task_queue:\n  high_priority:\n    - id: Q-1   # one\n      task: Queued\n      progress: 10\n';
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

function bareLineFeeds(text: string): number {
  return text.split('\n').length - text.split('\r\n').length;
}

function changesOneLine(app: Story, path: string, was: string, is: string): void {
  const removedAndAdded = app.git('show', '--format=', '-U0', 'HEAD', '--', path).split('\n').filter((line) => /^[-+](?![-+])/.test(line)).map((line) => line.replace(/\r$/, ''));
  expect(removedAndAdded).toEqual([`-${was}`, `+${is}`]);
}

it('in files committed with CRLF', () => {
  const app = story({ files: { 'deployment/coord.yaml': crlf(COORD_YAML), [TASK]: crlf(LINES), 'deployment/tasks/queue.yaml': crlf(QUEUE) } });
  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('progress 50').exit).toBe(0);
  expect(app.read(TASK)).toBe(crlf(LINES).replace('progress: 10', 'progress: 50'));
  changesOneLine(app, TASK, 'progress: 10', 'progress: 50');
  app.coord('claim Q-1 --as frontend');
  expect(app.coord('progress 60 --task Q-1').exit).toBe(0);
  expect(app.read('deployment/tasks/queue.yaml')).toBe(crlf(QUEUE).replace('progress: 10', 'progress: 60'));
  expect(app.coord('done FIX-001').exit).toBe(0);
  expect(bareLineFeeds(app.read(TASK))).toBe(0);
  expect(app.coord('validate').exit).toBe(0);
});

it.each([
  ['core.autocrlf', (app: Story) => app.git('config', 'core.autocrlf', 'true')],
  ['.gitattributes', (app: Story) => app.write('.gitattributes', '* text=auto eol=crlf\n')],
])('in a work tree that %s gives CRLF', (_, settle) => {
  const app = story({ files: { 'deployment/coord.yaml': COORD_YAML, [TASK]: LINES } });
  settle(app);
  app.git('add', '-A');
  app.git('commit', '-q', '--allow-empty', '-m', 'Settle');
  app.git('rm', '-q', '-r', 'deployment');
  app.git('checkout', '-q', 'HEAD', '--', 'deployment');
  expect(app.read(TASK)).toBe(crlf(LINES));

  app.coord('claim FIX-001 --as frontend');
  expect(app.coord('progress 50').stdout).toMatch(/committed/);
  expect(app.read(TASK)).toBe(crlf(LINES).replace('progress: 10', 'progress: 50'));
  expect(`${app.git('cat-file', 'blob', `HEAD:${TASK}`)}\n`).toBe(LINES.replace('progress: 10', 'progress: 50'));
  changesOneLine(app, TASK, 'progress: 10', 'progress: 50');
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.coord('done').exit).toBe(0);
  expect(app.git('status', '--porcelain')).toBe('');
});
