/** Whether two values say the same in a record: the order of keys is layout, and empty, null and absent are one (docs/protocol.md, "Empty"). */
import { isRecord } from './with-value.ts';

export function sameRecord(one: unknown, other: unknown): boolean {
  return fingerprint(one) === fingerprint(other);
}

/** Equal texts for equal values. */
export function fingerprint(value: unknown): string {
  return isEmpty(value) ? 'null' : JSON.stringify(ordered(value));
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.values(value).every(isEmpty));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const filled = Object.entries(value).filter(([, item]) => !isEmpty(item));
  // Pairs, so that a key named __proto__ counts like any other.
  return { pairs: filled.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, item]) => [key, ordered(item)]) };
}
