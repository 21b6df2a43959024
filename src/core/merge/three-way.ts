/** One value in three states and in the result: does the result keep what both sides did? */
import { sameValue } from '../documents/same-value.ts';
import { isRecord } from '../documents/with-value.ts';

export interface ThreeWay {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export function isKept(merged: unknown, { base, ours, theirs }: ThreeWay, isFreeText: boolean): boolean {
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return sameValue(merged, ours);
  if (sameValue(base, ours)) return sameValue(merged, theirs);
  // Both changed it, each in its own way: of a list and of free text git may well have kept both.
  if (isFreeText) return true;
  if (isRecord(ours) && isRecord(theirs) && isRecord(merged)) return keepsEntries(merged, { base, ours, theirs });
  return [ours, theirs, merged].every(Array.isArray) && keepsBoth(itemsOf(merged), itemsOf(base), itemsOf(ours), itemsOf(theirs));
}

function keepsEntries(merged: Record<string, unknown>, { base, ours, theirs }: ThreeWay): boolean {
  const all = [merged, base, ours, theirs].map((value) => (isRecord(value) ? value : {}));
  const keys = new Set(all.flatMap(Object.keys));
  const entry = (at: number, key: string): unknown => all[at]?.[key];
  return [...keys].every((key) => isKept(entry(0, key), { base: entry(1, key), ours: entry(2, key), theirs: entry(3, key) }, false));
}

/** Whether two sides gave one field two values that exclude each other. */
export function isContested({ base, ours, theirs }: ThreeWay): boolean {
  return !sameValue(ours, theirs) && !sameValue(base, ours) && !sameValue(base, theirs);
}

type Items = ReadonlySet<string>;

function itemsOf(value: unknown): Items {
  return new Set(Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : []);
}

/** What a side added is there, what a side removed is gone, what both have stays. */
function keepsBoth(merged: Items, base: Items, ours: Items, theirs: Items): boolean {
  const wanted = new Set([...ours, ...theirs].filter((item) => (ours.has(item) && theirs.has(item)) || !base.has(item)));
  return merged.size === wanted.size && [...wanted].every((item) => merged.has(item));
}
