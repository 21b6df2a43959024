/** Claims as verbs see them: on this machine alone, or through the remote that coord.yaml names for them. */
import { settingsOf } from '../../core/documents/settings.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Claims, Ports } from '../ports.ts';
import { tasksDoneAt } from './done-there.ts';
import { remoteClaims } from './remote-claims.ts';
import type { SharedClaims, SharedPorts } from './shared-claims.ts';
import type { View } from '../view.ts';

export function shareClaims(ports: Ports, view: View): SharedPorts {
  const { config } = view.survey;
  const { claims: sharing } = settingsOf(config);
  if (sharing === 'local') return { ...ports, claims: onThisMachine(ports.claims) };
  const doneAt = (branch: string, ids: readonly string[]): Promise<ReadonlySet<string>> => tasksDoneAt(ports, branch, ids.flatMap((id) => view.task(id) ?? []));
  return { ...ports, claims: remoteClaims(ports, { remote: sharing, main: config.main ?? null, doneAt }) };
}

function onThisMachine(claims: Claims): SharedClaims {
  return { ...claims, remote: null, refresh: () => Promise.resolve(done({ restored: [] })), own: () => claims.list(), join: (local) => Promise.resolve(local), notShared: () => null };
}
