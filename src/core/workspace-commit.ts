/** A commit that changed files of the workspace. */
export interface WorkspaceCommit {
  readonly commit: string;
  /** When its author wrote it, in milliseconds since 1970: the same after a rebase. */
  readonly at: number;
  readonly subject: string;
  /** What its trailers `Coord-Task` and `Coord-Agent` say, as written. */
  readonly tasks: readonly string[];
  readonly agents: readonly string[];
  /** Repository-relative paths below the workspace's folder. */
  readonly files: readonly string[];
}
