/**
 * A JSON Schema as the interface can hold a model to it: types, values, properties that are all named. Bounds are left
 * to be checked afterwards. null where it cannot be said so: mappings with names of the model's own, values of any type.
 */
import { isRecord } from '../../documents/with-value.ts';
import type { JsonObject } from '../runtimes/json-lines.ts';

export function strictForm(schema: unknown): JsonObject | null {
  if (!isRecord(schema)) return null;
  const words = typeof schema['description'] === 'string' ? { description: schema['description'] } : {};
  if ('const' in schema) return isPlain(schema['const']) ? { ...words, const: schema['const'] } : null;
  if (Array.isArray(schema['enum'])) return schema['enum'].every(isPlain) ? { ...words, enum: schema['enum'] as unknown } : null;
  switch (schema['type']) {
    case 'object':
      return objectForm(schema, words);
    case 'array': {
      const items = strictForm(schema['items']);
      return items === null ? null : { ...words, type: 'array', items };
    }
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return { ...words, type: schema['type'] };
    default:
      return null;
  }
}

function objectForm({ properties, required, additionalProperties }: Readonly<Record<string, unknown>>, words: JsonObject): JsonObject | null {
  if (!isRecord(properties) || Object.keys(properties).length === 0 || isRecord(additionalProperties)) return null;
  const forms = Object.entries(properties).map(([name, property]) => [name, strictForm(property)] as const);
  if (forms.some(([, form]) => form === null)) return null;
  return { ...words, type: 'object', properties: Object.fromEntries(forms), required: Array.isArray(required) ? (required as unknown) : [], additionalProperties: false };
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object';
