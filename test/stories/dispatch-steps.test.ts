/** Steps that follow an agent's work: some wait for a yes, and what they did is taken back where it comes to nothing. */
import { describe, expect, it } from 'vitest';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const HOUR = 3_600_000;

/** Each step writes its name beside the repository; `kills` makes it end its coord as a crash does, once. */
const STEP = `
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
const [name, how] = process.argv.slice(2);
appendFileSync('../steps.log', name + '\\n');
if (how === 'kills' && !existsSync('../killed-' + name)) {
  writeFileSync('../killed-' + name, '');
  process.kill(process.ppid, 'SIGKILL');
  setInterval(() => undefined, 1000);
}
if (how === 'fails') { console.error('no answer from the server'); process.exitCode = 3; }
`;

interface How {
  readonly build?: string;
  readonly deploy?: string;
  readonly undeploy?: string;
  readonly smoke?: string;
}

function withSteps({ build = '', deploy = '', undeploy = '', smoke = '' }: How = {}): Story {
  const verifier = (name: string, how: string): string => `  ${name}: { run: [node, step.mjs, ${name}, "${how}"] }\n`;
  return story({
    files: {
      'deployment/coord.yaml': `protocol: 1\nproject: app\ncommit: true\nintegration: main\nruntimes:\n  script: { kind: command, run: [node, agent.mjs] }\nverifiers:\n${verifier('build', build)}${verifier('deploy', deploy)}${verifier('undeploy', undeploy)}${verifier('smoke', smoke)}`,
      'deployment/agents/deployer.md': '---\nruntime: script\nowns: [web/**]\nsteps:\n  - { name: build, run: build }\n  - { name: deploy, run: deploy, approval: true, undo: undeploy }\n  - { name: smoke, run: smoke }\n---\n',
      'deployment/tasks/DEP-1.yaml': 'id: DEP-1\ntask: Bring it out\nagent: deployer\n',
      'agent.mjs': "import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('web', { recursive: true });\nwriteFileSync('web/version.txt', '2');\n",
      'step.mjs': STEP,
    },
  });
}

const log = (made: Story): string[] => made.read('../steps.log').trim().split('\n');
const job = (made: Story): unknown => (made.data('jobs show DEP-1') as { job: unknown }).job;
const YES = 'approve DEP-1 --as human:ann';

describe('steps after an agent', { timeout: HOUR }, () => {
  it('wait where somebody has to approve one, and go on with a yes', () => {
    const made = withSteps();
    const { exit, stdout } = made.coord('dispatch');
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/step build done\n\S+ \S+ DEP-1 deployer waits for somebody to approve deploy: coord approve \S+\n0 tasks done, 1 waits for approval: coord approve DEP-1\.\n$/)]);
    expect(made.coord('status').stdout).toMatch(/\nWait for approval: DEP-1 \(deploy\): coord approve \d{8}-\w{6}\n/);
    expect(made.coord('jobs show DEP-1').stdout).toContain('               deploy: needs approval, runs node step.mjs deploy \n');
    expect(made.coord('approve DEP-1 --as deployer')).toMatchObject({ exit: 1, stderr: expect.stringContaining('deployer cannot approve what it does itself.') as unknown });
    expect(made.coord('jobs cancel DEP-1')).toMatchObject({ exit: 1, stderr: expect.stringContaining('coord approve --no') as unknown });
    expect(made.coord(YES)).toMatchObject({ exit: 0, stdout: expect.stringMatching(/deploy of \S+ is approved by human:ann\. DEP-1 is done and merged into main\.\n$/) as unknown });
    expect([log(made), made.read('web/version.txt')]).toEqual([['build', 'deploy', 'smoke'], '2']);
    expect(job(made)).toMatchObject({ state: 'success', actions: [{ type: 'build', approved_by: null }, { type: 'deploy', target: 'deployer/DEP-1', requires_approval: true, approved_by: 'human:ann', undone: null }, { type: 'smoke' }] });
    expect(made.coord(YES)).toMatchObject({ exit: 1 });
  });

  it('are taken back with a no', () => {
    const made = withSteps();
    made.write('deployment/agents/deployer.md', made.read('deployment/agents/deployer.md').replace('run: build }', 'run: build, undo: undeploy }'));
    made.commit();
    made.coord('dispatch');
    expect(made.coord(['approve', 'DEP-1', '--no', '--note', 'Not on a Friday', '--as', 'human:ann'])).toMatchObject({ exit: 0, stdout: expect.stringContaining('What it did is taken back.') as unknown });
    expect(log(made)).toEqual(['build', 'undeploy']);
    expect(job(made)).toMatchObject({ state: 'rolled_back', error: { reason: 'refused', message: 'human:ann said no to deploy: Not on a Friday' } });
    expect(made.data('status --claims')).toMatchObject({ held: [] });
    expect(made.coord('dispatch').stdout).toContain('was refused and rolled back; to try once more: coord jobs retry');
  });

  it('are taken back where one fails, or what undoes one does not work', () => {
    const made = withSteps({ smoke: 'fails' });
    made.coord('dispatch');
    expect(made.coord(YES).exit).toBe(1);
    expect(log(made)).toEqual(['build', 'deploy', 'smoke', 'undeploy']);
    expect(job(made)).toMatchObject({ state: 'rolled_back', error: { reason: 'step-failed', message: 'its step smoke ended with exit code 3: no answer from the server' }, actions: [{ undone: null }, { undone: true }, { executed_at: null }] });
    const stuck = withSteps({ smoke: 'fails', undeploy: 'fails' });
    stuck.coord('dispatch');
    stuck.coord(YES);
    expect(job(stuck)).toMatchObject({ state: 'failed', error: { reason: 'undo-failed', message: expect.stringMatching(/could not be taken back: deploy$/) as unknown } });
  });

  it('survive that coord is killed in any of them', () => {
    const made = withSteps({ build: 'kills', deploy: 'kills', undeploy: 'kills', smoke: 'fails' });
    made.coord('dispatch');
    expect(made.coord('dispatch').stdout).toContain('waits for somebody to approve deploy');
    made.coord(YES);
    expect(job(made)).toMatchObject({ state: 'running' });
    made.coord('dispatch');
    expect(made.coord('dispatch').exit).toBe(1);
    expect(log(made)).toEqual(['build', 'build', 'deploy', 'deploy', 'smoke', 'undeploy', 'undeploy']);
    expect(job(made)).toMatchObject({ state: 'rolled_back' });
    expect([made.data('status --claims'), made.git('worktree', 'list').split('\n').length]).toMatchObject([{ held: [] }, 2]);
  });
});
