/** The figures there are. Each is explained in docs/metrics.md. */
import { blockerResolutionTime, claimContention, handoffSuccess, openBlockers } from './coordination-figures.ts';
import type { Evidence } from './evidence.ts';
import { cost, jobDuration, jobSuccess, modelLatency, monthlyCost, queueDepth, testCoverage, tokensUsed } from './job-figures.ts';
import type { Measured, Period, Unit } from './measured.ts';
import { completionOnTime, cycleTime, leadTime, reopened, tasksDone, throughput } from './task-figures.ts';

export const FIGURE_NAMES = [
  'completion_on_time',
  'handoff_success',
  'blocker_resolution_time',
  'open_blockers',
  'test_coverage',
  'tasks_done',
  'throughput',
  'lead_time',
  'cycle_time',
  'reopened',
  'claim_contention',
  'job_duration',
  'job_success',
  'queue_depth',
  'model_latency',
  'tokens',
  'cost',
  'monthly_cost',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

export interface FigureForm {
  readonly unit: Unit;
  /** What is to be wished for it, where a target does not say. */
  readonly better: 'more' | 'less';
  /** now: as it stands; it cannot be told of earlier times. */
  readonly of: 'period' | 'now';
  readonly measure: (evidence: Evidence, period: Period) => Measured;
}

const share = (better: FigureForm['better'], measure: FigureForm['measure']): FigureForm => ({ unit: 'share', better, of: 'period', measure });
const seconds = (measure: FigureForm['measure']): FigureForm => ({ unit: 'seconds', better: 'less', of: 'period', measure });

export const FIGURES: Readonly<Record<FigureName, FigureForm>> = {
  completion_on_time: share('more', completionOnTime),
  handoff_success: share('more', handoffSuccess),
  blocker_resolution_time: seconds(blockerResolutionTime),
  open_blockers: { unit: 'count', better: 'less', of: 'period', measure: openBlockers },
  test_coverage: { unit: 'share', better: 'more', of: 'now', measure: testCoverage },
  tasks_done: { unit: 'count', better: 'more', of: 'period', measure: tasksDone },
  throughput: { unit: 'per-day', better: 'more', of: 'period', measure: throughput },
  lead_time: seconds(leadTime),
  cycle_time: seconds(cycleTime),
  reopened: share('less', reopened),
  claim_contention: share('less', claimContention),
  job_duration: seconds(jobDuration),
  job_success: share('more', jobSuccess),
  queue_depth: { unit: 'count', better: 'less', of: 'period', measure: queueDepth },
  model_latency: seconds(modelLatency),
  tokens: { unit: 'tokens', better: 'less', of: 'period', measure: tokensUsed },
  cost: { unit: 'usd', better: 'less', of: 'period', measure: cost },
  monthly_cost: { unit: 'usd', better: 'less', of: 'period', measure: monthlyCost },
};

/** Names that the source documents use for them. */
const OTHER_NAMES: Readonly<Record<string, FigureName>> = {
  task_completion_rate: 'completion_on_time',
  handoff_quality: 'handoff_success',
  handoff_success_rate: 'handoff_success',
  coverage: 'test_coverage',
  job_success_rate: 'job_success',
};

/** null: a name of the user's own, for what nothing here measures. */
export function figureNamed(name: string): FigureName | null {
  const word = name.trim().toLowerCase().replace(/[\s-]+/g, '_');
  return FIGURE_NAMES.find((known) => known === word) ?? (Object.hasOwn(OTHER_NAMES, word) ? (OTHER_NAMES[word] ?? null) : null);
}
