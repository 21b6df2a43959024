/** The port to a CI service, for `validate --ci`. */

/** A change that waits to be merged: a pull request, a merge request. */
export interface Change {
  /** Branches, without refs/heads/. */
  readonly target: string;
  readonly source: string | null;
  /** The commit by which the service has merged the two already, to run on the result. */
  readonly merge: string | null;
}

/** A run of a CI service. */
export interface CiRun {
  readonly service: 'github' | 'gitlab';
  /** null where it runs for no change, but for a branch. */
  readonly change: Change | null;
}

export interface Ci {
  /** null where no CI service started this. */
  run(): Promise<CiRun | null>;
  /** Adds to what the service shows of the job, where it shows anything. */
  summarize(markdown: string): Promise<void>;
}
