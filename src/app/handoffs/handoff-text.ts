import { MAX_HANDOFF_BYTES } from '../../core/documents/limits.ts';
import { printHandoff } from '../../core/documents/print-handoff.ts';
import type { NewHandoff } from '../../core/documents/print-handoff.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';

/** A handoff as its file's text, no longer than its receiver may be asked to read. */
export function handoffText(handoff: NewHandoff): Result<string> {
  const text = printHandoff(handoff);
  const bytes = new TextEncoder().encode(text).length;
  return bytes > MAX_HANDOFF_BYTES ? refused('handoff-too-long', { bytes, limit: MAX_HANDOFF_BYTES }) : done(text);
}
