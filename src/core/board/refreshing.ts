/**
 * When the board is read again: at once, but one reading at a time, and at most one a second for what was not asked for.
 *
 *   quiet --hint, time--> reading --read--> resting --second--> quiet
 *   resting --hint--> waiting --second--> reading     resting, waiting --asked--> reading
 */
export interface Refreshing {
  readonly isReading: boolean;
  /** A reading began in this second. */
  readonly isResting: boolean;
  /** Since the last reading began there was a reason for another. */
  readonly isWanted: boolean;
  /** Seconds since the last reading began. */
  readonly age: number;
}

/** `asked`: by whoever sits there. `second`: one is over. `read`: a reading is over. */
export type RefreshCall = 'hint' | 'asked' | 'second' | 'read';

export const QUIET: Refreshing = { isReading: false, isResting: false, isWanted: false, age: 0 };

/** `oldest`: at that age it is read again without any other reason. `begins`: a reading does. */
export function refresh(before: Refreshing, call: RefreshCall, oldest: number): { readonly next: Refreshing; readonly begins: boolean } {
  const isReading = before.isReading && call !== 'read';
  const isResting = before.isResting && call !== 'second' && call !== 'asked';
  const age = before.age + (call === 'second' ? 1 : 0);
  const isWanted = before.isWanted || call === 'hint' || call === 'asked' || age >= oldest;
  const begins = isWanted && !isReading && !isResting;
  return { next: begins ? { isReading: true, isResting: true, isWanted: false, age: 0 } : { isReading, isResting, isWanted, age }, begins };
}
