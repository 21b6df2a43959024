/** What a watcher needs from the machine. */
import type { Result } from '../../core/problem/refusal.ts';
import type { Standing } from '../../core/watch/standing.ts';
import type { WatchTrouble } from '../../core/watch/trouble.ts';
import type { View } from '../view.ts';

/** null: there is no such file. */
export interface FileChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Is told what happens, as soon as it is found. */
export interface Follower {
  /** Blob ids of files that are not as they were last told: each change once. None: what was unsure is as it was. */
  changed(files: readonly FileChange[]): void;
  /** Claims may have changed. */
  stirred(): void;
  /** Comes again and again, whether anything happened or not. */
  beat(): void;
  trouble(what: WatchTrouble): void;
}

export interface Following {
  /** The workspace as it was told of last. */
  view(): View;
  /** Of some files nobody can tell yet how they will be: one that is renamed is at two places, or at none. `changed` comes when that is over. */
  isUnsure(): boolean;
  /** Looks at every file; when it answers, all that had changed by then is told. */
  rescan(): Promise<void>;
  end(): void;
}

export interface Watching {
  /** From now on nobody else watches in this repository; answers how to end that. Refused while somebody does. */
  begin(): Promise<Result<() => void>>;
  /** What stood here when it was last watched; null: it never was, or nobody can tell any more. */
  kept(): Promise<Standing | null>;
  /** Refused where the disk says no. */
  keep(standing: Standing): Promise<Result<void>>;
  follow(follower: Follower): Promise<Following>;
  /** Calls when files or claims may have changed: late, twice or not at all. Answers how to end that. Others may watch meanwhile. */
  hints(call: () => void): Promise<() => void>;
}
