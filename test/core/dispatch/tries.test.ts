import { describe, expect, it } from 'vitest';
import { failuresInARow, forgettable, triesOf } from '../../../src/core/dispatch/tries.ts';
import { aJob, at, claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startingEvent } from '../../support/job-events.ts';

const failed = (id: string, seconds: number, reason = 'exit') => aJob(id, createdEvent(), { ...failedEvent(reason), at: at(seconds) });
const success = (id: string, seconds: number) => aJob(id, createdEvent(), claimedEvent(), startingEvent(), endedEvent(), provenEvent(), { ...mergedEvent(), at: at(seconds) });

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
