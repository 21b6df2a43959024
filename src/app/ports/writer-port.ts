/** Reading and changing the work tree's text files, whole and under a lock. */
import type { Result } from '../../core/problem/refusal.ts';

/** Text files of the work tree, by repository-relative path. */
export interface TextFiles {
  /** null where there is no such file. */
  read(path: string): Promise<string | null>;
  list(folder: string): Promise<readonly string[]>;
  /** Those of these that are symbolic links leading out of the work tree, or by an absolute path. */
  linksOut(paths: readonly string[]): Promise<readonly string[]>;
  /** Whether a file of any kind, or a folder, stands there. */
  has(path: string): Promise<boolean>;
}

/** What a write does to one file; `text: null` is not allowed: coord never deletes records. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
}

export interface Writer {
  /**
   * Runs `plan` under the workspace's lock, on files as they are then, and writes what it answers:
   * each file through a unique temporary file, fsync and rename. Nothing is written when `plan` refuses.
   * A signal to stop that comes then waits for the commit; `alone`: there will be none.
   */
  write<T>(plan: (files: TextFiles) => Promise<Result<{ readonly changes: readonly FileChange[]; readonly value: T }>>, options?: { readonly alone: true }): Promise<Result<T>>;
}
