/** Writes down what happens to a job, before it has an effect. */
import type { JobNews } from '../../core/dispatch/job-event.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { Ports } from '../ports.ts';
import { readJob } from './read-jobs.ts';

export type NotePorts = Pick<Ports, 'journal' | 'clock'>;

/** Answers the job as it is now, with what others wrote into its journal. */
export async function note(ports: NotePorts, id: string, news: JobNews): Promise<Job> {
  await ports.journal.append(id, { at: ports.clock.real().toISOString(), ...news });
  const job = await readJob(ports, id);
  if (job === null) throw new Error(`the journal of ${id} has no beginning`);
  return job;
}
