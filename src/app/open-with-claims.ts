/** The workspace with all claims as they stand now, read at the same time. */
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { liveClaims } from './live-claims.ts';
import type { LiveClaims } from './live-claims.ts';
import type { Ports } from './ports.ts';
import { shareClaims } from './share-claims.ts';
import type { SharedPorts } from './shared-claims.ts';
import type { View } from './view.ts';

export interface OpenedWithClaims {
  readonly view: View;
  readonly claims: LiveClaims;
  readonly ports: SharedPorts;
}

/** `open`: what to open it with, the store unless told otherwise. */
export async function openWithClaims(ports: Ports, open: (ports: Ports) => Promise<Result<View>> = ({ store }) => store.open()): Promise<Result<OpenedWithClaims>> {
  const [listed, opened] = await Promise.all([ports.claims.list(), open(ports)]);
  if (!opened.ok) return opened;
  const view = opened.value;
  const shared = shareClaims(ports, view);
  const alreadyListed = shareClaims({ ...ports, claims: { ...ports.claims, list: () => Promise.resolve(listed) } }, view);
  return done({ view, claims: await liveClaims(alreadyListed), ports: shared });
}
