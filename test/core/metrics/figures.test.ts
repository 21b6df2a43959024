/** Each figure worked out by hand, on the smallest records that have it. */
import { describe, expect, it } from 'vitest';
import type { JobCost } from '../../../src/core/dispatch/job-cost.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import { evidenceOf, gatherEvidence } from '../../../src/core/metrics/evidence.ts';
import type { Evidence, Sources } from '../../../src/core/metrics/evidence.ts';
import { FIGURES } from '../../../src/core/metrics/figures.ts';
import type { FigureName } from '../../../src/core/metrics/figures.ts';
import type { Measured } from '../../../src/core/metrics/measured.ts';
import { aJob, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startingEvent } from '../../support/job-events.ts';
import { makeAgent, makeBlocker, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';

const WEEK = { from: Date.parse('2025-08-11T00:00:00Z'), to: Date.parse('2025-08-18T00:00:00Z') };
const HOUR = 3600;

function evidence(parts: Partial<Workspace>, more: Partial<Sources> = {}): Evidence {
  return gatherEvidence({ ...makeWorkspace(parts), history: [], claims: [], jobs: [], costs: [], coverage: 'no-report', ...more });
}

const figure = (name: FigureName, from: Evidence): Measured => FIGURES[name].measure(from, WEEK);
const doneTask = (id: string, completed: string | null, fields = {}) => makeTask({ id, status: 'done', completed, ...fields });

describe('completion on time', () => {
  it('is done by the deadline of all that was done or due in that time', () => {
    const tasks = [
      doneTask('IN-TIME', '2025-08-12T10:00:00Z', { deadline: '2025-08-12' }),
      doneTask('LATE', '2025-08-14T10:00:00Z', { deadline: '2025-08-13' }),
      makeTask({ id: 'OPEN-LATE', deadline: '2025-08-13' }),
      makeTask({ id: 'OPEN', deadline: '2025-08-20' }),
      makeTask({ id: 'CANCELLED', status: 'cancelled', deadline: '2025-08-13' }),
      doneTask('FREE', '2025-08-12T10:00:00Z'),
      doneTask('BEFORE', '2025-08-01T10:00:00Z', { deadline: '2025-08-02' }),
      doneTask('UNDATED', null, { deadline: '2025-08-13' }),
      doneTask('ONLY-A-DAY', '2025-08-12', { deadline: '2025-08-12T12:00:00Z' }),
    ];
    expect(figure('completion_on_time', evidence({ tasks }))).toEqual({ value: 1 / 3, samples: 3, leftOut: 2, spread: null, unknown: null });
  });

  it('is unknown where nothing was due, and says so where only dates are missing', () => {
    expect(figure('completion_on_time', evidence({})).unknown).toBe('none');
    expect(figure('completion_on_time', evidence({ tasks: [doneTask('A', null, { deadline: '2025-08-13' })] })).unknown).toBe('undated');
  });
});

describe('times of tasks', () => {
  const tasks = [
    doneTask('A', '2025-08-12T12:00:00Z', { started: '2025-08-12T10:00:00Z' }),
    doneTask('B', '2025-08-13T12:00:00Z', { started: '2025-08-13T08:00:00Z' }),
    doneTask('C', '2025-08-13', { started: '2025-08-13' }),
    doneTask('G', '2025-08-13T12:00:00Z', { started: '2025-08-13T08:00:00Z', kind: 'gate' }),
  ];
  const commit = (at: string, file: string) => ({ commit: at, at: Date.parse(at), subject: '', tasks: [], agents: [], files: [`deployment/tasks/${file}`] });
  const history = [commit('2025-08-12T11:00:00Z', 'A.yaml'), commit('2025-08-11T12:00:00Z', 'A.yaml'), commit('2025-08-13T12:00:00Z', 'C.yaml')];

  it('go from started to done, where both say a time of day', () => {
    expect(figure('cycle_time', evidence({ tasks }))).toMatchObject({ value: 3 * HOUR, samples: 2, leftOut: 1, spread: { p50: 3 * HOUR, p95: 3.9 * HOUR, sum: 6 * HOUR } });
  });

  it('go from the first commit with the file to done', () => {
    expect(figure('lead_time', evidence({ tasks }, { history }))).toMatchObject({ value: 24 * HOUR, samples: 1, leftOut: 2 });
  });

  it('know nothing of when a task in a shared file was recorded', () => {
    const shared = tasks.map((task) => ({ ...task, place: { file: 'deployment/tasks/A.yaml' } }));
    expect(figure('lead_time', evidence({ tasks: shared }, { history }))).toMatchObject({ value: null, unknown: 'undated', leftOut: 3 });
  });

  it('count what was done, and a day from when anything happened', () => {
    expect(figure('tasks_done', evidence({ tasks }, { history }))).toMatchObject({ value: 3 });
    expect(figure('throughput', evidence({ tasks }, { history })).value).toBeCloseTo(3 / 6.5);
    expect(figure('throughput', evidence({})).unknown).toBe('none');
  });
});

describe('handoffs', () => {
  const given = (fields: object) => makeHandoff({ from: 'backend', to: 'frontend', timestamp: '2025-08-12T10:00:00Z', ...fields });
  const taken = { acknowledged: { by: 'frontend', at: '2025-08-12T11:00:00Z' } };
  const said = (task: string, token: number) => ({ task, token, completed: [`${task}: it`] });

  it('succeed where nobody came back to them', () => {
    const handoffs = [given({ ...taken, ...said('A', 1) }), given({ ...taken, ...said('B', 1) }), given({ ...said('B', 2), timestamp: '2025-08-20T10:00:00Z' }), given({}), given({ to: null })];
    expect(figure('handoff_success', evidence({ handoffs }))).toMatchObject({ value: 1 / 2, samples: 2, leftOut: 1 });
  });

  it('fail where the receiver was blocked later and waited on the giver', () => {
    const blocked = (raised: string) => makeBlocker({ task: 'UI', by: 'frontend', waitsOn: 'backend', raised });
    expect(figure('handoff_success', evidence({ handoffs: [given(taken)], blockers: [blocked('2025-08-12T12:00:00Z')] })).value).toBe(0);
    expect(figure('handoff_success', evidence({ handoffs: [given(taken)], blockers: [blocked('2025-08-12T09:00:00Z')] })).value).toBe(1);
    expect(figure('handoff_success', evidence({ handoffs: [given({})], blockers: [blocked('2025-08-12T12:00:00Z')] }))).toMatchObject({ value: null, leftOut: 1 });
  });

  it('of the same task under two tokens mean that it was done twice', () => {
    const tasks = [doneTask('A', '2025-08-12T12:00:00Z'), doneTask('B', '2025-08-12T12:00:00Z')];
    expect(figure('reopened', evidence({ tasks, handoffs: [given(said('A', 1)), given(said('a', 3)), given(said('B', 1)), given(said('B', 1))] })).value).toBe(0.5);
  });
});

describe('blockers', () => {
  const blockers = [
    makeBlocker({ task: 'A', raised: '2025-08-12T10:00:00Z', resolved: '2025-08-12T12:00:00Z' }),
    makeBlocker({ task: 'B', raised: '2025-08-12T10:00:00Z', resolved: '2025-08-12T16:00:00Z' }),
    makeBlocker({ task: 'C', raised: '2025-08-12', resolved: '2025-08-13T16:00:00Z' }),
    makeBlocker({ task: 'D', raised: '2025-08-17T10:00:00Z' }),
    makeBlocker({ task: 'E', raised: '2025-08-12T10:00:00Z', resolved: '2025-08-19T10:00:00Z' }),
    makeBlocker({ task: 'F' }),
  ];

  it('take from raised to resolved', () => {
    expect(figure('blocker_resolution_time', evidence({ blockers }))).toMatchObject({ value: 4 * HOUR, samples: 2, leftOut: 1 });
  });

  it('are open at the end of that time', () => {
    expect(figure('open_blockers', evidence({ blockers })).value).toBe(3);
  });
});

describe('claims', () => {
  const claim = (id: string, token: number, since: string) => ({ id, agent: 'a', token, since });
  it('were asked for again where their token rose', () => {
    const claims = [claim('A', 1, '2025-08-12T10:00:00Z'), claim('B', 3, '2025-08-12T10:00:00Z'), claim('C', 2, '2025-08-01T10:00:00Z')];
    expect(figure('claim_contention', evidence({}, { claims }))).toMatchObject({ value: 0.5, samples: 2 });
  });

  it('are told by handoffs where their refs are gone, or are on another machine', () => {
    const handoffs = [makeHandoff({ task: 'a', token: 2, timestamp: '2025-08-13T10:00:00Z' }), makeHandoff({ task: 'B', token: 1, timestamp: '2025-08-01T10:00:00Z' }), makeHandoff({ task: 'C', timestamp: '2025-08-13T10:00:00Z' })];
    const refs = [claim('A', 2, '2025-08-01T10:00:00Z'), claim('B', 2, '2025-08-14T10:00:00Z'), claim('D', 1, '2025-08-14T10:00:00Z')];
    expect(figure('claim_contention', evidence({ handoffs }))).toMatchObject({ value: 1, samples: 1 });
    expect(figure('claim_contention', evidence({ handoffs }, { claims: refs }))).toMatchObject({ value: 2 / 3, samples: 3 });
  });
});

describe('jobs', () => {
  const answered = { ...outcome('ok', null), answer_seconds: [1, 3] };
  const jobs = [
    aJob('one', createdEvent(), startingEvent(), endedEvent(answered), provenEvent(), mergedEvent()),
    aJob('two', createdEvent({ agent: 'backend' }), startingEvent(), endedEvent(outcome('exit', 'no')), failedEvent()),
    aJob('three', createdEvent()),
  ];
  const cost = (fields: Partial<JobCost>): JobCost => ({ job: 'one', agent: 'frontend', task: null, started: '2025-08-12T12:00:02Z', runs: 1, unknown: 0, cost_usd: 2, cost_basis: 'reported', tokens: { input: 10, output: 5, cached: 1 }, ...fields });
  const costs = [cost({}), cost({ job: 'two', agent: 'backend', unknown: 1, cost_usd: null, tokens: null }), cost({ started: '2025-07-20T12:00:00Z', cost_usd: 8 })];
  const all = evidence({}, { jobs, costs });

  it('take from their start to their end', () => {
    expect(figure('job_duration', all)).toMatchObject({ samples: 2, spread: { p50: 4.5, sum: 9 } });
  });

  it('succeed, fail and wait', () => {
    expect([figure('job_success', all).value, figure('queue_depth', all).value]).toEqual([0.5, 1]);
  });

  it('tell how soon their models answer, where their runtime tells', () => {
    expect(figure('model_latency', all)).toMatchObject({ value: 2, samples: 2, leftOut: 1 });
  });

  it('cost what is known, and what is unknown is not taken for nothing', () => {
    expect(figure('cost', all)).toMatchObject({ value: 2, samples: 1, leftOut: 1 });
    expect(figure('monthly_cost', all).value).toBe(10);
    expect(figure('tokens', all)).toMatchObject({ value: 16, leftOut: 1 });
    expect(figure('cost', evidence({})).unknown).toBe('none');
  });

  it('of one agent are its own', () => {
    const own = evidenceOf(all, 'backend');
    expect([figure('job_success', own).value, figure('cost', own).unknown, figure('test_coverage', own).unknown]).toEqual([0, 'undated', 'not-of-one']);
  });
});

it('knows test coverage by its report alone', () => {
  expect(figure('test_coverage', evidence({}, { coverage: { lines: 200, covered: 150 } }))).toMatchObject({ value: 0.75, samples: 200 });
  expect(figure('test_coverage', evidence({ agents: [makeAgent({ id: 'a' })] })).unknown).toBe('no-report');
});
