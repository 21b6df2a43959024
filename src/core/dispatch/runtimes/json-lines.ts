/** Values in the output of programs. What is not of the form agreed on is as if it were not said. */
import { isRecord } from '../../documents/with-value.ts';
import type { Told } from '../outcome.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Those of the lines that are JSON objects. */
export function objectsIn(lines: readonly string[]): readonly JsonObject[] {
  return lines.flatMap((line) => (line.trimStart().startsWith('{') ? [jsonOf(line)].filter(isRecord) : []));
}

/** undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The field of an object in an object, however deep; an empty one where it is none. */
export function fieldIn(value: unknown, name: string): JsonObject {
  const field = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return isRecord(field) ? field : {};
}

export function textIn(object: JsonObject, name: string): string | null {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A whole number from 0 on; else 0. */
export function countIn(object: JsonObject, name: string): number {
  const value = object[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}

/** A cost is never guessed: what is no such number is unknown. */
export function costIn(object: JsonObject, name: string): Pick<Told, 'cost_usd' | 'cost_basis'> {
  const value = object[name];
  const isCost = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  return isCost ? { cost_usd: value, cost_basis: 'reported' } : { cost_usd: null, cost_basis: 'unknown' };
}
