/** Finds an id for every agent of a draft, and whom each name in it means. */
import { agentIdOf, resolveAgent, rosterOf } from '../documents/roster.ts';
import { outsiderOf } from '../documents/outsider.ts';
import type { Agent } from '../model.ts';
import { draftAgent } from './draft.ts';
import type { Draft, DraftAgent } from './draft.ts';
import { meantBy, nameWords } from './same-name.ts';
import { asciiWords, slugOf } from './slug.ts';

export interface PlacedAgent {
  readonly id: string;
  readonly draft: DraftAgent;
  /** Names by which the draft means it, besides its own. */
  readonly aliases: readonly string[];
}

export interface Cast {
  /** Those that are not in the workspace yet. */
  readonly fresh: readonly PlacedAgent[];
  /** Whom a name means: an id, or a role or person as written. */
  readonly idOf: (name: string) => string;
}

interface Member {
  readonly id: string;
  readonly names: readonly (readonly string[])[];
}

export function placeAgents(draft: Draft, standing: readonly Agent[]): Cast {
  const roster = rosterOf(standing);
  const members: Member[] = standing.map(({ id, name, aliases }) => ({ id, names: [id, name, ...aliases].map(nameWords) }));
  const fresh: { id: string; draft: DraftAgent; aliases: string[] }[] = [];
  const known = new Map<string, string>();

  function idOf(name: string): string {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  }

  function find(name: string): string {
    const resolved = resolveAgent(roster, name);
    if (resolved.kind !== 'unknown') return agentIdOf(roster, name);
    const meant = whom(name);
    if (meant === null) return outsiderOf(name) ?? name;
    const one = fresh.find(({ id }) => id === meant);
    if (one !== undefined && !isNamed(one, name)) one.aliases.push(name);
    return meant;
  }

  function whom(name: string): string | null {
    const flat = members.flatMap(({ id, names }) => names.map((words) => ({ id, words })));
    const exact = flat.find(({ words }) => words.join(' ') === nameWords(name).join(' '));
    if (exact !== undefined) return exact.id;
    const at = meantBy(name, members.map(({ names }) => names[names.length > 1 ? 1 : 0] ?? []));
    return at === null ? null : (members[at]?.id ?? null);
  }

  function add(agent: DraftAgent): void {
    const id = freeId(agent.name, new Set(members.map((member) => member.id)));
    members.push({ id, names: [id, agent.name, ...agent.aliases].map(nameWords) });
    fresh.push({ id, draft: agent, aliases: [] });
  }

  for (const agent of draft.agents) {
    const there = resolveAgent(roster, agent.name);
    if (there.kind !== 'agent') add(agent);
  }
  for (const { name, origin } of mentions(draft)) {
    const resolved = resolveAgent(roster, name);
    if (resolved.kind === 'unknown' && whom(name) === null && outsiderOf(name) === null) add(draftAgent({ name, origin, sureness: 'likely' }));
    idOf(name);
  }
  return { fresh, idOf };
}

/** `Agent 1` keeps its first word, for a number names nobody; `Backend Agent` and `@agent-backend` are `backend`. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const words = asciiWords(name).replace(/-(?:agent|team)$/, '').replace(/^agent-(?=[a-z0-9]{3,})/, '');
  const id = words === '' ? slugOf(name, 'agent') : slugOf(/[^\p{ASCII}]/u.test(name) ? name : words, 'agent');
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(wanted)) return wanted;
  }
}

function isNamed({ draft, id }: PlacedAgent, name: string): boolean {
  const key = nameWords(name).join(' ');
  return [id, draft.name, ...draft.aliases].some((one) => nameWords(one).join(' ') === key);
}

/** Everybody that something is said to be for or of. */
function mentions(draft: Draft): readonly Pick<DraftAgent, 'name' | 'origin'>[] {
  const of = (origin: DraftAgent['origin'], ...names: readonly (string | null)[]) => names.flatMap((name) => (name === null || name.trim() === '' ? [] : [{ name, origin }]));
  return [
    ...draft.tasks.flatMap(({ agent, origin }) => of(origin, agent)),
    ...draft.groups.flatMap(({ agent, origin }) => of(origin, agent)),
    ...draft.needs.flatMap(({ agent, from, origin }) => of(origin, agent, from)),
    ...draft.areas.flatMap(({ owner, reviewers, decisionMaker, origin }) => of(origin, owner, ...reviewers, decisionMaker)),
    ...draft.risks.flatMap(({ owner, origin }) => of(origin, owner)),
  ];
}
