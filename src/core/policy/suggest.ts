/** "Did you mean", for rules that may meet thousands of unknown names: each name is looked up once, and only so many. */
import { nearest } from '../nearest.ts';

/** Past this many different unknown names a suggestion helps nobody, and looking on would be quadratic. */
const MOST = 100;

export function suggestFrom(candidates: () => Iterable<string>): (name: string) => string | null {
  const known = new Map<string, string | null>();
  let all: readonly string[] | null = null;
  return (name) => {
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    if (known.size >= MOST) return null;
    all ??= [...candidates()];
    const found = nearest(name, all);
    known.set(name, found);
    return found;
  };
}
