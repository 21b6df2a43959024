/** Members of the team: `team.<id>` entries, each extended by agents/<id>.md where there is one. */
import type { Agent, Config, Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { AgentDocument, TeamMember } from '../schemas/types.ts';
import { validateAgent } from '../schemas/validators.js';
import { conform } from './conform.ts';
import { checkPaths } from './field-checks.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';

export interface AgentBrief {
  readonly id: string;
  readonly fields: AgentDocument;
  readonly brief: string;
  readonly place: Place;
}

export function readAgentBrief(value: unknown, body: string, source: Source): { brief: AgentBrief | null; problems: readonly Problem[] } {
  const place = placeIn(source);
  const id = source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.md$/, '');
  if (value === null) {
    const facts = { field: '', expected: 'front matter between two lines ---', got: 'none' };
    return { brief: null, problems: [problem('schema-violation', { file: source.file, offset: 0, length: 1 }, facts)] };
  }
  const conformed = conform<AgentDocument>(validateAgent, value, place);
  if (conformed.value === null) return { brief: null, problems: conformed.problems };
  const paths = checkPaths(conformed.value.owns ?? [], 'owns', (index) => place(['owns', index]));
  return { brief: { id, fields: conformed.value, brief: body.trim(), place: { file: source.file, pointer: [] } }, problems: [...conformed.problems, ...paths] };
}

/** Entries in the order of coord.yaml, then agents that only have a file. */
export function teamOf(config: Config, configFile: string, briefs: readonly AgentBrief[]): Agent[] {
  const files = new Map(briefs.map((brief) => [brief.id, brief]));
  const entries = Object.entries(config.team ?? {});
  const known = new Set(entries.map(([id]) => id));
  const listed = entries.map(([id, member]) => {
    const brief = files.get(id);
    // Where both give a field the team entry counts; the difference is told by `agent-contradicts`.
    const merged = { ...brief?.fields, ...withoutNulls(member ?? {}) } as TeamMember;
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
