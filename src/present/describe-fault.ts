/** What keeps a plan from being imported, in a sentence with the places. */
import type { DraftFault, Origin } from '../core/import/draft.ts';
import { say } from './text/plain.ts';
import { listed } from './text/words.ts';

export function describeFault(fault: DraftFault): string {
  const where = listed(fault.origins.map(placeOf), 4);
  switch (fault.code) {
    case 'duplicate-id':
      return say`duplicate-id: ${fault.id} stands for several tasks (${where})`;
    case 'contradictory-states':
      return say`contradictory-states: ${fault.id} is ${listed(fault.states, 4)} at once (${where})`;
    case 'unreadable-source':
      return say`unreadable-source: ${where}: ${fault.reason}`;
    case 'dependency-cycle':
      return say`dependency-cycle: ${fault.path.join(' -> ')} (${where})`;
  }
}

export function placeOf({ file, line }: Origin): string {
  return `${file}:${line}`;
}
