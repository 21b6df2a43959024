/** Something that happened in a workspace: found by comparing what stood there before with what stands there now. */
import type { Severity } from '../model.ts';

interface Common {
  /** When, in milliseconds since 1970: the clock's own instant for what falls due, else when it was found or committed. */
  readonly at: number;
  /** The same for the same happening, whoever finds it and however often. */
  readonly key: string;
  /** The commit that brought it; null: the work tree. */
  readonly commit: string | null;
}

interface OfTask {
  readonly task: string;
  readonly title: string;
  /** The task's agent; for a claim, who held it. */
  readonly agent: string | null;
}

interface OfBlocker {
  readonly task: string;
  readonly file: string;
  readonly severity: Severity;
  readonly by: string | null;
  readonly waitsOn: string | null;
  readonly needed: string;
  /** Whom its severity calls upon; once it is overdue, whom it escalates to. */
  readonly calls: readonly string[];
}

export type WatchEvent = Common &
  (
    | { readonly event: 'record.created' | 'record.changed' | 'record.deleted'; readonly file: string }
    | ({ readonly event: 'task.ready' | 'task.done' | 'gate.open' } & OfTask)
    | ({ readonly event: 'claim.taken' | 'claim.released' } & OfTask)
    | ({ readonly event: 'claim.expired' } & OfTask & { readonly since: number })
    | ({ readonly event: 'deadline.near' } & OfTask & { readonly due: number })
    | { readonly event: 'handoff.created'; readonly file: string; readonly task: string | null; readonly from: string | null; readonly to: string | null }
    | ({ readonly event: 'blocker.raised' } & OfBlocker)
    | ({ readonly event: 'blocker.overdue' } & OfBlocker & { readonly due: number })
    /** `follows`: the name of the event that calls for it; null: its time came. */
    | { readonly event: 'sync.due'; readonly follows: string | null; readonly about: string | null; readonly agents: readonly string[]; readonly channel: string | null }
    | { readonly event: 'feedback.due'; readonly file: string; readonly title: string; readonly reviewers: readonly string[]; readonly decisionMaker: string | null }
    | { readonly event: 'validation.failed'; readonly errors: number; readonly files: readonly string[] }
  );

export type EventName = WatchEvent['event'];
