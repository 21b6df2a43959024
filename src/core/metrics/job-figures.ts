/** Figures of jobs, by their journals: how long, how many succeed, how many wait, how soon models answer, what they cost. */
import type { Job } from '../dispatch/job.ts';
import type { JobCost } from '../dispatch/job-cost.ts';
import type { Evidence } from './evidence.ts';
import { counted, isIn, measured, shareOf, spreadOf, unmeasured } from './measured.ts';
import type { Measured, Period } from './measured.ts';

/** From the first start of the agent to the job's end. */
export function jobDuration({ jobs }: Evidence, period: Period): Measured {
  const ended = endedIn(jobs, period).filter(({ started }) => started !== null);
  return spreadOf(ended.map(({ started, ended: end }) => (Date.parse(end ?? '') - Date.parse(started ?? '')) / 1000).filter((seconds) => seconds >= 0));
}

/** Cancelled ones say nothing of the work. */
export function jobSuccess({ jobs }: Evidence, period: Period): Measured {
  const judged = endedIn(jobs, period).filter(({ state }) => state !== 'cancelled');
  return shareOf(judged.filter(({ state }) => state === 'success').length, judged.length);
}

/** Jobs that had been asked for and not begun, at the end of that time. */
export function queueDepth({ jobs }: Evidence, { to }: Period): Measured {
  const isBefore = (time: string | null): boolean => time !== null && Date.parse(time) < to;
  return counted(jobs.filter(({ created, started, ended }) => isBefore(created) && !isBefore(started) && !isBefore(ended)).length);
}

/** Only runtimes that coord itself leads tell of each answer. */
export function modelLatency({ jobs }: Evidence, period: Period): Measured {
  const run = jobs.filter(({ started, outcome }) => started !== null && isIn(period, Date.parse(started)) && outcome !== null && outcome.reason !== 'no-program');
  const untold = run.filter(({ outcome }) => (outcome?.answer_seconds ?? null) === null).length;
  return spreadOf(run.flatMap(({ outcome }) => outcome?.answer_seconds ?? []), untold);
}

/** Read, written and read from a cache, by the runs that told them. */
export function tokensUsed({ costs }: Evidence, period: Period): Measured {
  const run = startedIn(costs, period);
  const told = run.flatMap(({ tokens }) => tokens ?? []);
  const sum = told.reduce((total, { input, output, cached }) => total + input + output + cached, 0);
  return measured(sum, told.length, run.reduce((total, { runs }) => total + runs, 0) - told.length);
}

export function cost({ costs }: Evidence, period: Period): Measured {
  const run = startedIn(costs, period);
  const known = run.flatMap(({ cost_usd: usd }) => usd ?? []);
  return measured(known.reduce((sum, usd) => sum + usd, 0), known.length, run.reduce((total, { unknown }) => total + unknown, 0));
}

const MONTH = 30 * 86_400_000;

/** The 30 days before the end of that time, however long it is. */
export function monthlyCost(evidence: Evidence, { to }: Period): Measured {
  return cost(evidence, { from: to - MONTH, to });
}

export function testCoverage({ coverage }: Evidence): Measured {
  if (typeof coverage === 'string') return unmeasured(coverage);
  return shareOf(coverage.covered, coverage.lines);
}

function endedIn(jobs: readonly Job[], period: Period): readonly Job[] {
  return jobs.filter(({ ended }) => ended !== null && isIn(period, Date.parse(ended)));
}

function startedIn(costs: readonly JobCost[], period: Period): readonly JobCost[] {
  return costs.filter(({ started }) => isIn(period, Date.parse(started)));
}
