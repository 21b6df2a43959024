/** What may be wrong with shared claims, and what to do about it. A new code does not compile until it is described here. */
import type { ClaimWarning } from '../../core/schedule/claim-warning.ts';
import { say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { listed, unstopped } from '../text/words.ts';

export interface WarningWords {
  readonly message: string;
  readonly next: string;
}

const MINUTE = 60_000;
const SHOWN = 5;

export function describeClaimWarning(warning: ClaimWarning): WarningWords {
  const ids = listed(warning.ids, SHOWN);
  const first = warning.ids[0] ?? '';
  switch (warning.code) {
    case 'clock-skew': {
      const by = duration(Math.abs(warning.minutes) * MINUTE);
      const message = say`The clock where ${warning.agent} claimed ${ids} is ${by} ${warning.minutes > 0 ? 'ahead of' : 'behind'} this one; more than 15 minutes make claims run out too early or too late.`;
      return { message, next: 'Compare both with the real time (date -u), and set the wrong one right.' };
    }
    case 'done-but-lost': {
      const work = warning.branch === null ? 'the work' : say`the branch ${warning.branch}`;
      const commit = warning.head === null ? '' : say` (commit ${warning.head.slice(0, 10)})`;
      const message = say`${ids} was done by ${warning.agent}, but ${work}${commit} is neither here nor at the remote, and the default branch does not have it.`;
      return { message, next: say`If ${warning.agent} still has it: git push. If not, open the task again: coord task set ${first} status=todo` };
    }
    case 'claims-set-back':
      return { message: say`${warning.remote} had lost ${ids}, or set them back; it has them again.`, next: 'Somebody may push with --mirror, or delete refs/coord there: fetch and push branches only.' };
    case 'claim-lost':
      return { message: say`${warning.agent} held ${ids} on this machine alone, and ${warning.by} has it where claims are shared.`, next: say`Agree who goes on, then take another: coord next` };
    case 'claims-not-shared':
      return { message: say`${warning.remote} does not take claims (${unstopped(warning.reason)}), so only this machine knows of ${ids}.`, next: say`Ask whoever runs ${warning.remote} to allow refs/coord/tasks/*, or write claims: local in coord.yaml.` };
  }
}
