import { heldTask } from './held-task.ts';
import type { Ports } from '../ports.ts';
import { renewIfShort } from './renew.ts';
import { shareClaims } from './share-claims.ts';
import type { View } from '../view.ts';

/** Renews the claim on a task that whoever acts holds here, if little of it is left. False: it is not held here, and that is fine. */
export async function keepClaim(ports: Ports, view: View, id: string, as: string | null): Promise<boolean> {
  const shared = shareClaims(ports, view);
  const held = await heldTask(shared, view, { id, as, verb: '' });
  return held.ok && (await renewIfShort(shared, held.value)).ok;
}
