/** A proposed decision whose time for feedback is over: it waits for its decision maker. */
import { instantOf, isoSeconds } from '../dates.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import { minutesOf } from '../duration.ts';
import type { Config, Decision } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

const DEFAULT_FEEDBACK = '24h';

export function findOverdueFeedback({ config, decisions }: Pick<Workspace, 'config' | 'decisions'>, now: number): Problem[] {
  return decisions.flatMap((decision) => {
    if (decision.status !== 'proposed') return [];
    const due = feedbackDue(decision, config);
    if (due === null || now <= due) return [];
    const place = fieldOf(decision.place, decision.deadline === null ? 'proposed' : 'deadline');
    return [problem('feedback-overdue', place, { decision: decision.title, due: isoSeconds(new Date(due)) })];
  });
}

/** When feedback on a proposal ends: at its own deadline, else as long after it was proposed as its area allows. */
export function feedbackDue(decision: Decision, config: Config): number | null {
  const zone = settingsOf(config).timeZone;
  if (decision.deadline !== null) return instantOf(decision.deadline, zone);
  const since = decision.proposed === null ? null : instantOf(decision.proposed, zone);
  const area = decision.area === null ? undefined : config.ownership?.[decision.area];
  const minutes = minutesOf(area?.feedback ?? DEFAULT_FEEDBACK, 'h');
  return since === null || minutes === null ? null : since + minutes * 60_000;
}
