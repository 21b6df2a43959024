/** No more than so many requests a minute, whoever makes them. */

const MINUTE = 60_000;

export interface Admission {
  /** Milliseconds until it may be asked again; 0: it is admitted. */
  readonly wait: number;
  /** When requests were admitted, this one included, as far as it matters from now on. */
  readonly times: readonly number[];
}

/** `times`: milliseconds since 1970, oldest first. What lies ahead was written by a clock that has been set back since. */
export function admission(times: readonly number[], now: number, perMinute: number): Admission {
  const most = Math.max(1, Math.floor(perMinute));
  const span = perMinute < 1 ? MINUTE / perMinute : MINUTE;
  const recent = times.filter((time) => time <= now && time > now - span);
  if (recent.length < most) return { wait: 0, times: [...recent, now] };
  return { wait: (recent.at(-most) ?? now) + span - now, times: recent };
}
