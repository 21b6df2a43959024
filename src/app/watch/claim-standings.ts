import { SKEW_MINUTES } from '../../core/schedule/claim-state.ts';
import type { ClaimStanding, Standing } from '../../core/watch/standing.ts';
import { liveClaims } from '../claims/live-claims.ts';
import type { LiveClaim } from '../claims/live-claims.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { View } from '../view.ts';

export async function claimStandings(ports: Ports, view: View): Promise<Standing['claims']> {
  const claims = await liveClaims(shareClaims(ports, view));
  return Object.fromEntries([...claims].flatMap(([key, claim]) => {
    const standing = standingOf(claim);
    return standing === null ? [] : [[key, standing] as const];
  }));
}

/** null: nobody can tell what it says. */
function standingOf({ id, claim, end }: LiveClaim): ClaimStanding | null {
  if (claim === null) return null;
  const { agent, token, state, since } = claim;
  return { id, agent, token, state, since: Date.parse(since), expires: end === null ? 0 : end.getTime() + SKEW_MINUTES * 60_000 };
}
