import type { Refusal } from '../problem/refusal.ts';

/** What a watcher cannot do as it should; it goes on as well as it can. */
export type WatchTrouble =
  /** `back`: what changed meanwhile is told. */
  | { readonly trouble: 'folder-gone' | 'folder-back'; readonly folder: string }
  /** The system gives no more notices of changes: files are looked at again and again instead. */
  | { readonly trouble: 'no-notices'; readonly reason: string }
  /** What it saw: the next watcher may tell some of it again. */
  | { readonly trouble: 'not-kept'; readonly refusal: Refusal };
