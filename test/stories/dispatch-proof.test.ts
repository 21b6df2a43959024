/** What proves the work of an agent is not for that agent to say. */
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const HOUR = 3_600_000;

const settings = (verifier: string, writes: string): string => `protocol: 1
project: app
commit: true
integration: main
team:
  frontend: { runtime: script, writes: [${writes}] }
runtimes:
  script: { kind: command, run: [node, agent.mjs] }
verifiers:
  check: { run: ${verifier} }
`;

const FAILS = `[node, -e, "process.exit(2)"]`;
const PASSES = `[node, -e, "process.exit(0)"]`;

/** One agent on one task that `check` proves; `verifier` is its command, `writes` what the agent may change. */
const withAgent = (code: string, verifier: string, writes: string, files: Readonly<Record<string, string>> = {}): Story =>
  story({
    files: {
      'deployment/coord.yaml': settings(verifier, writes),
      'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\nverify: [check]\n',
      'agent.mjs': `import { execFileSync, spawnSync } from 'node:child_process';\nimport { existsSync, readFileSync, writeFileSync } from 'node:fs';\nconst git = (...args) => execFileSync('git', args);\n${code}\n`,
      ...files,
    },
  });

const job = (made: Story): unknown => (made.data('jobs show UI-1') as { job: unknown }).job;

const rewrites = (to: string): string => `writeFileSync('web.txt', 'done');\nwriteFileSync('deployment/coord.yaml', readFileSync('deployment/coord.yaml', 'utf8').replace(/run: \\[node, -e, .*\\]/, 'run: ${to.replaceAll('"', '\\"')}'));`;

describe('an agent that changes what proves its work', { timeout: HOUR }, () => {
  it('is out of bounds, though it may write everywhere', () => {
    const made = withAgent(rewrites(PASSES), FAILS, '"**"');
    const { exit, stdout } = made.coord('dispatch');
    expect(exit).toBe(1);
    expect(stdout).toContain('UI-1 frontend failed: it changed what it may not: deployment/coord.yaml; settings, agents and CI are changed only where they are named, as deployment/coord.yaml, and by no wildcard\n');
    expect(made.git('log', '--format=%s', '-1')).toBe('Begin');
  });

  it('is proven by what stood there before, where it may change that', () => {
    const made = withAgent(rewrites(PASSES), FAILS, '"**", deployment/coord.yaml');
    expect(made.coord('dispatch').exit).toBe(1);
    expect(job(made)).toMatchObject({ state: 'failed', error: { reason: 'verifier-failed' }, attempt: 2, rules_changed: ['deployment/coord.yaml'] });
  });

  it('and passes all the same: that is told wherever the job is', () => {
    const made = withAgent(rewrites(FAILS), PASSES, '"**", deployment/coord.yaml');
    const { exit, stdout } = made.coord('dispatch');
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/UI-1 frontend changed what work is held to: deployment\/coord\.yaml\n.* UI-1 frontend done in .*, proven by check\n.* merged into main\n/)]);
    expect(made.coord('jobs show UI-1').stdout).toContain('  Rules        it changed what work is held to: deployment/coord.yaml\n');
  });

  it('is told of in the handoff, where a file that its verifier runs is what it changed', () => {
    const made = withAgent("writeFileSync('check.mjs', '');", '[node, ./check.mjs]', '"**"', { 'check.mjs': 'process.exitCode = 2;\n' });
    expect(made.coord('dispatch').stdout).toMatch(/done in .*, proven by check; look at it: its proof ran files that it changed: check\.mjs\n/);
    expect(job(made)).toMatchObject({ state: 'success', ran_changed: ['check.mjs'] });
    expect(made.coord('jobs show UI-1').stdout).toContain('  Look at it   its proof ran files that it changed: check.mjs\n');
    expect(made.coord('handoff show UI-1').stdout).toContain('look at it: its proof ran files that it changed: check.mjs\n');
    expect(made.data('handoff show UI-1')).toMatchObject({ handoffs: [{ verification: [{ name: 'check', ran_changed: ['check.mjs'] }] }] });
    expect(made.coord('validate').exit).toBe(0);
  });

  it('gets no further by changing what its task asks for, the second time either', () => {
    const made = withAgent("writeFileSync('web.txt', 'done');\nwriteFileSync('deployment/tasks/UI-1.yaml', 'id: UI-1\\ntask: Show it\\nagent: frontend\\n');", FAILS, '"**"');
    expect(made.coord('dispatch').exit).toBe(1);
    expect(job(made)).toMatchObject({ state: 'failed', error: { reason: expect.stringMatching(/^(?:criteria-changed|verifier-failed)$/) as unknown } });
    made.coord('jobs retry UI-1');
    expect(made.coord('dispatch').exit).toBe(1);
    expect(job(made)).toMatchObject({ state: 'failed', error: { reason: 'verifier-failed' } });
  });
});

describe('an agent that calls its task done', { timeout: HOUR }, () => {
  const calling = (env: string): string => `if (!existsSync('web.txt')) {
  writeFileSync('web.txt', 'done');
  git('add', '-A');
  git('commit', '-qm', 'Work');
  const { status, stderr } = spawnSync(process.execPath, [${JSON.stringify(BINARY)}, 'done'], { env: { ...process.env, ${env} }, encoding: 'utf8' });
  writeFileSync('said.txt', status + ' ' + stderr);
}`;

  it('is told that coord does so when it ends', () => {
    const made = withAgent(calling(''), PASSES, '"**"');
    expect(made.coord('dispatch').stdout).toMatch(/UI-1 frontend done in .*, proven by check\n.* UI-1 frontend merged into main\n1 task done\.\n$/);
    expect(made.read('said.txt')).toMatch(/^1 UI-1 is proven and called done by coord when its agent ends \(job \S+\)\.\n/);
  });

  it('in the name of its job is caught, and nothing is merged', () => {
    const made = withAgent(calling('COORD_SESSION: process.env.COORD_JOB'), PASSES, '"**"');
    expect(made.coord('dispatch').exit).toBe(1);
    expect(job(made)).toMatchObject({ state: 'failed', error: { reason: 'called-done' }, merged_into: null });
    expect(made.has('web.txt')).toBe(false);
  });
});
