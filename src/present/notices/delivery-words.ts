/** Why a notice did not arrive, and what to do about it. */
import type { DeliveryFailure } from '../../core/notice/delivery.ts';
import { say } from '../text/plain.ts';
import { unstopped } from '../text/words.ts';

interface DeliveryWords {
  readonly message: string;
  readonly next: string;
}

export function deliveryWords(channel: string, failure: DeliveryFailure): DeliveryWords {
  const { reason, next } = reasonOf(failure);
  return { message: say`The notice did not reach ${channel}: ${unstopped(reason)}.`, next };
}

interface Reason {
  readonly reason: string;
  readonly next: string;
}

function reasonOf(failure: DeliveryFailure): Reason {
  switch (failure.why) {
    case 'not-set':
      return { reason: `the variable ${failure.variable} is not set`, next: say`Set it where coord runs: export ${failure.variable}=...` };
    case 'no-address':
      return { reason: `what ${failure.variable} holds is no address`, next: 'It has to begin with https:// or http://' };
    case 'refused':
      return { reason: `it was refused with ${failure.status}${failure.said === '' ? '' : ` (${failure.said})`}`, next: failure.status === 404 || failure.status === 410 ? 'The address is no longer valid: get a new one from the service.' : 'See whether the address and the key are those of the service.' };
    case 'redirected':
      return { reason: `the service sent it elsewhere (${failure.status}), and a notice is not sent on`, next: 'Set the variable to the address where it ends.' };
    case 'busy':
      return { reason: `the service is busy (${failure.status})`, next: 'Try again later.' };
    case 'unreachable':
      return { reason: `the service cannot be reached${failure.code === null ? '' : ` (${CODES[failure.code] ?? failure.code})`}`, next: 'See whether the address is right and this machine may go there.' };
    case 'silent':
      return { reason: `there was no answer within ${failure.seconds} s`, next: 'Try again later.' };
    case 'not-started':
      return { reason: failure.reason, next: 'Correct run of the channel in coord.yaml.' };
    case 'ended-badly':
      return { reason: `its command ended with ${failure.exitCode === null ? 'a signal' : `exit code ${failure.exitCode}`}${failure.said === '' ? '' : ` (${failure.said})`}`, next: 'Run it by hand with a notice on its standard input.' };
    case 'no-summary':
      return { reason: 'there is no page of a job here', next: 'Channels of kind summary work in GitHub Actions.' };
  }
}

const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke off',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up',
  ETIMEDOUT: 'there is no answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
};
