/** Rules of coord.yaml, carried out by a watcher and by one look: what an act brings starts its rule no more. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBinaryBeside } from '../support/coord-binary.ts';
import { startNoticeServer } from '../support/notice-server.ts';
import { story, TIME } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { watching } from '../support/watching.ts';

const HOUR = 3_600_000;

/** Finishes the next task, which would start the rule again and again. */
const NEXT = `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';\nappendFileSync('trace', 'ran\\n');\nfor (const id of ['B-1', 'C-1', 'D-1']) {\n  const file = 'deployment/tasks/' + id + '.yaml';\n  if (existsSync(file + '.done')) continue;\n  writeFileSync(file + '.done', '');\n  writeFileSync(file, 'id: ' + id + '\\ntask: Do it\\nstatus: done\\n');\n  break;\n}\n`;
const HANDOFF = '---\nfrom_agent: frontend\ntask: A-1\n---\n';
const workspace = (rules: string, files: Readonly<Record<string, string>> = {}): Story =>
  story({
    files: {
      'deployment/coord.yaml': `protocol: 1\nproject: app\nteam:\n  frontend: {}\nverifiers:\n  next: { run: [node, next.mjs] }\nreactions:\n${rules}`,
      ...Object.fromEntries(['A-1', 'B-1', 'C-1', 'D-1'].map((id) => [`deployment/tasks/${id}.yaml`, `id: ${id}\ntask: Do it\n`])),
      'next.mjs': NEXT,
      ...files,
    },
  });
const finish = (made: Story): void => made.write('deployment/tasks/A-1.yaml', 'id: A-1\ntask: Do it\nstatus: done\n');

describe('a rule that brings its own event', { timeout: HOUR }, () => {
  it('is carried out once by one look', () => {
    const made = workspace('  - { on: task.done, do: run, verifier: next }\n');
    made.coord('watch --once');
    finish(made);
    const looked = made.coord('watch --once');
    expect(looked).toMatchObject({ exit: 0, stderr: '' });
    expect(looked.stdout.split('\n').filter((line) => /task\.done|reaction/.test(line))).toEqual(['12:00 task.done A-1 Do it', '12:00 reaction.done run next after task.done', '12:00 task.done B-1 Do it']);
    expect(made.read('trace')).toBe('ran\n');
    expect(made.coord('watch --once').stdout).toBe('Nothing happened since 2025-08-12T12:00:00Z.\n');
  });

  it('is carried out once by a watcher, and one that is for nobody never', async () => {
    const made = workspace('  - { on: task.done, do: run, verifier: next }\n  - { on: task.done, do: run, verifier: next, agents: [] }\n');
    const watch = await watching(made.root);
    finish(made);
    await watch.until('reaction.done run');
    await watch.until('task.done B-1');
    await watch.end();
    expect(watch.told().filter((one) => /task\.done|reaction/.test(one))).toEqual(expect.arrayContaining(['task.done A-1', 'task.done B-1', 'reaction.done run']));
    expect(watch.told().filter((one) => one.startsWith('reaction'))).toEqual(['reaction.done run']);
    expect(made.read('trace')).toBe('ran\n');
  });

  it('is carried out once for each rule of a chain that comes back to it', () => {
    const made = workspace('  - { on: task.done, do: run, verifier: next }\n  - { on: handoff.created, do: run, verifier: next }\n', {
      'next.mjs': `import { readFileSync } from 'node:fs';\n${NEXT}writeFileSync('deployment/handoffs/' + readFileSync('trace', 'utf8').length + '.md', ${JSON.stringify(HANDOFF)});\n`,
      'deployment/handoffs/0.md': HANDOFF,
    });
    made.coord('watch --once');
    finish(made);
    const { exit, stdout } = made.coord('watch --once');
    expect(exit).toBe(0);
    expect(stdout.split('\n').filter((line) => /task\.done|handoff\.created|reaction/.test(line)).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'task.done A-1',
      'reaction.done run',
      'task.done B-1', 'handoff.created A-1,',
      'reaction.done run',
      'task.done C-1', 'handoff.created A-1,',
    ]);
    expect(made.read('trace')).toBe('ran\nran\n');
  });
});

it('a reaction that fails is told when Ctrl-C ends its tries', { timeout: HOUR }, async () => {
  const made = workspace('  - { on: task.done, do: run, verifier: next }\n', { 'next.mjs': "import { appendFileSync } from 'node:fs';\nappendFileSync('deployment/tasks/A-1.yaml', '# tried\\n');\nprocess.exitCode = 3;\n" });
  const watch = await watching(made.root);
  finish(made);
  // The first try has begun: its mark is seen as a change of the file.
  await watch.until('record.changed tasks/A-1.yaml', 2);
  expect(await watch.end('SIGINT')).toBe(0);
  expect(watch.told().filter((one) => one.startsWith('reaction'))).toEqual(['reaction.failed run']);
  expect(made.read('deployment/tasks/A-1.yaml').split('# tried').length).toBeLessThan(5);
});

it('people are told in one letter of all that one look finds', { timeout: HOUR }, async () => {
  const server = await startNoticeServer();
  try {
    const names = Array.from({ length: 20 }, (_, at) => `deployment/tasks/T-${at}.yaml`);
    const task = (file: string): string => `id: ${basename(file, '.yaml')}\ntask: Do it\n`;
    const made = story({ files: { 'deployment/coord.yaml': 'protocol: 1\nchannels:\n  coordination: { kind: webhook, url_env: HOOK }\nreactions:\n  - { on: task.done, do: notify }\n', ...Object.fromEntries(names.map((file) => [file, task(file)])) } });
    made.coord('watch --once');
    for (const file of names) made.write(file, `${task(file)}status: done\n`);
    const { exit, stdout } = await runBinaryBeside(made.root, ['watch', '--once', '--now', TIME], { env: { HOOK: server.url } });
    expect({ exit, told: stdout.split('\n').filter((line) => line.includes('reaction')) }).toEqual({ exit: 0, told: ['12:00 reaction.done notify after 20 task.done'] });
    expect(server.heard).toHaveLength(1);
    expect(server.heard[0]?.body).toContain('20 things happened: 20 task.done');
  } finally {
    await server.close();
  }
});
