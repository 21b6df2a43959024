/** What an agent printed; while it runs, also what it goes on to print. */
import type { Job } from '../../core/dispatch/job.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { findJob } from './find-job.ts';
import { readJob } from './read-jobs.ts';

const PAUSE_MILLISECONDS = 200;

export interface LogAnswer {
  readonly job: Job;
  /** All of it, or with `follow` what was not told yet. */
  readonly text: string;
}

/** `tell`: with `follow`, each part as it comes. */
export async function followLog(ports: Ports, name: string, follow: boolean, tell: (lines: string) => void): Promise<Result<LogAnswer>> {
  const found = await findJob(ports, name, 'jobs logs');
  if (!found.ok) return found;
  let job = found.value;
  let told = '';
  for (;;) {
    const isOver = !follow || job.phase === 'over';
    const text = await ports.journal.log(job.id);
    const more = text.startsWith(told) ? text.slice(told.length) : text;
    if (isOver) return done({ job, text: more });
    if (more !== '') tell(more.replace(/\n$/, ''));
    told = text;
    await ports.dispatching.pause(PAUSE_MILLISECONDS);
    job = (await readJob(ports, job.id)) ?? job;
  }
}
