/** In which order the parts of a merged mapping or list stand: as on either side, and the same from both sides. */
import { byCodeUnits } from '../by-code-units.ts';
import type { Versions } from './versions.ts';

/** `kept`: the keys that the result holds. What a side added follows what it follows there. */
export function mergeOrder({ base, ours, theirs }: Versions<readonly string[]>, kept: ReadonlySet<string>): readonly string[] {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const isShared = (key: string): boolean => kept.has(key) && inOurs.has(key) && inTheirs.has(key);
  const shared = orderOf({ base: base.filter(isShared), ours: ours.filter(isShared), theirs: theirs.filter(isShared) }, inBase);
  const runs = [ours, theirs].map((keys) => runsAfter(keys.filter((key) => kept.has(key)), isShared));
  const order = new Set<string>();
  for (const anchor of [null, ...shared]) {
    if (anchor !== null) order.add(anchor);
    const added = runs.flatMap((run) => [run.get(anchor) ?? []]).sort((one, other) => byCodeUnits(one[0] ?? '', other[0] ?? ''));
    for (const key of added.flat()) order.add(key);
  }
  return [...order];
}

/** Who moved what was there before wins; where both did, or both added the same in another order, one does, whichever side is asked. */
function orderOf({ base, ours, theirs }: Versions<readonly string[]>, inBase: ReadonlySet<string>): readonly string[] {
  const [was, here, there] = [base, ours, theirs].map((keys) => JSON.stringify(keys.filter((key) => inBase.has(key)))) as [string, string, string];
  if (here === there) return byCodeUnits(JSON.stringify(ours), JSON.stringify(theirs)) < 0 ? ours : theirs;
  if (there === was) return ours;
  return here === was || byCodeUnits(here, there) > 0 ? theirs : ours;
}

/** What stands behind each shared key up to the next one; behind null what comes first. */
function runsAfter(keys: readonly string[], isShared: (key: string) => boolean): ReadonlyMap<string | null, readonly string[]> {
  const runs = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const key of keys) {
    if (isShared(key)) anchor = key;
    else if (!runs.get(anchor)?.push(key)) runs.set(anchor, [key]);
  }
  return runs;
}
