/** What somebody says of a decision: front matter, and the words as the body. */
import type { Feedback } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import type { FeedbackDocument } from '../schemas/types.ts';
import { validateFeedback } from '../schemas/validators.js';
import { conform } from './conform.ts';
import { checkDates } from './field-checks.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';

export function readFeedback(value: unknown, body: string, source: Source): { feedback: Feedback | null; problems: readonly Problem[] } {
  const place = placeIn(source);
  const { value: document, problems } = conform<FeedbackDocument>(validateFeedback, value, place);
  if (document === null) return { feedback: null, problems };
  const { decision, by, at } = document;
  return { feedback: { decision, by, at: at ?? null, text: body.trim(), place: place([]) }, problems: [...problems, ...checkDates({ ...document }, ['at'], place)] };
}
