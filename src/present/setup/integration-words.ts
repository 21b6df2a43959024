/** How a branch in which work comes together is brought here, or made. */
import { say } from '../text/plain.ts';
import { shellWord } from '../text/shell-word.ts';

export function integrationNext(branch: string, remote: string): string {
  return say`Fetch it: git fetch ${shellWord(remote)} ${shellWord(branch)}    Or make it: git branch ${shellWord(branch)}`;
}
