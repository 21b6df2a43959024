/** What coord.yaml says, with the defaults filled in. */
import { minutesOf } from '../duration.ts';
import type { Config, Severity } from '../model.ts';

export const DEFAULT_LEASE_MINUTES = 120;

export interface Settings {
  readonly timeZone: string;
  readonly commits: boolean;
  /** `local`, or the name of the remote that shares claims. */
  readonly claims: string;
  /** Whose branches are looked at besides our own. */
  readonly remote: string;
  /** Branch in which agents' branches come together before they reach the default branch. */
  readonly integration: string | null;
  readonly leaseMinutes: number;
}

export function settingsOf(config: Config): Settings {
  return {
    timeZone: config.timezone ?? 'UTC',
    commits: config.commit ?? false,
    claims: config.claims ?? 'local',
    remote: config.claims && config.claims !== 'local' ? config.claims : 'origin',
    integration: config.integration || null,
    leaseMinutes: minutesOf(config.limits?.lease ?? DEFAULT_LEASE_MINUTES) ?? DEFAULT_LEASE_MINUTES,
  };
}

const RESPONSE_MINUTES: Readonly<Record<Severity, number | null>> = { P0: 15, P1: 60, P2: 240, P3: null };

/** How soon somebody has to have answered a blocker of this severity; null where no number of minutes says it ("Next business day"). */
export function answerMinutes(config: Config, severity: Severity): number | null {
  const level = config.severities?.[severity];
  const length = level?.acknowledge ?? level?.respond ?? null;
  return length === null ? RESPONSE_MINUTES[severity] : minutesOf(length);
}
