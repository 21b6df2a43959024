/** A signal to stop between writing and committing: nothing is left behind that nobody was told of. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

/** A git that first sends the signal when it is asked for this: to coord, and (`both`) to itself, as Ctrl-C does. */
function gitThatSignals(app: Story, command: string, signal: string, { both }: { readonly both: boolean }): Readonly<Record<string, string>> {
  const bin = join(app.root, '../signalling');
  mkdirSync(bin);
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = `case " $* " in *" ${command} "*) [ -e "${bin}/sent" ] || { touch "${bin}/sent"; kill -${signal} $PPID; ${both ? `kill -${signal} $$; ` : ''}};; esac\nexec "${real}" "$@"\n`;
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}`);
  chmodSync(join(bin, 'git'), 0o755);
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
}

it.each([
  ['INT', 'check-ignore', true],
  ['INT', 'write-tree', true],
  ['INT', 'update-index', true],
  ['INT', 'update-ref', true],
  ['TERM', 'read-tree', false],
  ['HUP', 'commit-tree', false],
])('SIG%s while git is at %s: the commit is made all the same', (signal, command, both) => {
  const app = teamStory();
  const env = gitThatSignals(app, command, signal, { both });
  const { exit, stdout, stderr } = app.coord(['task', 'add', 'Look at it', '--id', 'LOOK-1', '--as', 'frontend'], { env });
  expect([exit, stdout, stderr]).toEqual([0, expect.stringMatching(/ committed [0-9a-f]{7}/) as unknown, expect.any(String) as unknown]);
  expect(app.has('../signalling/sent')).toBe(true);
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.git('show', '--name-only', '--format=', 'HEAD')).toBe('deployment/tasks/LOOK-1.yaml');
});

it('a second signal ends it', () => {
  const app = teamStory();
  const env = gitThatSignals(app, 'write-tree', 'TERM', { both: false });
  const script = app.read('../signalling/git');
  app.write('../signalling/git', script.replace('\ncase', '\ncase " $* " in *" commit-tree "*) kill -TERM $PPID;; esac\ncase'));
  expect(app.coord(['task', 'add', 'Look at it', '--id', 'LOOK-1', '--as', 'frontend'], { env }).exit).toBe(-1);
});
