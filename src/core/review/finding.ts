/** What a review finds. */
import { oneLine } from '../plain-text.ts';
import type { ReviewFinding } from '../schemas/types.ts';

/** As a check tells it; whether it lies on the change, and its key, are worked out for all alike. */
export type Finding = Readonly<Omit<ReviewFinding, 'on_change' | 'key'>>;
export type FindingSeverity = ReviewFinding['severity'];
export type Category = ReviewFinding['category'];

/** Characters of a message: what nobody reads is not kept. */
const LONGEST = 1000;

/** One line, harmless on a terminal, of bounded length. */
export function told(text: string): string {
  const line = oneLine(text).trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}

/** A check that could not be made: silence would pass for consent. */
export function notMade(by: string, message: string, suggestion: string): Finding {
  return { file: null, line: null, severity: 'error', category: 'review', message: told(message), suggestion: told(suggestion), by };
}
