/** Whether a value is as a schema wants it; where not, what should be where, in words. */
import { isRecord } from '../../documents/with-value.ts';
import { sameValue } from '../../documents/same-value.ts';
import type { Schema, SchemaType } from './schema.ts';

export interface Mismatch {
  /** As in `findings[2].line`; empty: the whole. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

/** The first of each place; no more than would be read. */
const MOST = 10;

export function checkValue(schema: Schema, value: unknown): readonly Mismatch[] {
  const found: Mismatch[] = [];
  check(schema, value, '', found);
  return found.slice(0, MOST);
}

function check(schema: Schema, value: unknown, at: string, found: Mismatch[]): void {
  const expected = found.length >= MOST ? null : mismatch(schema, value);
  if (expected !== null) found.push({ at, expected, got: shown(value) });
  if (found.length >= MOST || expected !== null) return;
  if (Array.isArray(value) && schema.items !== null) for (const [index, item] of value.entries()) check(schema.items, item, `${at}[${index}]`, found);
  if (isRecord(value)) checkFields(schema, value, at, found);
}

function checkFields({ properties, required, others }: Schema, value: Readonly<Record<string, unknown>>, at: string, found: Mismatch[]): void {
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  for (const name of required) if (!Object.hasOwn(value, name)) found.push({ at: below(name), expected: 'there', got: 'nothing' });
  for (const [name, field] of Object.entries(value)) {
    const known = properties.get(name);
    if (known !== undefined) check(known, field, below(name), found);
    else if (others === false) found.push({ at: below(name), expected: 'left out', got: shown(field) });
    else if (others !== true) check(others, field, below(name), found);
  }
}

/** What it should be; null: it is. */
function mismatch(schema: Schema, value: unknown): string | null {
  const { types, values } = schema;
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return types.map((type) => NAMES[type]).join(' or ');
  if (values !== null && !values.some((allowed) => sameValue(allowed, value))) return values.length === 1 ? shown(values[0]) : `one of ${values.map(shown).join(', ')}`;
  return outOfBounds(schema, value);
}

function outOfBounds({ bounds }: Schema, value: unknown): string | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, minItems, maxItems } = bounds;
  if (typeof value === 'number') {
    if (minimum !== null && value < minimum) return `at least ${minimum}`;
    if (maximum !== null && value > maximum) return `at most ${maximum}`;
    if (exclusiveMinimum !== null && value <= exclusiveMinimum) return `more than ${exclusiveMinimum}`;
    if (exclusiveMaximum !== null && value >= exclusiveMaximum) return `less than ${exclusiveMaximum}`;
  }
  if (typeof value === 'string') return ofLength(Array.from(value).length, minLength, maxLength, 'characters');
  return Array.isArray(value) ? ofLength(value.length, minItems, maxItems, 'items') : null;
}

function ofLength(length: number, least: number | null, most: number | null, what: string): string | null {
  if (least !== null && length < least) return `at least ${least} ${what}`;
  return most !== null && length > most ? `at most ${most} ${what}` : null;
}

const NAMES: Readonly<Record<SchemaType, string>> = { string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a mapping', null: 'null' };

function isOf(type: SchemaType, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
