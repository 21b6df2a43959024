/** Deep equality of plain data; the order of keys counts, since an edit must not reorder. */
import { isRecord } from './with-value.ts';

export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return left.length === right.length && left.every(([key, value], index) => right[index]?.[0] === key && sameValue(value, right[index][1]));
}
