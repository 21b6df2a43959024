import { expect, it } from 'vitest';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import { spent } from '../../../src/core/dispatch/spent.ts';
import { aJob, createdEvent, endedEvent, startingEvent } from '../../support/job-events.ts';

it('money is counted by task for ever, by agent and all together for a day', () => {
  const dear = (id: string, day: string, cost: number | null) => aJob(id, createdEvent(), { ...startingEvent(), at: `${day}T10:00:00.000Z` }, endedEvent({ ...outcome('ok', null), cost_usd: cost }));
  const sums = spent([dear('a', '2025-08-11', 1), dear('b', '2025-08-12', 2), dear('c', '2025-08-12', null)], new Date('2025-08-12T12:00:00Z'));
  expect([sums.today, sums.ofAgent('frontend'), sums.ofAgent('other'), sums.ofTask('FIX-001')]).toEqual([2, 2, 0, 3]);
});
