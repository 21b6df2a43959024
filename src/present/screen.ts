/** What is known of the place an answer is shown. */
export interface Screen {
  /** Infinity where nothing limits a line. */
  readonly columns: number;
  /** A person's terminal: colour, fitted widths, local times. Otherwise plain and stable. */
  readonly terminal: boolean;
  readonly colour: boolean;
  /** Whom the caller named with `--as`. */
  readonly as: string | null;
  readonly now: Date;
  /** null: the machine's own. */
  readonly timeZone: string | null;
}
