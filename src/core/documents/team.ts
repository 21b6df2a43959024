/** Members of the team: `team.<id>` entries, each extended by agents/<id>.md where there is one. */
import type { Agent, Config, Place } from '../model.ts';
import type { TeamMember } from '../schemas/types.ts';
import type { AgentBrief } from './read-agents.ts';

/** Entries in the order of coord.yaml, then agents that only have a file. */
export function teamOf(config: Config, configFile: string, briefs: readonly AgentBrief[]): Agent[] {
  const files = new Map(briefs.map((brief) => [brief.id, brief]));
  const entries = Object.entries(config.team ?? {});
  const known = new Set(entries.map(([id]) => id));
  const listed = entries.map(([id, member]) => {
    const brief = files.get(id);
    // Where both give a field the team entry counts; the difference is told by `agent-contradicts`.
    const merged: TeamMember = { ...brief?.fields, ...withoutNulls(member) };
    return toAgent(id, merged, { file: configFile, pointer: ['team', id], at: 'key' }, brief?.brief ?? null);
  });
  const alone = briefs.filter((brief) => !known.has(brief.id)).map((brief) => toAgent(brief.id, brief.fields, brief.place, brief.brief));
  return [...listed, ...alone];
}

function toAgent(id: string, member: TeamMember, place: Place, brief: string | null): Agent {
  const { name, aliases, role, focus, owns, branch, needs, channel, lead, ...rest } = member;
  return {
    id,
    name: name ?? id,
    aliases: aliases ?? [],
    role: role ?? null,
    focus: focus ?? null,
    owns: owns ?? [],
    branch: branch ?? null,
    needs: (needs ?? []).map(({ from, label }) => ({ from, label: label ?? null })),
    channel: channel ?? null,
    lead: lead ?? null,
    more: { ...withoutNulls(rest), ...(brief ? { brief } : {}) },
    place,
  };
}

function withoutNulls(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
