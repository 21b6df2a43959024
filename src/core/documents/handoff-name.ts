/** What a handoff is called: its file's name without what all of them end with. */
import { nameOf } from '../relative-path.ts';

/** `handoffs/2025-08-12-frontend-FIX-001-3f2a-handoff.md`: names are for people and never parsed. */
export function newHandoffFile(day: string, from: string, task: string, mark: string): string {
  const words = [day, from, task, mark].map((word) => word.replace(/[^A-Za-z0-9_.-]+/g, '-'));
  return `handoffs/${words.join('-')}-handoff.md`;
}

/** `2025-08-12-frontend-FIX-001-3f2a` of that file: what one types. */
export function handoffName(file: string): string {
  return nameOf(file).replace(/\.md$/i, '').replace(/-handoff$/i, '');
}
