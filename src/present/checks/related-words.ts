/** What stands at another place that a problem speaks of. */
import type { RelatedPlace } from '../../core/policy/related-places.ts';
import { say } from '../text/plain.ts';

export function relatedWords({ role, ids }: RelatedPlace): string {
  return role === 'first' ? 'first here' : say`${ids[0] ?? ''} waits for ${ids[1] ?? ''}`;
}
