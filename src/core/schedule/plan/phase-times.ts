/** When phases are meant to begin and end. One that begins at a time of day is a slot. */
import { instantOf } from '../../dates.ts';
import { dayStart } from '../../days.ts';
import { settingsOf } from '../../documents/settings.ts';
import { minutesOf } from '../../duration.ts';
import type { Config } from '../../model.ts';

export interface PhaseTime {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Minutes on the clock, of a slot; null for other phases. */
  readonly slot: number | null;
  readonly isSequential: boolean;
  /** Ids of tasks of earlier phases that go on in this one. */
  readonly continues: readonly string[];
}

/** By id; of two phases of one id the first. */
export function phaseTimes(config: Config): ReadonlyMap<string, PhaseTime> {
  const { timeZone } = settingsOf(config);
  const times = new Map<string, PhaseTime>();
  for (const { id, start, length, mode, continues } of config.phases ?? []) {
    const midnight = start ? dayStart(start.trim(), timeZone) : null;
    const begins = start ? (midnight ?? instantOf(start, timeZone)) : null;
    const minutes = length === null || length === undefined ? null : minutesOf(length, 'd');
    const end = begins === null || minutes === null ? null : begins + minutes * 60_000;
    const slot = begins !== null && midnight === null ? minutes : null;
    if (!times.has(id)) times.set(id, { id, start: begins, end, slot, isSequential: mode === 'sequential', continues: continues ?? [] });
  }
  return times;
}
