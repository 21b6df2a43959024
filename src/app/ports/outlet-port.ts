/** Where a report goes when it is not printed. */
import type { Result } from '../../core/problem/refusal.ts';

export interface Outlet {
  /** A file anywhere on this machine, named as it is typed: whoever reads it finds the old text or the new one, never a part. Answers its absolute path. */
  write(typed: string, text: string): Promise<Result<string>>;
}
