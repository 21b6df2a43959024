/** What a dispatcher shows on a real terminal, and how it leaves it. */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { ONE_AGENT } from '../support/one-agent.ts';
import { gitEnv } from '../support/repository.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { terminalScreen } from '../support/terminal-screen.ts';

const COORD = `${ONE_AGENT}  script: { kind: command, run: [node, agent.mjs] }
`;

/** Says what it does, with words that would clear a screen, and goes on when it is let. */
const AGENT = `import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, watch, writeFileSync } from 'node:fs';
const git = execSync('git rev-parse --path-format=absolute --git-common-dir', { encoding: 'utf8' }).trim();
console.log('Looks around \\u001b[2J\\u001b[5A in ' + 'a very long sentence '.repeat(20));
await new Promise((go) => {
  const look = () => existsSync(git + '/go') && go(watching.close());
  const watching = watch(git, look);
  look();
});
mkdirSync('web', { recursive: true });
writeFileSync('web/' + process.env.COORD_TASK, 'done');
console.log('{"cost_usd": 0.25}');
`;

const team = (): Story =>
  story({
    files: {
      'deployment/coord.yaml': COORD,
      'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\npriority: high\n',
      'deployment/tasks/UI-2.yaml': 'id: UI-2\ntask: Show more\nagent: frontend\n',
      'agent.mjs': AGENT,
    },
  });

interface Shown {
  /** All that reached the terminal. */
  readonly written: string;
  readonly exit: number | null;
}

/** `answer`: called with what was written so far, whenever there is more. The trap: a shell that Ctrl-C ends (dash) would not tell the settings at the end. */
function onTerminal({ root }: Story, columns: number, env: Readonly<Record<string, string>>, answer: (written: string, type: (keys: string) => void) => void): Promise<Shown> {
  const command = `trap : INT; stty rows 24 cols ${columns}; stty -g; '${process.execPath}' '${BINARY}' dispatch; code=$?; stty -g; exit $code`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: root, env: { ...gitEnv(), TERM: 'xterm', NO_COLOR: '', ...env }, timeout: 120_000, killSignal: 'SIGKILL' });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    answer(written, (keys) => child.stdin.write(keys));
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve({ written, exit })));
}

const goOn = ({ root }: Story): void => writeFileSync(join(root, '.git/go'), '');
const timeless = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/\d{2}:\d{2} \d{8}-[0-9a-f]{6}/, 'TIME JOB').replace(/in \d+ (?:s|min)/, 'in TIME'));
/** The first and the last line: the settings of the terminal before and after. */
const settings = (lines: readonly string[]): readonly (string | undefined)[] => [lines[0], lines.filter((line) => line !== '').at(-1)];

describe.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))('on a terminal (script)', () => {
  it('what runs and what waits stands below what was told, and is gone at the end', { timeout: 120_000 }, async () => {
    const app = team();
    let seen: readonly string[] = [];
    const { written, exit } = await onTerminal(app, 80, {}, (so_far) => {
      const screen = terminalScreen(so_far);
      if (seen.length > 0 || !['Looks around', 'UI-2 waits'].every((words) => screen.some((line) => line.includes(words)))) return;
      seen = screen;
      goOn(app);
    });
    expect(timeless(seen).slice(1).map((line) => line.replace(/ {2}\d+ (?:s|min) {2}/, '  TIME  '))).toEqual([
      'TIME JOB UI-1 frontend started',
      '1 running, 1 waiting, 0 done, 0 failed',
      expect.stringMatching(/^ {2}UI-1 {2}frontend {2}TIME {2,}Looks around <U\+001B>\[2J<U\+001B>\[5A in a very.*…$/),
      '  UI-2 waits: frontend is at work on another',
      '',
    ]);
    expect(seen.filter((line) => line.length > 79 && line !== seen[0])).toEqual([]);
    const end = terminalScreen(written);
    expect(settings(end)[0]).toBe(settings(end)[1]);
    expect(timeless(end).slice(1, -2)).toEqual([
      'TIME JOB UI-1 frontend started',
      'TIME JOB UI-1 frontend done in TIME, unproven',
      'TIME JOB UI-1 frontend merged into main',
      'TIME JOB UI-2 frontend started',
      'TIME JOB UI-2 frontend done in TIME, unproven',
      'TIME JOB UI-2 frontend merged into main',
      '2 tasks done.',
    ]);
    expect({ exit, cost: written.includes('$0.25 so far') }).toEqual({ exit: 0, cost: true });
  });

  it('Ctrl-C twice ends what runs, and leaves the terminal as it was', { timeout: 120_000 }, async () => {
    let typed = 0;
    const { written, exit } = await onTerminal(team(), 200, {}, (so_far, type) => {
      const screen = terminalScreen(so_far).join('\n');
      if ((typed === 0 && screen.includes('Looks around')) || (typed === 1 && screen.includes('starts nothing more'))) {
        typed++;
        type('\u0003');
      }
    });
    const end = terminalScreen(written);
    expect(settings(end)[0]).toBe(settings(end)[1]);
    expect(timeless(end).slice(1, -2)).toEqual(['TIME JOB UI-1 frontend started', expect.stringMatching(/^TIME JOB UI-1 frontend cancelled/), expect.stringContaining('0 tasks done')]);
    expect([exit, written.includes('\u001B[?')]).toEqual([0, false]);
  });

  it.each([['NO_COLOR', { NO_COLOR: '1' }], ['TERM=dumb', { TERM: 'dumb' }]])('with %s there are only lines', { timeout: 120_000 }, async (_, env) => {
    const app = team();
    goOn(app);
    const { written } = await onTerminal(app, 80, env, () => undefined);
    expect(written).not.toContain('\u001B');
    expect(written).not.toContain('waiting');
    expect(written).toContain('2 tasks done.');
  });
});
