/** What is told a channel that coord.yaml does not define goes to the common one: whoever was meant does not hear of it. */
import type { Workspace } from '../documents/workspace.ts';
import type { Place } from '../model.ts';
import { findChannel } from '../notice/channel.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { agentEntries } from './agent-entries.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

interface Named {
  readonly name: string;
  readonly place: Place;
}

export function findUnknownChannels(workspace: Workspace): Problem[] {
  const { config, configBroken } = workspace;
  if (configBroken) return [];
  const channels = Object.keys(config.channels ?? {});
  const suggest = suggestFrom(() => channels);
  // Where there are none, what is named for people is where they talk; so is what is written as it is called there.
  const forPeople = channels.length === 0 ? [] : namedForPeople(workspace).filter(({ name }) => !name.startsWith('#'));
  return [...namedByRules(workspace), ...forPeople].filter(({ name }) => isUnknown(name, workspace)).map(({ name, place }) => problem('unknown-channel', place, { name, nearest: suggest(name) }));
}

function isUnknown(name: string, { config }: Workspace): boolean {
  const found = findChannel(name, config);
  return 'fault' in found && found.fault.why === 'unknown';
}

function namedByRules({ folder, config: { reactions } }: Workspace): readonly Named[] {
  return (reactions ?? []).flatMap(({ channel }, at) => named(channel, { file: `${folder}/coord.yaml`, pointer: ['reactions', at] }));
}

function namedForPeople(workspace: Workspace): readonly Named[] {
  const { folder, config } = workspace;
  const file = `${folder}/coord.yaml`;
  return [
    ...agentEntries(workspace).flatMap(({ fields, place }) => named(fields.channel, place)),
    ...Object.entries(config.severities ?? {}).flatMap(([severity, entry]) => named(entry.channel, { file, pointer: ['severities', severity] })),
    ...(config.sync_points ?? []).flatMap(({ channel }, at) => named(channel, { file, pointer: ['sync_points', at] })),
  ];
}

function named(name: string | null | undefined, entry: Place): readonly Named[] {
  return name ? [{ name, place: fieldOf(entry, 'channel') }] : [];
}
