/** What is said of a handoff by options alone. */
import type { WordsRequest } from '../../src/app/handoffs/handoff-words.ts';
import { NOTHING_SAID } from '../../src/core/documents/handoff-words.ts';
import type { HandoffWords } from '../../src/core/documents/handoff-words.ts';

export function says(words: Partial<HandoffWords>): WordsRequest {
  return { said: { ...NOTHING_SAID, ...words }, fromFile: null, edit: false };
}
