/** The board on a real terminal: chosen, looked for, claimed, acknowledged, left; and the terminal is as it was. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { pageScreen } from '../support/page-screen.ts';
import type { PageScreen } from '../support/page-screen.ts';
import { gitEnv } from '../support/repository.ts';
import { teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const PATIENCE = 120_000;

interface Ended {
  readonly screen: PageScreen;
  /** Settings of the terminal, before and after. */
  readonly settings: readonly (string | undefined)[];
  readonly exit: number | null;
}

/** What is to be seen (null: that the board is away), and what is done then: keys, or anything else. */
type Step = readonly [seen: string | null, act: string | ((pid: number) => void)];

/** The trap: a shell that Ctrl-C ends (dash) would not tell the settings at the end. */
function onTerminal({ root }: Story, words: string, steps: readonly Step[], { columns = 80, env = {} }: { readonly columns?: number; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Ended> {
  const board = `sh -c 'echo pid $$; exec "$0" "$@"' '${process.execPath}' '${BINARY}' board ${words}`;
  const command = `trap : INT; stty rows 24 cols ${columns}; stty -g; ${board}; code=$?; stty -g; exit $code`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: root, env: { ...gitEnv(), TERM: 'xterm', NO_COLOR: '', ...env }, timeout: PATIENCE, killSignal: 'SIGKILL' });
  let written = '';
  let at = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    while (isSeen(steps[at], pageScreen(written))) {
      const act = steps[at++]?.[1] ?? '';
      if (typeof act === 'string') child.stdin.write(act);
      else act(Number(/^pid (\d+)/m.exec(written)?.[1]));
    }
  });
  return new Promise((resolve) =>
    child.on('close', (exit) => {
      const screen = pageScreen(written);
      const lines = screen.usual.filter((line) => /^[0-9a-f]+(?::[0-9a-f]+)+$/.test(line));
        resolve({ screen, settings: [lines[0], lines.at(-1)], exit });
    }),
  );
}

/** Once it has stopped: told before, it would go on to stop. */
function goOn(pid: number): void {
  const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
  if (state === 'T') process.kill(pid, 'SIGCONT');
  else setImmediate(goOn, pid);
}

function isSeen(step: Step | undefined, { page }: PageScreen): boolean {
  if (step === undefined) return false;
  const [seen] = step;
  return seen === null ? page === null : page !== null && page.join('\n').includes(seen);
}

const wholeAgain = ({ screen, settings }: Ended) => ({ page: screen.page, isCursorShown: screen.isCursorShown, sameSettings: settings[0] !== undefined && settings[0] === settings[1] });
const WHOLE = { page: null, isCursorShown: true, sameSettings: true };

describe.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))('on a terminal (script)', () => {
  it('moves, looks for words, opens, claims, acknowledges and quits', { timeout: PATIENCE }, async () => {
    const app = teamStory();
    app.coord('block DOC-001 The words --on human:alice --severity P1 --as testing');
    const ended = await onTerminal(app, '--as frontend', [
      ['Ready (2)', '/'],
      ['/_', 'fix-0\r'],
      ['> FIX-001', '\r'],
      ['build passes', 'q'],
      ['> FIX-001', 'c'],
      ['FIX-001 is yours', '\u001B'],
      ['Blockers (1)', 'g'],
      ['> frontend', '\u001B[B'],
      ['> backend', 'jj'],
      ['> P1  DOC-001', 'a'],
      ['frontend is on the blocker of DOC-001', 'q'],
    ]);
    expect(wholeAgain(ended)).toEqual(WHOLE);
    expect(ended.exit).toBe(0);
    expect(app.coord('status --claims').stdout).toMatch(/FIX-001 +frontend/);
    expect(app.coord('status --blockers').stdout).toContain('frontend is on it');
  });

  it('takes a handoff over; what is refused says why; words of files do nothing', { timeout: PATIENCE }, async () => {
    const app = teamStory({
      'deployment/tasks/EVIL-1.yaml': 'id: EVIL-1\ntask: "Clear \\e[2J\\e[1;1H\\e[?1049l it"\nagent: backend\n',
      'deployment/handoffs/2025-08-10-backend-INFRA-001-c3d4-handoff.md': '---\nfrom_agent: backend\nto_agent: frontend\ntimestamp: 2025-08-10T10:00:00Z\ntask: INFRA-001\nnext_steps: [Look at it]\n---\nNotes\n',
    });
    const ended = await onTerminal(app, '--as frontend', [
      ['Handed over (1), 1 for you', '/'],
      ['/_', 'look\r'],
      ['> INFRA-001  backend to frontend', 'a'],
      ['taken over', '\u001B'],
      ['Clear <U+001B>[2J<U+001B>[1;1H<U+001B>[?1049l it', '/'],
      ['/_', 'evil\r'],
      ['> EVIL-1', 'c'],
      ['EVIL-1 is a task of backend', 'q'],
    ], { columns: 200 });
    expect([wholeAgain(ended), ended.exit]).toEqual([WHOLE, 0]);
    expect(app.coord('handoff list --as frontend').stdout).not.toContain('INFRA-001');
  });

  it.each<readonly [string, number, readonly Step[]]>([
    ['Ctrl-C', 0, [['Ready (', '\u0003']]],
    ['SIGTERM', 143, [['Ready (', (pid) => process.kill(pid, 'SIGTERM')]]],
    ['SIGINT', 130, [['Ready (', (pid) => process.kill(pid, 'SIGINT')]]],
    ['being stopped and told to go on', 0, [['Ready (', (pid) => process.kill(pid, 'SIGTSTP')], [null, goOn], ['Ready (', 'q']]],
    ['Ctrl-Z and going on', 0, [['Ready (', '\u001A'], [null, goOn], ['Ready (', 'q']]],
  ])('after %s the terminal is as it was', { timeout: PATIENCE }, async (_, exit, steps) => {
    const ended = await onTerminal(teamStory(), '', steps);
    expect([wholeAgain(ended), ended.exit]).toEqual([WHOLE, exit]);
  });

  it.each([
    ['while it draws', 'process.on("SIGUSR2", () => { Array.prototype.findIndex = () => { throw new Error("broken"); }; });'],
    ['beside it', 'process.on("SIGUSR2", () => { throw new Error("broken"); });'],
    ['where it is read', 'if (isMainThread) process.on("SIGUSR2", () => writeFileSync(flag, "")); else setInterval(() => { if (existsSync(flag)) throw new Error("broken"); }, 20);'],
  ])('after a fault %s the terminal is as it was', { timeout: PATIENCE }, async (_, fault) => {
    const app = teamStory();
    const preload = join(app.root, '.git/fault.cjs');
    writeFileSync(preload, `const { existsSync, writeFileSync } = require('node:fs'), { isMainThread } = require('node:worker_threads'), flag = '${preload}.now';\n${fault}`);
    const ended = await onTerminal(app, '', [['Ready (', (pid) => process.kill(pid, 'SIGUSR2')]], { env: { NODE_OPTIONS: `--require ${preload}` } });
    expect(wholeAgain(ended)).toEqual(WHOLE);
    expect(ended.exit).not.toBe(0);
    expect(ended.screen.usual.join('\n')).toContain('broken');
  });

  it('what changes is seen by itself: files, claims, the size of the window', { timeout: PATIENCE }, async () => {
    const words = 'One line that is much longer than eighty columns, so that its end is seen only in a window that is wide: lighthouse';
    const app = teamStory({ 'deployment/coord.yaml': `${readFileSync(join(teamStory().root, 'deployment/coord.yaml'), 'utf8')}\ndashboard: { refresh_interval: 1 h }\n` });
    const ended = await onTerminal(app, '', [
      ['Ready (3)', () => writeFileSync(join(app.root, 'deployment/tasks/NEW-1.yaml'), `id: NEW-1\ntask: "${words}"\nagent: frontend\n`)],
      ['Ready (4)', () => app.coord('claim FIX-001 --as frontend')],
      ['In progress (1)', '/'],
      ['/_', 'new-1\r'],
      ['NEW-1', (pid) => execFileSync('stty', ['-F', `/proc/${pid}/fd/0`, 'cols', '200', 'rows', '40'])],
      ['lighthouse', (pid) => execFileSync('stty', ['-F', `/proc/${pid}/fd/0`, 'cols', '80', 'rows', '24'])],
      ['> NEW-1', 'q'],
    ]);
    expect([wholeAgain(ended), ended.exit]).toEqual([WHOLE, 0]);
  });

  it('a workspace that breaks while it is looked at is told, and looked at again', { timeout: PATIENCE }, async () => {
    const app = teamStory();
    const ended = await onTerminal(app, '', [
      ['Ready (', () => app.git('mv', 'deployment', 'away')],
      ['no deployment/ folder', () => app.git('mv', 'away', 'deployment')],
      ['? help', 'r'],
      ['Read again.', 'q'],
    ]);
    expect([wholeAgain(ended), ended.exit]).toEqual([WHOLE, 0]);
  });

  it.each([['NO_COLOR', { NO_COLOR: '1' }], ['TERM=dumb', { TERM: 'dumb' }]])('with %s it is text, once', { timeout: PATIENCE }, async (_, env) => {
    const { screen, exit } = await onTerminal(teamStory(), '', [], { env });
    expect(screen.usual.join('\n')).toContain('Ready (3)\n  FIX-001');
    expect([exit, screen.page, screen.isCursorShown]).toEqual([0, null, true]);
  });
});

it('in a pipe it is text, once', () => {
  const { exit, stdout, stderr } = teamStory().coord('board');
  expect(stdout).toMatch(/^app {2}0 of 4 done[^]*\nReady \(3\)\n {2}FIX-001[^]*\nLatest\n.*Begin\n$/);
  expect([exit, stderr]).toEqual([0, '']);
});
