/** Gives a claim back. The ref stays, so that the token never falls. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { heldTask } from './held-task.ts';
import type { HeldRequest } from './held-task.ts';
import { changeClaim } from './renew.ts';
import { openToWrite } from '../open-to-write.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';
import type { NotShared } from './shared-claims.ts';

export interface ReleaseAnswer {
  readonly id: string;
  /** Why only this machine knows that it is free; null: all who should know of it do. */
  readonly notShared: NotShared | null;
}

export async function release(given: Ports, request: Omit<HeldRequest, 'verb'>): Promise<Result<ReleaseAnswer>> {
  const opened = await openToWrite(given);
  if (!opened.ok) return opened;
  const ports = shareClaims(given, opened.value);
  const held = await heldTask(ports, opened.value, { ...request, verb: 'release' });
  if (!held.ok) return held;
  const { id } = held.value.holding;
  const changed = await changeClaim(ports, held.value, { ...held.value.claim, state: 'released' });
  if (!changed.ok) return changed;
  await ports.claims.drop(id);
  return done({ id, notShared: ports.claims.notShared() });
}
