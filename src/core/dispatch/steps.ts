/** The steps that an agent's entry names, and which of them is next: forward, or back. */
import { verifierOf } from '../documents/verifier.ts';
import type { Agent, Config } from '../model.ts';
import type { JobStep, TeamMember } from '../schemas/types.ts';
import type { Job, JobAction } from './job.ts';

/** As they stand now. A step needs approval where it says so, or where the agent's `approvals` name it. */
export function stepsOf({ more }: Agent, config: Config): readonly JobStep[] {
  const { steps, approvals } = more as Pick<TeamMember, 'steps' | 'approvals'>; // held to the same schema when it was read
  const named = (steps ?? []).map(({ name }) => name);
  return (steps ?? []).map(({ name, run, undo, approval }, index) => ({
    // What is written down of a step names it, so no two are called the same.
    name: named.indexOf(name) === index ? name : `${name} (${index + 1})`,
    run: run ?? null,
    undo: undo ?? null,
    change: run ? [...(verifierOf(config, run)?.command ?? [])] : [],
    requires_approval: approval === true || (approvals ?? []).includes(name),
  }));
}

export type NextStep = { readonly kind: 'run' | 'wait'; readonly step: Readonly<JobStep> } | { readonly kind: 'prove' };

/** One that was begun and has not ended was cut off: it runs again. */
export function nextStep({ actions }: Pick<Job, 'actions'>): NextStep {
  const next = actions.find(({ executedAt }) => executedAt === null);
  if (next === undefined) return { kind: 'prove' };
  return { kind: next.step.requires_approval && next.approvedBy === null ? 'wait' : 'run', step: next.step };
}

/** Last first; what failed or was cut off may have done a part of its work. */
export function nextUndo({ actions }: Pick<Job, 'actions'>): Readonly<JobStep> | null {
  return actions.findLast(({ step, startedAt, undone }) => step.undo !== null && startedAt !== null && undone === null)?.step ?? null;
}

export function notUndone({ actions }: Pick<Job, 'actions'>): readonly JobAction[] {
  return actions.filter(({ undone }) => undone === false);
}

export function hasStepped({ actions }: Pick<Job, 'actions'>): boolean {
  return actions.some(({ startedAt }) => startedAt !== null);
}
