/** The other places a problem speaks of, so that they can be shown beside its own. */
import type { Place } from '../model.ts';
import type { Problem } from '../problem/problem.ts';

export interface RelatedPlace {
  readonly role: 'first' | 'hop';
  /** For a hop: the id that stands there, and the one it waits for. */
  readonly ids: readonly string[];
  readonly place: Place;
}

export function relatedPlaces(found: Problem): readonly RelatedPlace[] {
  switch (found.code) {
    case 'duplicate-id':
      return [{ role: 'first', ids: [found.facts.id], place: found.facts.first }];
    case 'dependency-cycle': {
      const { hops, places } = found.facts;
      return places.map((place, index) => ({ role: 'hop', ids: hops.slice(index, index + 2), place }));
    }
    default:
      return [];
  }
}
