import type { Job } from '../../core/dispatch/job.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { readJobs } from './read-jobs.ts';

/** By its id or what it begins or ends with, or by its task: then the last one. */
export async function findJob(ports: Pick<Ports, 'journal' | 'store'>, name: string, verb: string): Promise<Result<Job>> {
  const { jobs } = await readJobs(ports);
  const ids = jobs.map(({ id }) => id);
  const isSame = (one: string | null): boolean => one?.toLowerCase() === name.toLowerCase();
  const exact = jobs.find(({ id }) => isSame(id)) ?? jobs.findLast(({ task }) => isSame(task));
  if (exact !== undefined) return done(exact);
  const like = name.length < 4 ? [] : jobs.filter(({ id }) => id.startsWith(name) || id.endsWith(name));
  const [only] = like;
  if (only === undefined) {
    const opened = await ports.store.open();
    return refused('no-such-job', { name, nearest: nearest(name, ids), task: opened.ok ? (opened.value.task(name)?.id ?? null) : null });
  }
  return like.length === 1 ? done(only) : refused('which-job', { name, ids: like.map(({ id }) => id), verb });
}
