/** Jobs as they stand in `--json` answers (schemas/answers/records.schema.json). */
import type { Job, JobAction } from '../core/dispatch/job.ts';
import { NOTHING_TOLD } from '../core/dispatch/outcome.ts';
import type { JobEntry } from '../core/schemas/types.ts';

export function jobEntry(job: Job): JobEntry {
  const { id, agent, task, attempt, priority, state, timeoutSeconds, createdBy, input, error, created, started, ended, runtime, model, place, commit, handoffs, ranChanged, rulesChanged, mainMoved, merged, outdated, retriedBy } = job;
  const { output, session, tokens, cost_usd, cost_basis } = job.outcome ?? NOTHING_TOLD;
  const into = merged?.event === 'merged' ? merged.into : null;
  const unmerged = merged?.event === 'unmerged' ? merged.why : null;
  const where = { branch: place?.branch ?? null, worktree: place?.worktree ?? null };
  return { id, agent, task, attempt, priority, state, timeout: timeoutSeconds, created_by: createdBy, input: { ...input }, output, error, created, started, ended, runtime, model, ...where, session, tokens, cost_usd, cost_basis, commit, handoffs: [...handoffs], merged_into: into, unmerged, ran_changed: [...ranChanged], rules_changed: [...rulesChanged], main_moved: [...mainMoved], outdated: outdated?.why ?? null, actions: job.actions.map((action) => actionEntry(action, job)), retried_by: retriedBy };
}

function actionEntry({ step, approvedBy, approvedAt, executedAt, undone }: JobAction, { place }: Job): JobEntry['actions'][number] {
  const { name, change, requires_approval } = step;
  return { type: name, target: place?.branch ?? null, change: [...change], requires_approval, approved_by: approvedBy, approved_at: approvedAt, executed_at: executedAt, undone };
}
