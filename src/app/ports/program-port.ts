/** Programs whose output is read: linters, and the command line of a hosting site. */
export interface ProgramSpec {
  /** The program and its arguments; never a shell. It runs at the root of the work tree. */
  readonly command: readonly string[];
  /** Names of variables it may see besides the few that every program gets. */
  readonly env: readonly string[];
  /** Written to its standard input; null: there is nothing to read. */
  readonly stdin: string | null;
  readonly timeoutSeconds: number;
  /** Characters of its standard output that are kept; what comes after them is read and forgotten. */
  readonly most: number;
}

export type ProgramEnd =
  /** It did not start. */
  | { readonly ended: 'not-started'; readonly reason: string }
  | {
      readonly ended: 'by-itself' | 'stopped';
      /** null where a signal ended it. */
      readonly exitCode: number | null;
      readonly stdout: string;
      /** There was more of it than was kept. */
      readonly isCut: boolean;
      /** The last of what it said on standard error, without control characters. */
      readonly stderr: string;
      readonly seconds: number;
    };

export interface Programs {
  run(spec: ProgramSpec): Promise<ProgramEnd>;
}
