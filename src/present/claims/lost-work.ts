/** Work that is done and gone, as the end of a line: "was done by ..., but its branch ... is gone". */
import type { LostWork } from '../../app/claims/lost-here.ts';
import { say } from '../text/plain.ts';

const SHORT = 10;

export function lostWords({ agent, branch, head, isKept }: Omit<LostWork, 'id'>): string {
  const commit = head === null ? 'its commit is not known' : say`commit ${head.slice(0, SHORT)} is ${isKept ? 'still in this repository' : 'gone too'}`;
  return branch === null ? say`was done by ${agent}, but on no branch (${commit})` : say`was done by ${agent}, but its branch ${branch} is gone (${commit})`;
}
