/** All jobs there were, from their journals. */
import { jobOf } from '../../core/dispatch/job-of.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { JobJournal } from '../ports/journal-port.ts';
import type { Ports } from '../ports.ts';

/** A journal of which something cannot be read. */
export type BrokenJournal = Pick<JobJournal, 'id' | 'path' | 'unreadable'>;

export interface Jobs {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  readonly broken: readonly BrokenJournal[];
}

/** `isAsked`: of a journal's text; only those that it says yes to. */
export async function readJobs({ journal }: Pick<Ports, 'journal'>, isAsked?: (text: string) => boolean): Promise<Jobs> {
  const journals = await journal.list(isAsked);
  const jobs = journals.flatMap((one) => jobIn(one) ?? []);
  const isBroken = ({ events, unreadable }: JobJournal): boolean => unreadable.length > 0 || events[0]?.event !== 'created';
  return { jobs: jobs.sort((one, other) => one.at - other.at).map(({ job }) => job), broken: journals.filter(isBroken) };
}

/** `at`: when it was created, in milliseconds since 1970. */
type Dated = { readonly job: Job; readonly at: number };

/** A dispatcher reads all journals again and again; most of them are the same ones as before. */
const KNOWN = new WeakMap<JobJournal, Dated | null>();

function jobIn(journal: JobJournal): Dated | null {
  const known = KNOWN.get(journal);
  if (known !== undefined) return known;
  const job = jobOf(journal.id, journal.events);
  const dated = job === null ? null : { job, at: Date.parse(job.created) };
  KNOWN.set(journal, dated);
  return dated;
}

/** As its journal has it now; others write into it too. */
export async function readJob({ journal }: Pick<Ports, 'journal'>, id: string): Promise<Job | null> {
  const read = await journal.read(id);
  return read === null ? null : jobOf(id, read.events);
}
