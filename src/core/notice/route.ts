/** The communication matrix: to which channels an event goes. docs/notices.md has it as a table. */
import { agentIdOf, rosterOf } from '../documents/roster.ts';
import type { Agent, Config } from '../model.ts';
import type { WatchEvent } from '../watch/event.ts';
import { followedEvent } from '../watch/followed-event.ts';
import { commonChannel, findChannel } from './channel.ts';
import type { Channel, Unreachable } from './channel.ts';

export interface Route {
  readonly to: readonly Channel[];
  /** Named, and not reached by notices. */
  readonly notTo: readonly { readonly name: string; readonly fault: Unreachable }[];
}

interface Known {
  readonly config: Config;
  readonly agents: readonly Agent[];
}

/** `named`: by the rule that tells of it; null: it names none. `concerned`: as `concernedBy` tells them. */
export function routeOf(event: WatchEvent, named: string | null, concerned: readonly string[], known: Known): Route {
  const { config } = known;
  const names = named === null ? [...new Set([...ownChannels(event, config), ...channelsOf(event, concerned, known)])] : [named];
  const found = names.map((name) => ({ name, ...findChannel(name, config) }));
  const reached = found.flatMap((one) => ('channel' in one ? [one.channel] : []));
  const common = commonChannel(config);
  const to = reached.length === 0 && common !== null ? [common] : reached;
  return { to: unique(to), notTo: found.flatMap((one) => ('fault' in one ? [{ name: one.name, fault: one.fault }] : [])) };
}

/** Two names may mean one channel. */
const unique = (channels: readonly Channel[]): readonly Channel[] => [...new Map(channels.map((channel) => [channel.name, channel])).values()];

/** A sync point has its own; a blocker has that of its severity. */
function ownChannels(event: WatchEvent, config: Config): readonly string[] {
  const severity = 'severity' in event ? config.severities?.[event.severity]?.channel : null;
  const own = event.event === 'sync.due' ? event.channel : null;
  return [own, severity, ...pointsOf(event, config).map(({ channel }) => channel)].filter((name) => typeof name === 'string');
}

/** Sync points that follow it: `on blocker` means also that one is overdue. */
function pointsOf({ event }: WatchEvent, { sync_points: points }: Config): NonNullable<Config['sync_points']> {
  const names: readonly string[] = event === 'blocker.overdue' ? [event, 'blocker.raised'] : [event];
  return (points ?? []).filter(({ when }) => names.includes(followedEvent(when) ?? ''));
}

/** Of agents, what their entries in the team say. A sync point that has a channel needs no other. */
function channelsOf(event: WatchEvent, concerned: readonly string[], { config, agents }: Known): readonly string[] {
  if (event.event === 'sync.due' && event.channel !== null) return [];
  const called = pointsOf(event, config).flatMap(({ channel, agents: names }) => (channel ? [] : (names ?? [])));
  const roster = rosterOf(agents);
  const ids = new Set([...concerned, ...called].map((name) => agentIdOf(roster, name)));
  return agents.flatMap(({ id, channel }) => (ids.has(id) && channel !== null ? [channel] : []));
}
