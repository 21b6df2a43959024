/** A claim is what makes a task in progress, whatever its file says. */
import type { Status } from '../model.ts';
import type { ClaimState } from './claim-state.ts';

export function claimedStatus({ status, claim }: { readonly status: Status; readonly claim: { readonly state: ClaimState | 'unreadable' } | null }): Status {
  return claim?.state === 'held' ? 'in_progress' : status;
}
