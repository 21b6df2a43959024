/** coord.yaml: settings, team, ownership. */
import { isTimeZone } from '../dates.ts';
import type { Config } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { validateCoord } from '../schemas/validators.js';
import { faultOfAgentId } from './agent-id.ts';
import { conform } from './conform.ts';
import { checkDates, checkPaths } from './field-checks.ts';
import { CONFIG_NAMES, renameOld } from './old-names.ts';
import { placeIn } from './source-text.ts';

export const PROTOCOL = 1;

export interface ConfigReading {
  readonly config: Config | null;
  readonly problems: readonly Problem[];
}

export function readConfig(value: unknown, file: string): ConfigReading {
  const renamed = renameOld(value ?? {}, CONFIG_NAMES);
  const place = placeIn({ file, original: renamed.original });
  const old = renamed.found.map(({ pointer, name }) => problem('old-name', { file, pointer, at: 'key' }, { field: String(pointer.at(-1)), name }));
  const { value: conformed, problems } = conform<Config>(validateCoord, renamed.value, place);
  if (conformed === null) return { config: null, problems: [...old, ...problems] };
  const { config, misnamed } = withoutMisnamed(conformed, place);
  if (config.protocol !== undefined && config.protocol > PROTOCOL) {
    return { config: null, problems: [problem('unsupported-protocol', place(['protocol']), { found: String(config.protocol), supported: PROTOCOL })] };
  }
  return { config, problems: [...old, ...problems, ...misnamed, ...fieldProblems(config, place)] };
}

/** Members that git can make no branch for are left out; the others are the team. */
function withoutMisnamed(config: Config, place: ReturnType<typeof placeIn>): { readonly config: Config; readonly misnamed: readonly Problem[] } {
  const faults = Object.keys(config.team ?? {}).flatMap((id) => {
    const reason = faultOfAgentId(id);
    return reason === null ? [] : [{ id, reason }];
  });
  if (faults.length === 0) return { config, misnamed: [] };
  const isMisnamed = new Set(faults.map(({ id }) => id));
  const team = Object.fromEntries(Object.entries(config.team ?? {}).filter(([id]) => !isMisnamed.has(id)));
  return { config: { ...config, team }, misnamed: faults.map((facts) => problem('invalid-agent-id', place(['team', facts.id], 'key'), facts)) };
}

function fieldProblems(config: Config, place: ReturnType<typeof placeIn>): Problem[] {
  const globs = [
    ...Object.entries(config.team ?? {}).map(([id, member]) => ({ globs: member.owns ?? [], at: ['team', id, 'owns'] })),
    ...Object.entries(config.ownership ?? {}).map(([id, area]) => ({ globs: area.paths ?? [], at: ['ownership', id, 'paths'] })),
  ];
  const zone = config.timezone;
  return [
    ...(config.phases ?? []).flatMap((phase, index) => checkDates(phase, ['start'], place, ['phases', index])),
    ...globs.flatMap(({ globs: paths, at }) => checkPaths(paths, at.join('.'), (index) => place([...at, index]))),
    ...(typeof zone === 'string' && !isTimeZone(zone) ? [problem('schema-violation', place(['timezone']), { field: 'timezone', expected: 'an IANA time zone such as Europe/Berlin', got: `"${zone}"` })] : []),
  ];
}
