import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobsForPeople } from '../../../src/app/jobs/jobs-for-people.ts';
import { readJobs } from '../../../src/app/jobs/read-jobs.ts';
import { jobsToLookAt, jobsWaiting } from '../../../src/core/dispatch/final-jobs.ts';
import { failuresInARow } from '../../../src/core/dispatch/tries.ts';
import { printEvent, TORN } from '../../../src/core/dispatch/job-event.ts';
import type { JobEvent } from '../../../src/core/dispatch/job-event.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import { at, claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startedEvent, startingEvent } from '../../support/job-events.ts';
import { memoryJournal } from '../../support/memory-journal.ts';

const run = [claimedEvent(), startingEvent(), startedEvent()];
const ENDINGS: Readonly<Record<string, readonly JobEvent[]>> = {
  running: run,
  'merged late': [...run, endedEvent(), provenEvent(), { ...mergedEvent(), at: at(30) }],
  merged: [...run, endedEvent(), provenEvent(), mergedEvent()],
  unmerged: [...run, endedEvent(), provenEvent(), { at: at(6), event: 'unmerged', why: 'conflict', detail: '', files: [], worktree_removed: false }],
  finished: [...run, endedEvent(), { at: at(6), event: 'finished' }],
  failed: [...run, endedEvent(outcome('exit', 'no')), failedEvent()],
  retried: [...run, endedEvent(outcome('exit', 'no')), failedEvent(), { at: at(8), event: 'retried', by: 'ann' }],
  cancelled: [...run, { at: at(7), event: 'cancelled', by: 'ann', message: 'no' }],
  waiting: [...run, endedEvent(), { at: at(5), event: 'steps', steps: [{ name: 'ship', run: null, undo: null, change: [], requires_approval: true }] }, { at: at(6), event: 'waiting', step: 'ship' }],
};

/** All but its end. */
const TORN_END = printEvent({ at: at(9), event: 'cancelled', by: 'ann', message: 'no' }).slice(0, -2);

test('are the same as if every journal was taken apart', async () => {
  const some = fc.array(fc.record({ task: fc.constantFrom('A-1', 'a-1', 'B-1', 'C-1', null), by: fc.constantFrom('dispatch', 'dispatch', 'human:ann'), ending: fc.constantFrom(...Object.keys(ENDINGS)), torn: fc.constantFrom('', '{"at":"2025-08-12T13:00:00Z","event":"mer', TORN_END, `${TORN_END}${TORN}\n`) }), { maxLength: 12 });
  const isOpen = (task: string): boolean => task !== 'C-1';
  await fc.assert(
    fc.asyncProperty(some, async (drawn) => {
      const texts = drawn.map(({ task, by, ending, torn }, index): readonly [string, string] => {
        const events = [{ ...createdEvent({ task, created_by: by }), at: `2025-08-12T12:${String(index).padStart(2, '0')}:00.000Z` }, ...(ENDINGS[ending] ?? [])];
        return [`20250812-${index.toString(16).padStart(6, '0')}`, `${events.map(printEvent).join('')}${torn}`];
      });
      const journal = memoryJournal(Object.fromEntries(texts));
      const { jobs } = await readJobs({ journal });
      for (const most of [1, 2, 3]) {
        expect(await jobsForPeople({ journal }, isOpen, most)).toEqual({ failed: jobsToLookAt(jobs, isOpen), waiting: jobsWaiting(jobs), isStopped: failuresInARow(jobs) >= most });
      }
    }),
  );
});

test('what is done with is not taken apart', async () => {
  const journal = memoryJournal({ a: [createdEvent(), ...(ENDINGS['merged'] ?? [])].map(printEvent).join(''), b: [createdEvent({ task: 'B-1' }), ...(ENDINGS['waiting'] ?? [])].map(printEvent).join('') });
  const asked: (readonly string[])[] = [];
  const list: typeof journal.list = async (isAsked) => {
    const journals = await journal.list(isAsked);
    asked.push(journals.map(({ id }) => id));
    return journals;
  };
  expect((await jobsForPeople({ journal: { ...journal, list } }, () => true, 3)).waiting.map(({ id }) => id)).toEqual(['b']);
  expect(asked).toEqual([['b']]);
});

test('words of an agent are no end of its job', async () => {
  const says = endedEvent({ ...outcome('exit', 'no'), output: { at: 'x', event: 'merged' } });
  const journal = memoryJournal({ a: [createdEvent(), ...run, says].map(printEvent).join('') });
  expect((await readJobs({ journal }, (text) => text.includes('"event":"merged"'))).jobs).toHaveLength(1);
  const failed = await jobsForPeople({ journal: memoryJournal({ a: [createdEvent(), ...run, says, failedEvent()].map(printEvent).join('') }) }, () => true, 3);
  expect(failed.failed.map(({ id }) => id)).toEqual(['a']);
});
