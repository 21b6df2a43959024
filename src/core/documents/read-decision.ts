/** A decision's front matter. */
import type { Decision } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import type { DecisionDocument } from '../schemas/types.ts';
import { validateDecision } from '../schemas/validators.js';
import { conform } from './conform.ts';
import { checkDates, checkPaths } from './field-checks.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';

export function readDecision(value: unknown, source: Source): { decision: Decision | null; problems: readonly Problem[] } {
  const place = placeIn(source);
  const { value: document, problems } = conform<DecisionDocument>(validateDecision, value, place);
  if (document === null) return { decision: null, problems };
  const decision: Decision = {
    title: document.title,
    status: document.status,
    area: document.area ?? null,
    owner: document.owner ?? null,
    reviewers: document.reviewers ?? [],
    proposed: document.proposed ?? null,
    deadline: document.deadline ?? null,
    decisionMaker: document.decision_maker ?? null,
    decided: document.decided ?? null,
    decidedBy: document.decided_by ?? null,
    outcome: document.outcome ?? null,
    supersedes: document.supersedes ?? [],
    supersededBy: document.superseded_by ?? null,
    scope: document.scope ?? [],
    place: place([]),
  };
  const scope = checkPaths(decision.scope, 'scope', (index) => place(['scope', index]));
  return { decision, problems: [...problems, ...checkDates(document, ['proposed', 'deadline', 'decided'], place), ...scope] };
}
