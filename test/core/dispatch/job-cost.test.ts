import { describe, expect, it } from 'vitest';
import { costOfJob, isCostOpen, printCosts, readCosts } from '../../../src/core/dispatch/job-cost.ts';
import type { JobCost } from '../../../src/core/dispatch/job-cost.ts';
import { TORN } from '../../../src/core/dispatch/job-event.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import { aJob, at, claimedEvent, createdEvent, endedEvent, failedEvent, startedEvent, startingEvent } from '../../support/job-events.ts';

const told = { ...outcome('ok', null), cost_usd: 0.5, cost_basis: 'reported' as const, tokens: { input: 10, output: 5, cached: 1 } };
const begun = [createdEvent(), claimedEvent(), startingEvent(), startedEvent()];
const COST: JobCost = { job: 'a', agent: 'frontend', task: 'FIX-001', started: at(2), runs: 1, unknown: 0, cost_usd: 0.5, cost_basis: 'reported', tokens: { input: 10, output: 5, cached: 1 } };

describe('what a job cost', () => {
  it('is what its run told', () => {
    expect(costOfJob(aJob('a', ...begun, endedEvent(told)))).toEqual(COST);
    expect(costOfJob(aJob('a', ...begun, endedEvent()))).toEqual({ ...COST, unknown: 1, cost_usd: null, cost_basis: 'unknown', tokens: null });
  });

  it('is partly unknown where a crash cut a run off', () => {
    expect(costOfJob(aJob('a', ...begun, startingEvent(), endedEvent(told)))).toEqual({ ...COST, runs: 2, unknown: 1 });
    expect(costOfJob(aJob('a', ...begun, failedEvent()))).toMatchObject({ runs: 1, unknown: 1, cost_usd: null });
  });

  it('is nothing to tell of where no program ran', () => {
    expect(costOfJob(aJob('a', createdEvent(), failedEvent()))).toBeNull();
    expect(costOfJob(aJob('a', createdEvent(), claimedEvent(), startingEvent(), endedEvent(outcome('no-program', null)), failedEvent()))).toBeNull();
  });

  it('is open while it runs', () => {
    const running = aJob('a', ...begun);
    expect([costOfJob(running), isCostOpen(running), isCostOpen(aJob('b', createdEvent())), isCostOpen(aJob('c', ...begun, endedEvent()))]).toEqual([null, true, false, false]);
  });
});

describe('kept costs', () => {
  it('read as they were written, the last line of each job', () => {
    expect(readCosts(printCosts([COST, { ...COST, job: 'b' }, { ...COST, runs: 2 }]))).toEqual({ costs: [{ ...COST, runs: 2 }, { ...COST, job: 'b' }], unreadable: [] });
  });

  it('tell of lines that are none, but not of one that a crash cut off', () => {
    expect(readCosts(`what?\n{"job":"a"}\n{"job":"a","agent${TORN}\n${printCosts([COST])}{"job":"b"`)).toEqual({ costs: [COST], unreadable: [1, 2] });
  });
});
