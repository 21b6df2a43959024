/** Texts that are imported: files anywhere on this machine, named as they are typed. */
import type { SourceText } from '../../core/import/draft.ts';
import type { Result } from '../../core/problem/refusal.ts';

export interface Sources {
  /** A file; or all files below a folder whose names end in one of `endings`, in order of their names. */
  read(typed: string, endings: readonly string[]): Promise<Result<readonly SourceText[]>>;
}
