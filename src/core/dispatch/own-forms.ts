/** Forms of what a coord tells another that it starts: each program of its own is held to them. */
import { checkValue } from './inputs/check-value.ts';
import { readSchema } from './inputs/schema.ts';
import { jsonOf } from './runtimes/json-lines.ts';
import type { JsonObject } from './runtimes/json-lines.ts';

export const text: JsonObject = { type: 'string' };
export const texts: JsonObject = { type: 'array', items: text };
export const entry = (properties: JsonObject, type: unknown = 'object'): JsonObject => ({ type, properties, required: Object.keys(properties), additionalProperties: false });

export const GROUNDS: JsonObject = entry({
  agent: text,
  writes: texts,
  task: { type: ['object', 'null'], properties: { id: text, files: texts, artifacts: texts, file: text }, required: ['id', 'files', 'artifacts', 'file'] },
  territory: entry({ owned: { type: 'array', items: entry({ glob: text, owner: text }) }, folder: text }),
});

export interface OwnForm<T> {
  readonly print: (value: T) => string;
  /** null: it is none. */
  readonly read: (json: string) => T | null;
  readonly fits: (value: unknown) => value is T;
}

export function ownForm<T>(schema: JsonObject): OwnForm<T> {
  const form = readSchema(schema);
  const fits = (value: unknown): value is T => 'schema' in form && checkValue(form.schema, value).length === 0;
  const read = (json: string): T | null => {
    const value = jsonOf(json);
    return fits(value) ? value : null;
  };
  return { print: (value) => JSON.stringify(value), read, fits };
}
