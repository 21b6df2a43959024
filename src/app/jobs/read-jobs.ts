/** All jobs there were, from their journals. */
import { jobOf } from '../../core/dispatch/job-of.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { JobJournal } from '../journal-port.ts';
import type { Ports } from '../ports.ts';

/** A journal of which something cannot be read. */
export type BrokenJournal = Pick<JobJournal, 'id' | 'path' | 'unreadable'>;

export interface Jobs {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  readonly broken: readonly BrokenJournal[];
}

export async function readJobs({ journal }: Pick<Ports, 'journal'>): Promise<Jobs> {
  const journals = await journal.list();
  const jobs = journals.flatMap(({ id, events }) => jobOf(id, events) ?? []);
  const isBroken = ({ events, unreadable }: JobJournal): boolean => unreadable.length > 0 || events[0]?.event !== 'created';
  return { jobs: jobs.sort((one, other) => Date.parse(one.created) - Date.parse(other.created)), broken: journals.filter(isBroken) };
}

/** As its journal has it now; others write into it too. */
export async function readJob({ journal }: Pick<Ports, 'journal'>, id: string): Promise<Job | null> {
  const read = await journal.read(id);
  return read === null ? null : jobOf(id, read.events);
}
