/** In a pipeline, where one works after another, the one whose turn it is. */
import type { Survey } from '../survey.ts';
import type { Offer } from './offer.ts';

export type Turn =
  /** `agent` null: anyone. */
  | { readonly does: 'work' | 'go-on'; readonly agent: string | null; readonly task: string }
  /** Done, but on a branch that is not merged here: somebody has to. */
  | { readonly does: 'merge'; readonly agent: string; readonly task: string; readonly branch: string | null }
  | { readonly does: 'approve'; readonly agent: string; readonly task: string };

type Facts = Pick<Survey, 'config' | 'phases' | 'approvals'>;

/** null where this is no pipeline now, several may start, or nobody can. */
export function turnOf(survey: Facts, { free, withheld }: Offer): Turn | null {
  if (!isPipeline(survey)) return null;
  for (const { task, because } of withheld) {
    if (because.why === 'held') return { does: 'go-on', agent: because.by, task: task.id };
    if (because.why === 'done-elsewhere') return { does: 'merge', agent: because.by, task: task.id, branch: because.branch };
  }
  const [first, ...others] = free;
  if (first !== undefined) return others.every(({ agent }) => agent === first.agent) ? { does: 'work', agent: first.agent, task: first.id } : null;
  const asked = survey.approvals[0];
  const [approver] = asked?.approvers ?? [];
  return asked === undefined || approver === undefined ? null : { does: 'approve', agent: approver, task: asked.id };
}

/** Every phase that is open and not done takes its tasks one after another. */
function isPipeline({ config, phases }: Facts): boolean {
  const open = new Set(phases.filter((phase) => phase.open && phase.done < phase.total).map(({ id }) => id));
  return open.size > 0 && (config.phases ?? []).every(({ id, mode }) => !open.has(id) || mode === 'sequential');
}
