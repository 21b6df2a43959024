/** Claims as verbs see them: on this machine alone, or through the remote that coord.yaml names for them. */
import { settingsOf } from '../core/documents/settings.ts';
import { done } from '../core/problem/refusal.ts';
import type { Claims, Ports } from './ports.ts';
import { remoteClaims } from './remote-claims.ts';
import type { SharedClaims, SharedPorts } from './shared-claims.ts';
import type { View } from './view.ts';

export function shareClaims(ports: Ports, { survey }: Pick<View, 'survey'>): SharedPorts {
  const { claims: sharing } = settingsOf(survey.config);
  return { ...ports, claims: sharing === 'local' ? onThisMachine(ports.claims) : remoteClaims(ports, sharing, survey.config.main ?? null) };
}

function onThisMachine(claims: Claims): SharedClaims {
  return { ...claims, remote: null, refresh: () => Promise.resolve(done(undefined)), join: (local) => Promise.resolve(local), notShared: () => null };
}
