/** Removes the records of jobs that are over, when they have been kept long enough; what they cost is kept. */
import { costOfJob } from '../../core/dispatch/job-cost.ts';
import { minutesOf } from '../../core/duration.ts';
import { retentionDays } from '../../core/dispatch/limits.ts';
import { forgettable } from '../../core/dispatch/tries.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { stillOpen } from '../claims/still-open.ts';
import { readJobs } from './read-jobs.ts';

const DAY_MINUTES = 24 * 60;

export interface PruneAnswer {
  readonly days: number;
  readonly removed: readonly string[];
  readonly kept: number;
}

/** `olderThan`: as typed; null: as coord.yaml says. */
export async function pruneJobs(ports: Pick<Ports, 'journal' | 'store' | 'clock'>, olderThan: string | null): Promise<Result<PruneAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const given = olderThan === null ? null : minutesOf(/^\d+$/.test(olderThan) ? Number(olderThan) : olderThan, 'd');
  if (olderThan !== null && given === null) return refused('bad-value', { option: '--older-than', value: olderThan, expected: 'a length of time such as 30 days' });
  const days = given === null ? retentionDays(opened.value.survey.config) : given / DAY_MINUTES;
  const before = ports.clock.now().getTime() - days * DAY_MINUTES * 60_000;
  const { jobs } = await readJobs(ports);
  const old = forgettable(jobs, stillOpen(opened.value), before);
  // Before: what is in both places, because of a crash in between, counts once.
  await ports.journal.keepCosts(old.flatMap((job) => costOfJob(job) ?? []));
  for (const { id } of old) await ports.journal.remove(id);
  return done({ days, removed: old.map(({ id }) => id), kept: jobs.length - old.length });
}
