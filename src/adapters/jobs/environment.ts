/** What an agent's process sees of the environment: a short list, and what its runtime names. */
import { withoutLocal } from '../git/local-env.ts';

const COMMON = ['PATH', 'HOME', 'USER', 'LANG', 'TERM', 'TMPDIR', 'SHELL', 'TZ'];

/** Ids of the jobs that a process belongs to, outermost first, with spaces: an agent may run agents. */
export const MARK = 'COORD_JOBS';

export interface Wanted {
  readonly job: string;
  readonly env: readonly string[];
  readonly set: Readonly<Record<string, string>>;
}

/** Of the variables that tie git to one repository none is passed on, whoever names it. */
export function environmentOf({ job, env, set }: Wanted, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...seenOf(env, own), ...set, COORD_JOB: job, ...markFor(job, own) };
}

/** What is started on behalf of a job stays marked as that job's. */
export function environmentWithin(env: readonly string[], own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return seenOf([...env, MARK], own);
}

function seenOf(env: readonly string[], own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = new Set([...COMMON, ...env]);
  return withoutLocal(Object.fromEntries(Object.entries(own).filter(([name]) => names.has(name) || name.startsWith('LC_'))));
}

/** By which a process of the job is found again, also by a coord that did not start it. */
export function markFor(job: string, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const jobs = [...(own[MARK] ?? '').split(' ').filter((id) => id !== ''), job];
  return { [MARK]: jobs.join(' ') };
}
