/** Who owns which paths: by `owns` of the team's members, and by the areas of ownership. */
import { resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Agent, Config } from '../model.ts';
import { matches, overlaps } from './overlap.ts';

export interface OwnedGlob {
  readonly glob: string;
  /** A member's id, or the name as it stands where no member is called so. */
  readonly owner: string;
}

/** Roles such as "Relevant feature owner" name nobody, so they own nothing. */
export function ownedGlobs({ ownership }: Config, agents: readonly Agent[]): OwnedGlob[] {
  const roster = rosterOf(agents);
  const areas = Object.values(ownership ?? {}).flatMap(({ owner, paths }) => {
    const resolved = owner ? resolveAgent(roster, owner) : null;
    if (!owner || resolved === null || resolved.kind === 'role') return [];
    return (paths ?? []).map((glob) => ({ glob, owner: resolved.kind === 'agent' ? resolved.id : owner }));
  });
  return [...agents.flatMap(({ id, owns }) => owns.map((glob) => ({ glob, owner: id }))), ...areas];
}

/** All who own the path, each once. */
export function ownersOf(owned: readonly OwnedGlob[], path: string): string[] {
  return [...new Set(owned.filter(({ glob }) => matches(glob, path)).map(({ owner }) => owner))];
}

/** All who may own a path that lies in each of these globs. */
export function ownersWithin(owned: readonly OwnedGlob[], globs: readonly string[]): string[] {
  return [...new Set(owned.filter(({ glob }) => globs.every((other) => overlaps([glob], [other]))).map(({ owner }) => owner))];
}
