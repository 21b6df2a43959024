/** Who is meant to act, as it is typed: a command that is proposed has to work as it stands. */
import { isPerson } from '../core/documents/outsider.ts';
import type { Screen } from './screen.ts';
import { shellWord } from './text/shell-word.ts';

/** For whoever asked: who had to be named this time has to be named again. */
export function asAsked({ as }: Screen): string {
  return as === null ? '' : ` --as ${shellWord(as)}`;
}

/** For whoever asked, where a place to fill in is needed if nobody knows who that is. */
export function asCaller(screen: Screen, isKnown: boolean): string {
  return isKnown ? asAsked(screen) : asNamed(null);
}

/** For one of these: an agent is known by its worktree, a person has to be named. */
export function asPerson(names: readonly string[]): string {
  const person = names.find(isPerson);
  return person === undefined ? '' : ` --as ${shellWord(person)}`;
}

/** For whoever this may be; a place to fill in where nobody is known. */
export function asNamed(name: string | null): string {
  return ` --as ${name === null ? '<agent>' : shellWord(name)}`;
}
