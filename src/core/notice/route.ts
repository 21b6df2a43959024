/** The communication matrix: to which channels an event goes. docs/notices.md has it as a table. */
import { agentIdOf, rosterOf } from '../documents/roster.ts';
import type { Agent, Config } from '../model.ts';
import type { WatchEvent } from '../watch/event.ts';
import { commonChannel, findChannel } from './channel.ts';
import type { Channel, Unreachable } from './channel.ts';

export interface Route {
  readonly to: readonly Channel[];
  /** Named, and not reached by notices. */
  readonly notTo: readonly { readonly name: string; readonly fault: Unreachable }[];
}

/** `named`: by the rule that tells of it; null: it names none. `concerned`: as `concernedBy` tells them. */
export function routeOf(event: WatchEvent, named: string | null, concerned: readonly string[], { config, agents }: { readonly config: Config; readonly agents: readonly Agent[] }): Route {
  const names = named === null ? [...new Set([...ownChannels(event, config), ...channelsOf(event, concerned, agents)])] : [named];
  const found = names.map((name) => ({ name, ...findChannel(name, config) }));
  const reached = found.flatMap((one) => ('channel' in one ? [one.channel] : []));
  const common = commonChannel(config);
  const to = reached.length === 0 && common !== null ? [common] : reached;
  return { to: unique(to), notTo: found.flatMap((one) => ('fault' in one ? [{ name: one.name, fault: one.fault }] : [])) };
}

/** Two names may mean one channel. */
const unique = (channels: readonly Channel[]): readonly Channel[] => [...new Map(channels.map((channel) => [channel.name, channel])).values()];

/** A sync point has its own; a blocker has that of its severity, and that of what is done `on blocker`. */
function ownChannels(event: WatchEvent, { severities, sync_points: points }: Config): readonly string[] {
  const given = (names: readonly (string | null | undefined)[]): readonly string[] => names.filter((name) => typeof name === 'string');
  switch (event.event) {
    case 'sync.due':
      return given([event.channel]);
    case 'blocker.raised':
    case 'blocker.overdue':
      return given([severities?.[event.severity]?.channel, ...(points ?? []).map(({ when, channel }) => (/^on blockers?$/.test(when) ? channel : null))]);
    default:
      return [];
  }
}

/** Of agents, what their entries in the team say. A sync point that has a channel needs no other. */
function channelsOf(event: WatchEvent, concerned: readonly string[], agents: readonly Agent[]): readonly string[] {
  if (event.event === 'sync.due' && event.channel !== null) return [];
  const roster = rosterOf(agents);
  const ids = new Set(concerned.map((name) => agentIdOf(roster, name)));
  return agents.flatMap(({ id, channel }) => (ids.has(id) && channel !== null ? [channel] : []));
}
