/** Gives a claim back. The ref stays, so that the token never falls. */
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { heldTask } from './held-task.ts';
import type { HeldRequest } from './held-task.ts';
import { changeClaim } from './renew.ts';
import { openToWrite } from './open-to-write.ts';
import type { Ports } from './ports.ts';

/** Answers the task's id. */
export async function release(ports: Ports, request: Omit<HeldRequest, 'verb'>): Promise<Result<string>> {
  const opened = await openToWrite(ports);
  if (!opened.ok) return opened;
  const held = await heldTask(ports, opened.value, { ...request, verb: 'release' });
  if (!held.ok) return held;
  const { id } = held.value.holding;
  const changed = await changeClaim(ports, held.value, { ...held.value.claim, state: 'released' });
  if (!changed.ok) return changed;
  await ports.claims.drop(id);
  return done(id);
}
