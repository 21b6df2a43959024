import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const HOUR = 3_600_000;

/** One agent that runs this code on one task. */
const withAgent = (code: string): Story =>
  story({
    files: {
      'deployment/coord.yaml': `protocol: 1\nproject: app\ncommit: true\nintegration: main\nteam:\n  frontend: { owns: [web/**], runtime: script }\n  backend: { owns: [api/**] }\nruntimes:\n  script: { kind: command, run: [node, agent.mjs] }\nverifiers:\n  fails: { run: [node, -e, "process.exit(2)"] }\n`,
      'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\n',
      'agent.mjs': `import { mkdirSync, writeFileSync } from 'node:fs';\nconst write = (path, text) => { mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true }); writeFileSync(path, text); };\n${code}\n`,
    },
  });

const states = (made: Story): unknown => (made.data('jobs list') as { jobs: { task: string; state: string; error: { reason: string; message: string } | null; unmerged: string | null }[] }).jobs.map(({ task, state, error, unmerged }) => [task, state, error?.reason ?? unmerged]);

describe('a job ends', { timeout: HOUR }, () => {
  it('without being merged, where its agent changed what it may not', () => {
    const made = withAgent("write('web/a.txt', 'fine');\nwrite('api/b.txt', 'not fine');\nwrite('deployment/coord.yaml', 'protocol: 1');");
    const { exit, stdout } = made.coord('dispatch');
    expect(exit).toBe(1);
    expect(stdout).toContain('UI-1 frontend failed: it changed what it may not: api/b.txt, deployment/coord.yaml; settings, ');
    expect(states(made)).toEqual([['UI-1', 'failed', 'outside-scope']]);
    expect([made.has('api/b.txt'), made.has('web/a.txt'), existsSync(join(made.root, '../app-UI-1/api/b.txt'))]).toEqual([false, false, true]);
    expect(made.data('status --claims')).toMatchObject({ held: [] });
  });

  it('as failed, where a verifier does not pass, also the second time', () => {
    const made = withAgent("write('web/a.txt', 'done');");
    made.write('deployment/tasks/UI-1.yaml', 'id: UI-1\ntask: Show it\nagent: frontend\nverify: [fails]\n');
    made.commit();
    expect(made.coord('dispatch').exit).toBe(1);
    expect(states(made)).toEqual([['UI-1', 'failed', 'verifier-failed'], ['UI-1', 'failed', 'verifier-failed']]);
  });

  it('as failed, where what its agent must always pass does not, whatever the task names', () => {
    const made = withAgent("write('web/a.txt', 'done');");
    made.write('deployment/agents/frontend.md', '---\nverifiers: [fails]\n---\n');
    made.commit();
    expect(made.coord('dispatch').exit).toBe(1);
    expect(states(made)).toEqual([['UI-1', 'failed', 'verifier-failed'], ['UI-1', 'failed', 'verifier-failed']]);
  });

  it('with a conflict told, and whose files they are', () => {
    const made = withAgent("write('web/a.txt', 'by the agent');\nconst { execFileSync } = await import('node:child_process');\nconst git = (...args) => execFileSync('git', ['-C', '../app', ...args]);\nwriteFileSync('../app/web/a.txt', 'by somebody else');\ngit('commit', '-aqm', 'Meanwhile');");
    made.write('web/a.txt', 'before');
    made.commit();
    const { stdout } = made.coord('dispatch');
    expect(stdout).toContain('not merged: git cannot merge web/a.txt (owned by frontend)\n');
    expect(states(made)).toEqual([['UI-1', 'success', 'conflict']]);
    expect(made.read('web/a.txt')).toBe('by somebody else');
    expect(made.git('status', '--porcelain')).toBe('');
  });

  it('when somebody cancels it, with all that it started', async () => {
    const made = withAgent("process.stdout.write('at work\\n');\nsetInterval(() => undefined, 1000);");
    const child = spawn(process.execPath, [BINARY, 'dispatch'], { cwd: made.root, env: gitEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise<void>((resolve) => child.stdout.on('data', (text: Buffer) => String(text).includes('started') && resolve()));
    expect(made.coord('dispatch')).toMatchObject({ exit: 3, stderr: expect.stringContaining('works in this repository already') as unknown });
    expect(made.coord('jobs cancel UI-1 --as human:ann').exit).toBe(0);
    await ended;
    expect(states(made)).toEqual([['UI-1', 'cancelled', 'cancelled']]);
    expect(made.coord('jobs cancel UI-1')).toMatchObject({ exit: 1 });
    expect(made.data('status --claims')).toMatchObject({ held: [] });
    expect(made.coord('dispatch').stdout).toMatch(/^UI-1 waits: job (\S+) on it was cancelled; to try once more: coord jobs retry \1\nNothing could be started\.\n$/);
    expect(made.coord('jobs retry UI-1').exit).toBe(0);
    expect(made.coord('dispatch --dry-run').stdout).toBe('Would start frontend on UI-1\n');
  });

  it('as failed, where its agent changed nothing and nothing else shows that its task is done', () => {
    const made = withAgent('');
    expect(made.coord('dispatch')).toMatchObject({ exit: 1, stdout: expect.stringContaining('UI-1 frontend failed: it changed nothing, and no verifier and no artifact shows that its task is done\n') as unknown });
    expect(states(made)).toEqual([['UI-1', 'failed', 'no-change']]);
    made.write('deployment/agents/frontend.md', '---\noutput: { type: object, required: [finds] }\n---\n');
    made.write('agent.mjs', "console.log(JSON.stringify({ output: { finds: [] } }));\n");
    made.commit();
    made.coord('jobs retry UI-1');
    expect(made.coord('dispatch').stdout).toContain('1 task done.');
  });

  it('as failed; the next try has what was mended since, but for what its own changes are in the way of', () => {
    const made = withAgent("write('web/a.txt', 'begun');\nprocess.exit(3);");
    expect(made.coord('dispatch').exit).toBe(1);
    expect(states(made)).toEqual([['UI-1', 'failed', 'exit'], ['UI-1', 'failed', 'exit']]);
    made.write('agent.mjs', "process.exit(4);\n");
    made.write('web/a.txt', 'by somebody else');
    made.commit();
    expect(made.coord('jobs retry UI-1').exit).toBe(0);
    const { stdout } = made.coord('dispatch');
    expect(stdout).toMatch(/^\S+ \S+ UI-1 frontend goes on without what was merged since: web\/a\.txt is not committed in its worktree\n.*started, attempt 3\n.*exit code 3\nUI-1 waits: .*\n/);
    expect(made.coord('jobs show UI-1').stdout).toContain('  Lacks        what was merged since it was begun: web/a.txt is not committed in its worktree\n');
    made.git('rm', '-q', 'web/a.txt');
    made.commit();
    made.coord('jobs retry UI-1');
    expect(made.coord('dispatch').stdout).toMatch(/^\S+ \S+ UI-1 frontend started, attempt 4\n.*exit code 4\nUI-1 waits: /);
  });

  it('is not begun while the stop file is there', () => {
    const made = withAgent("write('web/a.txt', 'done');");
    made.write('.git/coord/stop', '');
    expect(made.coord('dispatch').stdout).toMatch(/^Nothing could be started\. No agent is started while this file is there: .*\.git\/coord\/stop\n$/);
    expect(states(made)).toEqual([]);
  });
});
