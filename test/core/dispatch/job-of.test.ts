import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printEvent, readJournal } from '../../../src/core/dispatch/job-event.ts';
import type { JobEvent } from '../../../src/core/dispatch/job-event.ts';
import { jobOf } from '../../../src/core/dispatch/job-of.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import { at, claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startedEvent, startingEvent } from '../../support/job-events.ts';

const ALL = [createdEvent(), claimedEvent(), startingEvent(), startedEvent(), endedEvent(), provenEvent(), mergedEvent()];
const cancelAsked: JobEvent = { at: at(8), event: 'cancel_asked', by: 'ann' };
const cancelled: JobEvent = { at: at(9), event: 'cancelled', by: 'ann', message: 'it was stopped' };
const retried: JobEvent = { at: at(9), event: 'retried', by: 'ann' };

describe('a job', () => {
  it.each([
    [1, 'pending', 'created'],
    [2, 'pending', 'claimed'],
    [3, 'running', 'running'],
    [4, 'running', 'running'],
    [5, 'running', 'ended'],
    [6, 'success', 'proven'],
    [7, 'success', 'over'],
  ])('after %i events is %s (%s)', (count, state, phase) => {
    expect(jobOf('a', ALL.slice(0, count))).toMatchObject({ state, phase });
  });

  it('begins with the event that makes it', () => {
    expect(jobOf('a', [])).toBeNull();
    expect(jobOf('a', [failedEvent()])).toBeNull();
  });

  it('that failed stays so, and may be tried again', () => {
    expect(jobOf('a', [createdEvent(), failedEvent(), provenEvent(), mergedEvent()])).toMatchObject({ state: 'failed', phase: 'over', ended: at(7), error: { reason: 'exit' }, retriedBy: null });
    expect(jobOf('a', [createdEvent(), failedEvent(), retried])).toMatchObject({ state: 'failed', retriedBy: 'ann' });
  });

  it('that is to be cancelled goes on until it is', () => {
    expect(jobOf('a', [...ALL.slice(0, 4), cancelAsked])).toMatchObject({ state: 'running', cancelAskedBy: 'ann' });
    expect(jobOf('a', [...ALL.slice(0, 4), cancelAsked, cancelled])).toMatchObject({ state: 'cancelled', phase: 'over', ended: at(9) });
  });

  it('that is started anew keeps when it first was, and forgets the process', () => {
    const again = jobOf('a', [...ALL.slice(0, 4), { ...startingEvent(), at: at(30) }]);
    expect(again).toMatchObject({ phase: 'running', started: at(2), process: null });
  });

  it('costs what its outcome says', () => {
    const ended = endedEvent({ ...outcome('ok', null), cost_usd: 0.25, cost_basis: 'reported', output: { files: [1] } });
    expect(jobOf('a', [...ALL.slice(0, 4), ended])?.outcome).toMatchObject({ cost_usd: 0.25, output: { files: [1] } });
  });
});

describe('a journal', () => {
  it('is read back as it was printed, whatever its events say', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(fc.array(fc.record({ reason: text, message: text })), (messages) => {
      const events = messages.map((words) => ({ ...failedEvent(), ...words }));
      expect(readJournal(events.map(printEvent).join(''))).toEqual({ events, unreadable: [] });
    }));
  });

  it('cut off anywhere gives the events that are whole', () => {
    const text = ALL.map(printEvent).join('');
    fc.assert(fc.property(fc.nat(text.length), (length) => {
      const { events, unreadable } = readJournal(text.slice(0, length));
      expect({ events, unreadable }).toEqual({ events: ALL.slice(0, text.slice(0, length).split('\n').length - 1), unreadable: [] });
    }));
  });
});
