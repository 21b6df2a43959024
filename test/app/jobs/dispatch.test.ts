/** What bounds a dispatcher, and what it takes up while it works. */
import { describe, expect, it, vi } from 'vitest';
import { claim } from '../../../src/app/claims/claim.ts';
import { retryJob } from '../../../src/app/jobs/retry-job.ts';
import type { RunSpec } from '../../../src/app/ports/runner-port.ts';
import { dispatchStage } from '../../support/dispatch-stage.ts';
import type { Acted } from '../../support/memory-runner.ts';
import { repositoryAt } from '../../support/repository.ts';

const HOUR = 3_600_000;

const settings = (more: string): string => `protocol: 1\nproject: app\ncommit: true\nintegration: main\nteam:\n  frontend: { owns: [web/**], runtime: script }\n  lead: { name: Lead }\nruntimes:\n  script: { kind: command, run: [node, agent.mjs] }\n${more}`;
const task = (id: string, more = ''): readonly [string, string] => [`deployment/tasks/${id}.yaml`, `id: ${id}\ntask: Do ${id}\nagent: frontend\n${more}`];
const files = (more: string, ...tasks: readonly (readonly [string, string])[]): Readonly<Record<string, string>> => ({ 'deployment/coord.yaml': settings(more), ...Object.fromEntries(tasks) });

const taskOf = ({ set }: RunSpec): string => set['COORD_TASK'] ?? '';
const costing = (spec: RunSpec, usd: number, exitCode = 0): Acted => {
  repositoryAt(spec.cwd).write(`web/${taskOf(spec)}.txt`, 'done\n');
  return { prints: [JSON.stringify({ ok: exitCode === 0, cost_usd: usd })], end: { exitCode } };
};

describe('caps', { timeout: HOUR }, () => {
  it.each([
    ['a day', 'limits: { cost_per_day: 2 }\n', { of: 'day', spent: 2, limit: 2 }],
    ['an agent', 'limits: { cost_per_agent: 1.5, cost_per_day: 9 }\n', { of: 'agent', spent: 2, limit: 1.5 }],
  ])('on what %s may cost are looked at before each start', async (_, limits, wait) => {
    const stage = await dispatchStage(files(limits, task('UI-1'), task('UI-2'), task('UI-3')), (spec) => costing(spec, 1));
    expect(await stage.run()).toMatchObject({ why: 'idle', waiting: [{ task: 'UI-3', wait: { why: 'cost', ...wait } }] });
    expect(stage.specs.map(taskOf)).toEqual(['UI-1', 'UI-2']);
  });

  it('on the cost of a task keep it from a second try', async () => {
    const stage = await dispatchStage(files('limits: { cost_per_task: 1 }\n', task('UI-1')), (spec) => costing(spec, 1, 1));
    expect(await stage.run()).toMatchObject({ jobs: [{ task: 'UI-1', attempt: 1 }], waiting: [{ task: 'UI-1', wait: { why: 'cost', of: 'task', spent: 1, limit: 1 } }] });
  });

  it('of a day are new on the next', async () => {
    const stage = await dispatchStage(files('limits: { cost_per_day: 1 }\n', task('UI-1'), task('UI-2')), (spec) => costing(spec, 1));
    await stage.run();
    expect((await stage.run()).jobs).toEqual([]);
    stage.pass(24 * 60);
    expect((await stage.run()).jobs).toMatchObject([{ task: 'UI-2', state: 'success' }]);
  });

  it('on time and memory are given to whoever runs the agent', async () => {
    const stage = await dispatchStage(files('limits: { timeout: 5 minutes, memory_mb: 256 }\n', task('UI-1')), (spec) => costing(spec, 0));
    await stage.run();
    expect(stage.specs).toMatchObject([{ timeoutSeconds: 300, memoryMb: 256 }]);
  });
});

it('too many failures stop a dispatcher that was started again, until somebody names a task that succeeds', { timeout: HOUR }, async () => {
  let exitCode = 1;
  const stage = await dispatchStage(files('', task('UI-1'), task('UI-2'), task('UI-3')), (spec) => costing(spec, 0, exitCode));
  expect(await stage.run()).toMatchObject({ why: 'failures', jobs: [{ task: 'UI-1' }, { task: 'UI-1' }, { task: 'UI-2' }] });
  expect(await stage.run()).toMatchObject({ why: 'failures', jobs: [], waiting: [{ task: 'UI-1' }, { task: 'UI-2' }, { task: 'UI-3', wait: { why: 'failures', failures: 3 } }] });
  exitCode = 0;
  await retryJob(stage.ports, 'UI-1', 'human:ann');
  expect(await stage.run()).toMatchObject({ why: 'idle', jobs: [{ task: 'UI-1', state: 'success' }, { task: 'UI-2', state: 'success' }, { task: 'UI-3', state: 'success' }] });
});

it('a stop file that comes meanwhile: what runs is brought to its end, and nothing more is started', { timeout: HOUR }, async () => {
  const stage = await dispatchStage(files('', task('UI-1'), task('UI-2')), (spec, { repository }) => {
    repository.write('.git/coord/stop', '');
    return costing(spec, 0);
  });
  expect(await stage.run()).toMatchObject({ why: 'stopped', jobs: [{ task: 'UI-1', state: 'success', merged: { event: 'merged' } }], stopFile: expect.stringMatching(/coord\/stop$/) as unknown });
});

it('while it watches, what others finish or add is taken up', { timeout: HOUR }, async () => {
  const stage = await dispatchStage(files('', ['deployment/tasks/PLAN.yaml', 'id: PLAN\ntask: Decide\nagent: lead\n'], task('UI-1', 'dependencies: [PLAN]\n')), (spec) => costing(spec, 0));
  const running = stage.run({ watches: true });
  stage.beat();
  stage.repository.write('deployment/tasks/PLAN.yaml', 'id: PLAN\ntask: Decide\nagent: lead\nstatus: done\n');
  stage.repository.commit('Decided');
  const beats = setInterval(() => stage.beat(), 50);
  await stage.when('UI-1 merged');
  const [path, text] = task('UI-2');
  stage.repository.write(path, text);
  stage.repository.commit('One more');
  await stage.when('UI-2 merged');
  clearInterval(beats);
  stage.interrupt();
  expect(await running).toMatchObject({ why: 'stopped', jobs: [{ task: 'UI-1', state: 'success' }, { task: 'UI-2', state: 'success' }] });
});

it('an agent that takes longer than a lease keeps its task', { timeout: HOUR }, async () => {
  let end = (): void => undefined;
  const ending = new Promise<void>((resolve) => (end = resolve));
  const stage = await dispatchStage(files('limits: { lease: 10 minutes }\n', task('UI-1')), async (spec) => {
    await ending;
    return costing(spec, 0);
  });
  const until = async (): Promise<string | undefined> => (await stage.ports.claims.read('UI-1'))?.claim?.until;
  const running = stage.run();
  await stage.when('UI-1 started');
  for (const [minutes, renewed] of [[6, '2025-08-12T12:16:00Z'], [6, '2025-08-12T12:22:00Z']] as const) {
    stage.pass(minutes);
    stage.beat();
    await vi.waitFor(async () => expect(await until()).toBe(renewed), { timeout: 300_000 });
  }
  // The first lease is over by more than the quarter of an hour that clocks may differ.
  stage.pass(15);
  expect(await claim(stage.ports, { id: 'UI-1', as: 'lead', take: true, takeOver: true, worktree: false })).toMatchObject({ ok: false, refusal: { code: 'held-by-another' } });
  end();
  expect((await running).jobs).toMatchObject([{ task: 'UI-1', state: 'success', merged: { event: 'merged' } }]);
});
