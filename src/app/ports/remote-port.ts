/** What use cases need from the remotes through which claims are shared: a part of the ports. */
import type { ClaimRecord, ClaimRef } from '../../core/schedule/claim.ts';
import type { ToldClaim } from '../../core/schedule/claim-news.ts';

/** What came of asking a remote; `reason` in git's words, without secrets. */
export type Reached = { readonly kind: 'reached' } | { readonly kind: 'no-such-remote' } | { readonly kind: 'unreachable'; readonly reason: string };

/** What a remote did with a claim pushed to it. */
export type Pushed =
  | { readonly kind: 'accepted'; readonly oid: string }
  /** Its ref is no longer as expected: another came first. */
  | { readonly kind: 'stale' }
  /** It does not take it: no right to push, a hook, refs it will not have. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Whether it took it is unknown. */
  | { readonly kind: 'unclear'; readonly oid: string; readonly reason: string };

/** A claim to be pushed, with the objects that the remote's ref and our own must hold until then (null: none); `next` null: to be dropped. */
export interface ClaimPush {
  readonly id: string;
  readonly seen: string | null;
  readonly local: string | null;
  readonly next: ClaimRecord | null;
}

/** What a clone keeps of its last sync with a remote. */
export interface SyncNotes {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** By id of a task: when the fetched default branch was first seen to have it done. */
  readonly shown: Readonly<Record<string, string>>;
  /** What the remote held then: other verbs fetch claims too, and tell only of their own task. null: not kept. */
  readonly told: readonly ToldClaim[] | null;
}

/** The remotes through which claims are shared, by the name that git knows them by. */
export interface Remotes {
  /** Names of those that were seen to hold claims, whatever the settings say. No network. */
  seen(): Promise<readonly string[]>;
  /** All claims as the remote was last seen to hold them. No network. */
  list(remote: string): Promise<readonly ClaimRef[]>;
  read(remote: string, id: string): Promise<ClaimRef | null>;
  /** Fetches the branch, and the claim of one task or (null) all of them; nothing else, whatever the settings say. */
  fetch(remote: string, branch: string, id: string | null): Promise<Reached>;
  /** Compare-and-swap there, each by itself; where it was accepted, our own ref follows. In the order given. */
  push(remote: string, changes: readonly ClaimPush[]): Promise<readonly Pushed[]>;
  /** Those of these branches that the remote has, over the network; null where it does not say. */
  branches(remote: string, names: readonly string[]): Promise<ReadonlySet<string> | null>;
  /** null where none was kept. */
  notes(remote: string): Promise<SyncNotes | null>;
  keepNotes(remote: string, notes: SyncNotes): Promise<void>;
}
