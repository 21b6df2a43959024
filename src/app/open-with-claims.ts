/** The workspace with all claims as they stand now, read at the same time. */
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { liveClaims } from './claims/live-claims.ts';
import type { LiveClaims } from './claims/live-claims.ts';
import type { Ports } from './ports.ts';
import { shareClaims } from './claims/share-claims.ts';
import type { View } from './view.ts';

export interface OpenedWithClaims {
  readonly view: View;
  readonly claims: LiveClaims;
}

export async function openWithClaims(ports: Ports): Promise<Result<OpenedWithClaims>> {
  const [listed, opened] = await Promise.all([ports.claims.list(), ports.store.open()]);
  if (!opened.ok) return opened;
  const view = opened.value;
  return done({ view, claims: await liveClaims(shareClaims(ports, view), listed) });
}
