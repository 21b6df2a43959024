/**
 * Two dispatchers in two clones may look at the same moment, see nobody at the same files, and both claim. So each looks again
 * when its claim is where the other sees it: whoever claimed last sees both claims, whatever the order. With the lower nonce
 * one waits for the other to give way, with the higher one it does. Who does not give way did not see it, and has begun.
 */
import { overlaps } from '../../core/policy/overlap.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { isTaken, liveClaims } from '../claims/live-claims.ts';
import type { LiveClaim } from '../claims/live-claims.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { SharedPorts } from '../claims/shared-claims.ts';
import type { View } from '../view.ts';

/** A quarter of a minute: longer than the other needs to look and to give back. */
const LOOKS = 15;
const PAUSE_MILLISECONDS = 1000;

/** The task on the same files that it has to leave the way to; null: none. */
export async function givesWayTo(ports: Ports, view: View, id: string, { nonce }: Pick<ClaimRecord, 'nonce'>): Promise<Result<string | null>> {
  const shared = shareClaims(ports, view);
  const files = view.task(id)?.files ?? [];
  if (shared.claims.remote === null || files.length === 0) return done(null);
  for (let looks = 1; ; looks++) {
    const asked = await shared.claims.refresh(null);
    if (!asked.ok) return asked;
    const near = await claimsNear(shared, view, id, files);
    const [first] = near;
    if (first === undefined) return done(null);
    if (looks === LOOKS || near.some(({ claim }) => (claim?.nonce ?? '') < nonce)) return done(first.id);
    await ports.dispatching.pause(PAUSE_MILLISECONDS);
  }
}

async function claimsNear(ports: SharedPorts, view: View, id: string, files: readonly string[]): Promise<readonly LiveClaim[]> {
  const others = [...(await liveClaims(ports)).values()].filter((live) => isTaken(live) && live.id.toLowerCase() !== id.toLowerCase());
  return others.filter((live) => overlaps(files, view.task(live.id)?.files ?? []));
}
