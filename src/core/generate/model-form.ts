/** The schema of entities as a model is asked by: the part of JSON Schema that answers are held to. What is left out is checked afterwards. */
import type { JsonObject } from '../dispatch/runtimes/json-lines.ts';
import { isRecord } from '../documents/with-value.ts';

const KEPT: ReadonlySet<string> = new Set(['description', 'type', 'enum', 'required', 'additionalProperties', 'minItems', 'maxItems', 'maxLength', 'minimum', 'maximum']);

export function modelForm(schema: unknown): JsonObject {
  if (!isRecord(schema)) return {};
  const { properties, items } = schema;
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([name]) => KEPT.has(name))),
    ...(isRecord(properties) ? { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, modelForm(property)])) } : {}),
    ...(isRecord(items) ? { items: modelForm(items) } : {}),
  };
}
