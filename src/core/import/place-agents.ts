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

/** Everybody who is known by now, in the workspace or of the draft. */
class Members {
  readonly taken = new Set<string>();
  readonly #members: Member[] = [];
  readonly #byWords = new Map<string, string>();

  join(member: Member): void {
    this.#members.push(member);
    this.taken.add(member.id);
    for (const words of member.names) if (!this.#byWords.has(words.join(' '))) this.#byWords.set(words.join(' '), member.id);
  }

  /** The id of whoever is meant; null: nobody is known by that name. */
  meant(name: string): string | null {
    const exact = this.#byWords.get(nameWords(name).join(' '));
    if (exact !== undefined) return exact;
    const at = meantBy(name, this.#members.map(({ names }) => names[names.length > 1 ? 1 : 0] ?? []));
    return at === null ? null : (this.#members[at]?.id ?? null);
  }
}

export function placeAgents(draft: Draft, standing: readonly Agent[]): Cast {
  const roster = rosterOf(standing);
  const members = new Members();
  const fresh = new Map<string, PlacedAgent & { readonly aliases: string[] }>();
  const known = new Map<string, string>();

  function idOf(name: string): string {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  }

  function find(name: string): string {
    if (resolveAgent(roster, name).kind !== 'unknown') return agentIdOf(roster, name);
    const meant = members.meant(name);
    if (meant === null) return outsiderOf(name) ?? name;
    const one = fresh.get(meant);
    if (one !== undefined && !isNamed(one, name)) one.aliases.push(name);
    return meant;
  }

  function add(agent: DraftAgent): void {
    const id = freeId(agent.name, members.taken);
    members.join({ id, names: [id, agent.name, ...agent.aliases].map(nameWords) });
    fresh.set(id, { id, draft: agent, aliases: [] });
  }

  for (const { id, name, aliases } of standing) members.join({ id, names: [id, name, ...aliases].map(nameWords) });
  for (const agent of draft.agents) if (resolveAgent(roster, agent.name).kind !== 'agent') add(agent);
  for (const { name, origin } of mentions(draft)) {
    if (known.has(name)) continue;
    if (resolveAgent(roster, name).kind === 'unknown' && members.meant(name) === null && outsiderOf(name) === null) add(draftAgent({ name, origin, sureness: 'likely' }));
    idOf(name);
  }
  return { fresh: [...fresh.values()], idOf };
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
    ...draft.settings.flatMap(({ agents, origin }) => of(origin, ...agents)),
    ...draft.risks.flatMap(({ owner, origin }) => of(origin, owner)),
  ];
}
