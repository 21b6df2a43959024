import type { Workspace } from '../documents/workspace.ts';
import type { Problem } from '../problem/problem.ts';
import type { Readiness } from '../schedule/readiness.ts';
import type { Standing } from './standing.ts';

/** A workspace as it is looked at, at one moment. */
export interface Sight {
  readonly at: number;
  readonly commit: string | null;
  readonly workspace: Workspace;
  readonly readiness: Readiness;
  readonly problems: readonly Problem[];
  /** Blob ids of all files, by path. */
  readonly blobs: Iterable<readonly [string, string]>;
  readonly claims: Standing['claims'];
}
