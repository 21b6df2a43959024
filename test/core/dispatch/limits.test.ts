import { describe, expect, it } from 'vitest';
import { atOnce, budgetsOf, costOfAgentPerDay, failuresInARow, forgettable, retentionDays, runLimits, spent, triesOf } from '../../../src/core/dispatch/limits.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import type { Agent } from '../../../src/core/model.ts';
import { aJob, at, claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startingEvent } from '../../support/job-events.ts';

const agent = (limits: object = {}): Agent => ({ id: 'a', name: 'a', aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { limits }, place: { file: 'deployment/coord.yaml' } });
const failed = (id: string, seconds: number, reason = 'exit') => aJob(id, createdEvent(), { ...failedEvent(reason), at: at(seconds) });
const success = (id: string, seconds: number) => aJob(id, createdEvent(), claimedEvent(), startingEvent(), endedEvent(), provenEvent(), { ...mergedEvent(), at: at(seconds) });

describe('bounds', () => {
  it('have defaults, and the tighter of two counts', () => {
    expect(runLimits(agent(), {})).toEqual({ timeoutSeconds: 1800, turns: null, memoryMb: null, costUsd: null });
    expect(runLimits(agent({ timeout: '5 minutes', turns: 60, memory_mb: 256 }), { limits: { timeout: 600, turns: 40, cost_per_task: 2 } })).toEqual({ timeoutSeconds: 300, turns: 40, memoryMb: 256, costUsd: 2 });
    expect([budgetsOf({}).agents, budgetsOf({}).failures, atOnce(agent()), atOnce(agent({ agents: 3 }))]).toEqual([4, 3, 1, 3]);
    expect(costOfAgentPerDay(agent({ cost_per_agent: 3 }), { limits: { cost_per_agent: 1 } })).toBe(1);
    expect([retentionDays({}), retentionDays({ limits: { retention: '2 weeks' } }), retentionDays({ limits: { retention: 7 } })]).toEqual([30, 14, 7]);
  });
});

describe('failures in a row', () => {
  it('count from the last success, by when jobs ended', () => {
    expect(failuresInARow([])).toBe(0);
    expect(failuresInARow([failed('a', 1), success('b', 5), failed('c', 7), failed('d', 3)])).toBe(1);
    expect(failuresInARow([failed('a', 1), failed('b', 2), aJob('c', createdEvent())])).toBe(2);
    expect(failuresInARow([failed('a', 1), aJob('b', createdEvent({ created_by: 'human:ann' }), failedEvent())])).toBe(1);
  });

  it('keeps jobs of open tasks that none of them finished, and what is not over or too young', () => {
    const of = (task: string | null, id: string, ...events: Parameters<typeof aJob>[1][]) => aJob(id, createdEvent({ task }), ...events);
    const over = (task: string | null, id: string) => of(task, id, failedEvent());
    const finished = of('A', 'ok', claimedEvent(), startingEvent(), endedEvent(), provenEvent(), mergedEvent());
    const jobs = [over('A', 'then ok'), finished, over('OPEN', 'tried'), over('open', 'tried again'), over('CLOSED', 'closed'), over(null, 'by hand'), of('B', 'at work')];
    const isOpen = (task: string): boolean => task.toLowerCase() !== 'closed';
    expect(forgettable(jobs, isOpen, Number.MAX_VALUE).map(({ id }) => id)).toEqual(['then ok', 'ok', 'closed', 'by hand']);
    expect(forgettable(jobs, isOpen, 0)).toEqual([]);
  });
});

describe('tries of a task', () => {
  it('end with the second failure, or the first where another try would not help', () => {
    expect(triesOf('FIX-001', [])).toMatchObject({ attempt: 1, stopped: null, last: null });
    expect(triesOf('fix-001', [failed('a', 1)])).toMatchObject({ attempt: 2, stopped: null, last: { id: 'a' } });
    expect(triesOf('FIX-001', [failed('a', 1), failed('b', 2)])).toMatchObject({ attempt: 3, stopped: { job: 'b', reason: 'exit' } });
    expect(triesOf('FIX-001', [failed('a', 1, 'outside-scope')])).toMatchObject({ stopped: { job: 'a', reason: 'outside-scope' } });
    expect(triesOf('OTHER', [failed('a', 1)])).toMatchObject({ attempt: 1 });
  });

  it('begin anew when somebody says so', () => {
    const granted = aJob('b', createdEvent(), failedEvent(), { at: at(9), event: 'retried', by: 'ann' });
    expect(triesOf('FIX-001', [failed('a', 1), granted])).toMatchObject({ attempt: 3, stopped: null, isGranted: true });
    expect(triesOf('FIX-001', [failed('a', 1), granted, failed('c', 10)])).toMatchObject({ attempt: 4, stopped: { job: 'c', reason: 'exit' }, isGranted: false });
  });

  it('wait for somebody, where somebody cancelled the last one', () => {
    const asked = { at: at(8), event: 'cancel_asked', by: 'human:ann' } as const;
    const cancelled = { at: at(9), event: 'cancelled', by: 'human:ann', message: 'cancelled by human:ann' } as const;
    const withdrawn = aJob('a', createdEvent(), claimedEvent(), startingEvent(), asked, cancelled);
    const stopped = { job: 'a', reason: 'cancelled' };
    expect([triesOf('FIX-001', [withdrawn]).stopped, triesOf('FIX-001', [withdrawn], 1).stopped]).toEqual([stopped, stopped]);
    expect(triesOf('FIX-001', [aJob('b', createdEvent(), asked, cancelled)], 7)).toMatchObject({ stopped: { job: 'b' } });
    expect(triesOf('FIX-001', [withdrawn], 2).stopped).toBeNull();
    expect(triesOf('FIX-001', [aJob('a', createdEvent(), claimedEvent(), asked, cancelled, { at: at(10), event: 'retried', by: 'ann' })]).stopped).toBeNull();
    expect(triesOf('FIX-001', [aJob('a', createdEvent(), claimedEvent(), { ...cancelled, by: 'coord dispatch' })]).stopped).toBeNull();
  });
});

it('money is counted by task for ever, by agent and all together for a day', () => {
  const dear = (id: string, day: string, cost: number | null) => aJob(id, createdEvent(), { ...startingEvent(), at: `${day}T10:00:00.000Z` }, endedEvent({ ...outcome('ok', null), cost_usd: cost }));
  const sums = spent([dear('a', '2025-08-11', 1), dear('b', '2025-08-12', 2), dear('c', '2025-08-12', null)], new Date('2025-08-12T12:00:00Z'));
  expect([sums.today, sums.ofAgent('frontend'), sums.ofAgent('other'), sums.ofTask('FIX-001')]).toEqual([2, 2, 0, 3]);
});
