/** Every text that describes an agent: its entry in coord.yaml, and its file where it has one. */
import type { Workspace } from '../documents/workspace.ts';
import type { Place } from '../model.ts';
import type { TeamMember } from '../schemas/types.ts';

export interface AgentEntry {
  readonly fields: TeamMember;
  readonly place: Place;
}

export function agentEntries({ folder, config, briefs }: Pick<Workspace, 'folder' | 'config' | 'briefs'>): readonly AgentEntry[] {
  const listed = Object.entries(config.team ?? {}).map(([id, fields]) => ({ fields, place: { file: `${folder}/coord.yaml`, pointer: ['team', id] } }));
  return [...listed, ...briefs];
}
