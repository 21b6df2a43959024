/** Until when somebody has to have answered a blocker, by its severity. */
import { instantOf } from '../dates.ts';
import { answerMinutes, settingsOf } from '../documents/settings.ts';
import type { Blocker, Config } from '../model.ts';

/** In milliseconds since 1970; null where it was answered, or no time is set, or nobody knows since when. */
export function answerDue({ severity, raised, acknowledged, approval, resolved }: Blocker, config: Config): number | null {
  if (raised === null || acknowledged !== null || approval !== null || resolved !== null) return null;
  const since = instantOf(raised, settingsOf(config).timeZone);
  const minutes = answerMinutes(config, severity);
  return since === null || minutes === null ? null : since + minutes * 60_000;
}
