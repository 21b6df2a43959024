import { refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { blockersOn } from '../blockers/blockers-on.ts';
import { holdsOn } from '../claims/holds-on.ts';
import type { View } from '../view.ts';

/** What a task still waits for, so that it cannot be called done: dependencies first, then blockers. null: nothing. */
export function whatIsLeft(view: View, id: string): Result<never> | null {
  const open = holdsOn(view, id).flatMap((hold) => (hold.why === 'waits-for' || hold.why === 'missing' ? hold.ids : []));
  if (open.length > 0) return refused('dependency-open', { id, open });
  const files = blockersOn(view, id).map(({ place }) => place.file);
  return files.length > 0 ? refused('blocker-open', { id, files }) : null;
}
