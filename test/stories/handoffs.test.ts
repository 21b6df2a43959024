/** Work handed over half-way: from one worktree and branch to another, and what git makes of it when both sides answer. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { TIME, teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const only = (app: Story): string => `deployment/handoffs/${readdirSync(join(app.root, 'deployment/handoffs'))[0] ?? ''}`;

/** A task half done on the branch of frontend, handed over to backend. */
function handedOver(): { readonly app: Story; readonly work: Story } {
  const app = teamStory();
  app.coord('claim FIX-001 --as frontend --worktree');
  const work = app.in('../app-FIX-001');
  work.write('web/index.html', '<p>half</p>\n');
  work.commit('Correct the base path');
  expect(work.coord(['handoff', 'new', 'FIX-001', '--to', 'Backend Agent', '--next', 'Deploy it', '--ruled-out', 'A symlink'])).toMatchObject({
    exit: 0,
    stdout: expect.stringMatching(/^FIX-001 handed over to backend: deployment\/handoffs\/2025-08-12-frontend-FIX-001-[0-9a-f]{4}-handoff\.md · committed [0-9a-f]{7}\n$/) as unknown,
    stderr: 'You still hold FIX-001. Give it back: coord release FIX-001\nOthers see it once frontend/FIX-001 is merged.\n',
  });
  return { app, work };
}

it('goes from one agent to the next, who takes it over and goes on', () => {
  const { app, work } = handedOver();
  expect(work.coord('release').exit).toBe(0);
  expect(app.coord('handoff list --as backend').stdout).toBe('No handoffs yet.\n');
  app.git('merge', '-q', 'frontend/FIX-001');
  expect(app.coord('status --as backend').stdout).toContain('Handed over, not taken over yet (1 for you)\n  FIX-001  frontend to backend  Deploy it\n');
  expect(app.coord('prime --as backend').stdout).toContain('handed over to you (1):\n  FIX-001 from frontend: Deploy it\n');
  expect(app.coord('handoff show FIX-001').stdout).toMatch(/^work: [0-9a-f]{7}\.\.[0-9a-f]{7} on frontend\/FIX-001, 1 file changed$/m);
  expect(app.coord('handoff ack FIX-001 --as backend')).toMatchObject({ exit: 0, stdout: expect.stringMatching(/ of FIX-001 from frontend taken over · committed [0-9a-f]{7}\n$/) as unknown, stderr: '' });
  expect(app.coord('handoff list --as backend').exit).toBe(0);
  expect(app.coord('handoff ack FIX-001 --as testing').exit).toBe(1);
  expect(app.coord('claim FIX-001 --as backend --take').exit).toBe(0);
  expect(app.coord('').stdout).toMatch(/^backend · FIX-001 /);
  expect(app.git('status', '--porcelain')).toBe('');
  expect(app.coord('validate --strict').exit).toBe(0);
});

it('tells what the verifiers answer to unfinished work, in the answer and to whoever reads it', () => {
  const app = teamStory();
  app.write('deployment/coord.yaml', app.read('deployment/coord.yaml').replace('"process.exit(0)"', '"console.log(`1 of 2 pages`); process.exit(3)"'));
  app.commit('Check all pages');
  expect(app.coord('handoff new FIX-001 --as frontend --verify')).toEqual({
    exit: 0,
    stdout: expect.stringMatching(/^FIX-001 handed over to whoever comes next: deployment\/handoffs\/\S+ · build failed \(exit 3\) · committed [0-9a-f]{7}\n$/) as unknown,
    stderr: 'build failed (exit 3). The handoff says so.\n  1 of 2 pages\n',
  });
  expect(app.coord('handoff show FIX-001').stdout).toContain(`\nverified: build exit 3 ${TIME}\n`);
  expect(app.coord('handoff new DOC-001 --as testing --verify').stderr).toBe('DOC-001 names no verifier, so none ran. Name one for the next: coord task set DOC-001 verify=build\n');
  expect(app.coord('validate --strict').exit).toBe(0);
});

it('waits for nobody once the task was completed all the same', () => {
  const { app, work } = handedOver();
  expect(work.coord('handoff list --agent backend').stdout).toContain('FIX-001');
  expect(work.coord('done', { env: { COORD_NOW: '2025-08-12T12:30:00Z' } }).exit).toBe(0);
  app.git('merge', '-q', 'frontend/FIX-001');
  expect(app.coord('handoff list --agent backend').stdout).toBe('No handoff waits for backend. All handoffs: coord handoff list --all\n');
  expect(app.coord('prime --as backend').stdout).not.toContain('handed over to you (');
  expect(app.coord('status --as backend').stdout).not.toContain('frontend to backend');
  expect(app.data('handoff list --all')).toMatchObject({ handoffs: { length: 2 } });
});

describe('on two branches', () => {
  it('taking over merges with a change to any other line, and with another handoff', () => {
    const { app } = handedOver();
    app.git('merge', '-q', 'frontend/FIX-001');
    const file = only(app);
    app.git('checkout', '-q', '-b', 'side');
    app.write(file, app.read(file).replace('ruled_out: [A symlink]', 'ruled_out: [A symlink, Luck]') + '\nLook at the cache.\n');
    app.commit('Say more');
    app.coord('handoff new DOC-001 --as testing');
    app.git('checkout', '-q', 'main');
    app.coord('handoff ack FIX-001 --as backend');
    app.git('merge', '-q', '--no-edit', 'side');
    expect(app.read(file)).toContain('ruled_out: [A symlink, Luck]\n\nacknowledged: { by: backend, at: "2025-08-12T12:00:00Z" }\n');
    expect(app.data('handoff list --all')).toMatchObject({ handoffs: { length: 2 } });
    expect(app.coord('validate --strict').exit).toBe(0);
  });

  it('two who take over the same is for people to settle', () => {
    const { app } = handedOver();
    app.git('merge', '-q', 'frontend/FIX-001');
    const file = only(app);
    app.git('checkout', '-q', '-b', 'side');
    app.coord('handoff ack FIX-001 --as testing --take');
    app.git('checkout', '-q', 'main');
    app.coord('handoff ack FIX-001 --as backend');
    expect(() => app.git('merge', '-q', '--no-edit', 'side')).toThrow();
    expect(app.git('diff', '--name-only', '--diff-filter=U')).toBe(file);
    expect(app.coord('validate').stdout).toContain('conflict-marker');
    app.write(file, app.read(file).replace(/<<<<<<< .*\n(.*\n)=======\n.*\n>>>>>>> .*\n/, '$1'));
    app.commit('Backend has it');
    expect(app.coord('handoff list --all').stdout).toContain('taken over by backend');
  });

  it('a squash keeps it whole: what it hands over is known by its content', () => {
    const { app } = handedOver();
    app.git('merge', '-q', '--squash', 'frontend/FIX-001');
    app.git('commit', '-q', '-m', 'All at once');
    expect(app.coord('handoff list --as backend').stdout).not.toMatch(/missing|changed/);
    app.write('web/index.html', '<p>whole</p>\n');
    app.commit('Go on');
    expect(app.coord('handoff list --as backend').stdout).toContain('1 artifact changed since');
    expect(app.coord('handoff ack FIX-001 --as backend').stderr).toMatch(/^Changed since it was handed over: web\/index\.html\. Look first: git diff [0-9a-f]{12} HEAD\n$/);
  });
});

describe('what is said', () => {
  it('comes from standard input', () => {
    const app = teamStory();
    const { exit } = app.coord('handoff new DOC-001 --as testing --from-file -', { input: 'Mind the cache.\n' });
    expect([exit, app.read(only(app)).endsWith('---\n\nMind the cache.\n')]).toEqual([0, true]);
  });

  it('is asked for in no editor where nobody sits', () => {
    const app = teamStory();
    expect(app.coord('handoff new DOC-001 --as testing --edit', { env: { GIT_EDITOR: 'touch opened' } })).toEqual({
      exit: 2,
      stdout: '',
      stderr: '--edit opens an editor, and this is no terminal.\nSay it by options, or by a file: --from-file <path>, where - is standard input.\n',
    });
    expect(app.has('opened') || app.has('deployment/handoffs')).toBe(false);
  });

  it.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))('is asked for in the editor on a terminal; what fails is kept', () => {
    const app = teamStory();
    const onTerminal = (editor: string): string => {
      const command = `'${process.execPath}' '${BINARY}' handoff new DOC-001 --as testing --edit`;
      return spawnSync('script', ['-qec', command, '/dev/null'], { cwd: app.root, env: { ...gitEnv(), COORD_NOW: TIME, GIT_EDITOR: editor, TERM: 'xterm' }, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] }).stdout;
    };
    expect(onTerminal("sed -i 's/^next_steps:.*/nextsteps: [x]/'")).toMatch(/draft-[0-9a-f]{8}\.md cannot be taken as a handoff:\s+line \d+: coord knows no field "nextsteps" here\./);
    const [kept = ''] = readdirSync(join(app.root, '.git/coord')).filter((name) => name.startsWith('draft-'));
    expect(app.read(`.git/coord/${kept}`)).toContain('nextsteps: [x]');
    expect(onTerminal("sed -i 's/^next_steps:.*/next_steps: [Deploy it]/'")).toContain('DOC-001 handed over to whoever comes next');
    expect(app.read(only(app))).toContain('next_steps: [Deploy it]');
    expect(readdirSync(join(app.root, '.git/coord')).filter((name) => name.startsWith('draft-'))).toEqual([kept]);
  });
});
