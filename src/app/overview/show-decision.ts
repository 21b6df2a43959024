/** A decision with what was said of it. */
import { readFrontMatter } from '../../core/documents/front-matter.ts';
import type { Decision } from '../../core/model.ts';
import { decisionStanding } from '../../core/policy/decision-standing.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import type { View } from '../view.ts';

export interface ShownDecision extends DecisionStanding {
  readonly what: 'decision';
  /** The file's body. */
  readonly why: string;
}

export async function showDecision(view: View, decision: Decision): Promise<ShownDecision> {
  const { file } = decision.place;
  const { body } = readFrontMatter((await view.text(file)) ?? '', file);
  return { what: 'decision', ...decisionStanding(decision, view.survey), why: body.trim() };
}
