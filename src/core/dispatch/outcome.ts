/** What a run of an agent ended with, whatever runtime it ran on. */
import type { JobOutcome } from '../schemas/types.ts';

export type OutcomeReason = JobOutcome['reason'];

const REASONS: ReadonlySet<unknown> = new Set<OutcomeReason>(['ok', 'exit', 'turn-cap', 'budget', 'api-error', 'no-output', 'server-failed', 'killed', 'timeout', 'memory', 'no-program', 'cancelled']);

export function isOutcomeReason(value: unknown): value is OutcomeReason {
  return REASONS.has(value);
}

/** As its runtime tells it; `message` is for people. */
export type Outcome = Readonly<JobOutcome>;

/** What a run says of itself besides how it ended. */
export type Told = Pick<Outcome, 'output' | 'session' | 'tokens' | 'cost_usd' | 'cost_basis' | 'answer_seconds'>;

export const NOTHING_TOLD: Told = { output: null, session: null, tokens: null, cost_usd: null, cost_basis: 'unknown' };

export function outcome(reason: OutcomeReason, message: string | null, told: Told = NOTHING_TOLD): Outcome {
  return { reason, message, ...told };
}

export function isOk({ reason }: Outcome): boolean {
  return reason === 'ok';
}

/**
 * Whether trying once more may help: a model may do better, an interface may be up again.
 * A bound that was reached, a program that is not there and a wish to stop stay what they are.
 */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set<OutcomeReason | 'verifier-failed'>(['exit', 'api-error', 'no-output', 'server-failed', 'killed', 'timeout', 'verifier-failed']);

/** `reason`: of an outcome, or the code of what coord refused afterwards. */
export function isWorthAnotherTry(reason: string): boolean {
  return WORTH_ANOTHER_TRY.has(reason);
}
