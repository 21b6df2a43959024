/** New decisions and feedback as files: of a decision every field is there, empty where nothing is known yet. */
import type { Decision, Feedback } from '../model.ts';
import { printFrontMatter } from './print-fields.ts';

export type NewDecision = Pick<Decision, 'title' | 'area' | 'owner' | 'reviewers' | 'proposed' | 'deadline' | 'decisionMaker' | 'supersedes' | 'scope'>;

/** `why`: the body. */
export function printDecision({ title, area, owner, reviewers, proposed, deadline, decisionMaker, supersedes, scope }: NewDecision, why: string): string {
  const known = { title, status: 'proposed', area, owner, reviewers, proposed, deadline, decision_maker: decisionMaker };
  const open = { decided: null, decided_by: null, outcome: null };
  return printFrontMatter(Object.entries({ ...known, ...open, supersedes, superseded_by: null, scope }), why);
}

/** `decisions/2025-08-12-keep-sessions-in-redis-3f2a.md`: names are for people, and for decisions that name each other. */
export function decisionFile(day: string, title: string, mark: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, LONGEST).replace(/-[^-]*$/, (cut) => (words.join('-').length > LONGEST ? '' : cut));
  return `decisions/${[day, slug, mark].filter((part) => part !== '').join('-')}.md`;
}

const LONGEST = 40;

export function printFeedback({ decision, by, at, text }: Omit<Feedback, 'place'>): string {
  return printFrontMatter(Object.entries({ decision, by, at }), text);
}

/** `decisions/feedback/2025-08-12-frontend-3f2a.md` */
export function feedbackFile(day: string, by: string, mark: string): string {
  return `decisions/feedback/${day}-${by.replace(/[^A-Za-z0-9_.-]+/g, '-')}-${mark}.md`;
}
