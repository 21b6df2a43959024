/** Who holds what, in full: `coord status --claims`. */
import type { ClaimedTask, SharedThrough } from '../../app/overview/status.ts';
import { columns } from '../text/columns.ts';
import { leaseWords } from './lease-words.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';

export function claimsText(held: readonly ClaimedTask[], shared: SharedThrough | null, screen: Screen): string {
  const rows = held.map((one) => rowOf(one, shared !== null, screen));
  const table = rows.length === 0 ? 'Nothing is held.' : columns(rows, [{ paint: paint(screen).bold }, {}, {}, { gives: true }, {}], screen.columns);
  return shared === null ? table : `${table}\n${sharedWords(shared, screen)}`;
}

function rowOf({ live: { id, claim, state, end } }: ClaimedTask, isShared: boolean, screen: Screen): string[] {
  if (claim === null || end === null) return [id, '', 'its claim cannot be read: coord doctor', '', ''];
  const time = leaseWords(end, screen.now);
  const next = state === 'expired' ? `coord release ${id} --abandoned` : isShared && claim.remote === null ? 'this machine alone' : '';
  return [id, claim.agent, time, claim.branch === null ? '' : `on ${claim.branch}`, next];
}

function sharedWords({ remote, synced }: SharedThrough, screen: Screen): string {
  return say`Shared through ${remote}, ${synced === null ? 'never synced' : `synced ${duration(screen.now.getTime() - Date.parse(synced))} ago`}: coord sync`;
}
