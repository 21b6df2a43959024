/** A copy of plain data with one value set; the rest is shared. */
import type { Pointer } from '../model.ts';

export function withValue(root: unknown, pointer: Pointer, value: unknown): unknown {
  const [step, ...rest] = pointer;
  if (step === undefined) return value;
  if (Array.isArray(root)) return root.map((item: unknown, index) => (index === Number(step) ? withValue(item, rest, value) : item));
  const entries = isRecord(root) ? Object.entries(root) : [];
  const known = entries.some(([key]) => key === String(step));
  const changed = entries.map(([key, item]) => [key, key === String(step) ? withValue(item, rest, value) : item] as const);
  // fromEntries defines own properties, so a key named __proto__ stays a plain key.
  return Object.fromEntries(known ? changed : [...changed, [String(step), withValue(undefined, rest, value)] as const]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
