/** What a watcher needs from the machine. */
import type { Result } from '../core/problem/refusal.ts';
import type { Standing } from '../core/watch/standing.ts';

export interface Watching {
  /** From now on nobody else watches in this repository; answers how to end that. Refused while somebody does. */
  begin(): Promise<Result<() => void>>;
  /** What stood here when it was last watched; null: it never was, or nobody can tell any more. */
  kept(): Promise<Standing | null>;
  keep(standing: Standing): Promise<void>;
}
