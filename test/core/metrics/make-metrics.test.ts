import { describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../../src/core/metrics/evidence.ts';
import type { HeldTarget, Verified } from '../../../src/core/metrics/hold-targets.ts';
import { makeMetrics } from '../../../src/core/metrics/make-metrics.ts';
import type { Metrics } from '../../../src/core/metrics/make-metrics.ts';
import type { TargetSettings } from '../../../src/core/schemas/types.ts';
import { makeAgent, makeBlocker, makeTask, makeWorkspace } from '../../support/records.ts';

const to = Date.parse('2025-08-18T00:00:00Z');
const agents = [makeAgent({ id: 'backend', name: 'Backend Agent', more: { criteria: ['Fast'] } }), makeAgent({ id: 'frontend' })];
const tasks = [
  makeTask({ id: 'A', agent: 'backend', status: 'done', deadline: '2025-08-12', completed: '2025-08-12T10:00:00Z' }),
  makeTask({ id: 'B', agent: 'frontend', status: 'done', deadline: '2025-08-04', completed: '2025-08-05T10:00:00Z' }),
];
const blockers = [makeBlocker({ task: 'A', raised: '2025-08-12T10:00:00Z', resolved: '2025-08-12T13:00:00Z' })];
const evidence = gatherEvidence({ ...makeWorkspace({ agents, tasks, blockers }), history: [], claims: [], jobs: [], costs: [], coverage: { lines: 10, covered: 8 } });

function metrics(targets: Readonly<Record<string, TargetSettings>> = {}, verified: ReadonlyMap<string, Verified> = new Map()): Metrics {
  return makeMetrics(evidence, { period: { from: to - 28 * 86_400_000, to }, agents, targets, verified, idOf: (name) => (name === 'Backend Agent' ? 'backend' : name) });
}

function held(settings: TargetSettings, name = 'anything', verified: Verified | null = null): HeldTarget | undefined {
  return metrics({ [name]: settings }, new Map(verified === null ? [] : [[name, verified]])).targets[0];
}

describe('metrics', () => {
  it('tell how a figure went week by week', () => {
    const [onTime] = metrics().figures;
    expect(onTime).toMatchObject({ name: 'completion_on_time', value: 0.5, trend: [null, null, null, null, null, null, 0, 1] });
    expect(metrics().figures.find(({ name }) => name === 'test_coverage')).toMatchObject({ value: 0.8, trend: null });
  });

  it('are worked out for each agent, beside the words that say what success means for it', () => {
    expect(metrics().agents.map(({ agent, figures, criteria }) => [agent, figures[0]?.value, criteria])).toEqual([['backend', 1, ['Fast']], ['frontend', 0, []]]);
  });
});

describe('a target', () => {
  it.each<[string, TargetSettings, Partial<HeldTarget>]>([
    ['task_completion_rate', { target: '90%' }, { figure: 'completion_on_time', state: 'missed', by: '>=', goal: 0.9, value: 0.5, from: 'records' }],
    ['completion_on_time', { target: '90%', agent: 'Backend Agent' }, { state: 'met', value: 1, agent: 'backend' }],
    ['blocker_resolution_time', { target: '< 4 hours' }, { state: 'met', by: '<', value: 10_800, goal: 14_400 }],
    ['test_coverage', { target: 80 }, { state: 'met', goal: 0.8, value: 0.8 }],
    ['test_coverage', { target: '> 80%' }, { state: 'missed' }],
    ['open_blockers', { target: 0 }, { state: 'met', by: '<=', value: 0 }],
    ['blocker_resolution_time', { target: '90%' }, { state: 'unknown', why: 'other-unit', value: 10_800 }],
    ['handoff_quality', { target: '95%' }, { figure: 'handoff_success', state: 'unknown', why: 'none', value: null }],
  ])('%s of %j is held against our own figure', (name, settings, expected) => {
    expect(held(settings, name)).toMatchObject(expected);
  });

  it.each<[TargetSettings, Partial<HeldTarget>]>([
    [{ target: '< 200ms', value: 180 }, { state: 'met', from: 'hand', unit: 'seconds', value: 0.18 }],
    [{ target: '99.9%', value: '99.95%' }, { state: 'met', by: '>=' }],
    [{ target: '99.9%', value: 99 }, { state: 'missed', value: 0.99 }],
    [{ target: 0, value: 2 }, { state: 'missed', by: '<=' }],
    [{ target: '+40%', value: 3 }, { state: 'unknown', why: 'no-goal', value: 3 }],
    [{ target: '90%' }, { state: 'unknown', why: 'no-value' }],
    [{ target: '90%', value: 'good' }, { state: 'unknown', why: 'unreadable-value' }],
    [{ target: '90%', verifier: 'coverage' }, { state: 'unknown', why: 'not-run' }],
  ])('%j is held against what was entered', (settings, expected) => {
    expect(held(settings)).toMatchObject(expected);
  });

  it('is held against what its verifier says before what was entered', () => {
    const settings = { target: '90%', verifier: 'coverage', value: '10%' };
    expect(held(settings, 'anything', { value: 0.95, unit: 'share', written: '%' })).toMatchObject({ state: 'met', from: 'verifier' });
    expect(held({ ...settings, value: null }, 'anything', 'no-number')).toMatchObject({ state: 'unknown', why: 'no-number' });
  });
});
