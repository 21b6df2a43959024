/** The channels of coord.yaml, as notices reach them. */
import type { Config } from '../model.ts';

export type Channel =
  | { readonly kind: 'terminal' | 'summary'; readonly name: string }
  /** `env`: names of the variables that the program may see. */
  | { readonly kind: 'command'; readonly name: string; readonly run: readonly string[]; readonly env: readonly string[] }
  /** `url` and `secret` name variables. Without a secret nothing is signed. */
  | { readonly kind: 'webhook'; readonly name: string; readonly url: string; readonly secret: string | null }
  | { readonly kind: 'slack'; readonly name: string; readonly url: string };

/** Why no notice reaches it. `unfinished`: of its kind, this field is missing. */
export type Unreachable = { readonly why: 'unknown' | 'people-only' } | { readonly why: 'unfinished'; readonly field: 'run' | 'url_env' };

export type Found = { readonly channel: Channel } | { readonly fault: Unreachable };

/** By its name; an agent may also name it as it is called there, such as `#team-ml`. */
export function findChannel(name: string, { channels }: Pick<Config, 'channels'>): Found {
  const entries = Object.entries(channels ?? {});
  const [key, entry] = entries.find(([one]) => one === name) ?? entries.find(([, { where }]) => where === name) ?? [];
  if (key === undefined || entry === undefined) return { fault: { why: 'unknown' } };
  const { kind, run, url_env: url, secret_env: secret } = entry;
  switch (kind ?? null) {
    case null:
      return { fault: { why: 'people-only' } };
    case 'command':
      return run ? { channel: { kind: 'command', name: key, run, env: [url, secret].filter((one) => one !== null && one !== undefined) } } : { fault: { why: 'unfinished', field: 'run' } };
    case 'webhook':
      return url ? { channel: { kind: 'webhook', name: key, url, secret: secret ?? null } } : { fault: { why: 'unfinished', field: 'url_env' } };
    case 'slack':
      return url ? { channel: { kind: 'slack', name: key, url } } : { fault: { why: 'unfinished', field: 'url_env' } };
    case 'terminal':
    case 'summary':
      return { channel: { kind: kind === 'summary' ? 'summary' : 'terminal', name: key } };
  }
}

/** Where goes what is nobody's in particular: `coordination`, else the first that notices reach. */
export function commonChannel(config: Pick<Config, 'channels'>): Channel | null {
  for (const name of ['coordination', ...Object.keys(config.channels ?? {})]) {
    const found = findChannel(name, config);
    if ('channel' in found) return found.channel;
  }
  return null;
}
