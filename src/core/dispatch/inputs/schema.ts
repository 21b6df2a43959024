/**
 * The part of JSON Schema that agents may use for their input and their answer. It is walked, never compiled; it has no
 * patterns and no references, so that no schema of a stranger can keep coord busy. What is not in it is told, never skipped.
 */
import { isRecord } from '../../documents/with-value.ts';

export const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;
export type SchemaType = (typeof TYPES)[number];

export interface Schema {
  /** Empty: any. */
  readonly types: readonly SchemaType[];
  readonly description: string | null;
  readonly values: readonly unknown[] | null;
  /** undefined: none. */
  readonly otherwise: unknown;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  /** Of properties that are not named; false: there may be none. */
  readonly others: Schema | boolean;
  readonly items: Schema | null;
  readonly bounds: Readonly<Record<Bound, number | null>>;
}

export interface SchemaFault {
  /** The way to what is not understood, as in properties, name, pattern. */
  readonly at: readonly string[];
  readonly reason: string;
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;
export type Bound = (typeof BOUNDS)[number];

/** Words for people; they check nothing. */
const WORDS: ReadonlySet<string> = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples']);
const CHECKS: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'default', 'properties', 'required', 'additionalProperties', 'items', ...BOUNDS]);
const DEEPEST = 20;

export type SchemaReading = { readonly schema: Schema } | { readonly faults: readonly SchemaFault[] };

export function readSchema(value: unknown): SchemaReading {
  const faults: SchemaFault[] = [];
  const schema = read(value, [], faults);
  return faults.length > 0 ? { faults } : { schema };
}

const ANY: Schema = {
  types: [],
  description: null,
  values: null,
  otherwise: undefined,
  properties: new Map(),
  required: [],
  others: true,
  items: null,
  bounds: { minimum: null, maximum: null, exclusiveMinimum: null, exclusiveMaximum: null, minLength: null, maxLength: null, minItems: null, maxItems: null },
};

function read(value: unknown, at: readonly string[], faults: SchemaFault[]): Schema {
  const fault = (name: string | null, reason: string): void => {
    faults.push({ at: name === null ? at : [...at, name], reason });
  };
  if (value === true) return ANY;
  if (!isRecord(value) || at.length > DEEPEST) {
    fault(null, isRecord(value) ? `is nested more than ${DEEPEST} deep` : 'is no schema');
    return ANY;
  }
  for (const name of Object.keys(value)) if (!WORDS.has(name) && !CHECKS.has(name)) fault(name, 'is not among what coord checks');
  return {
    types: typesIn(value['type'], fault),
    description: typeof value['description'] === 'string' ? value['description'] : null,
    values: valuesIn(value, fault),
    otherwise: value['default'],
    properties: propertiesIn(value['properties'], at, faults),
    required: namesIn(value['required'], fault),
    others: othersIn(value['additionalProperties'], at, faults),
    items: value['items'] === undefined ? null : read(value['items'], [...at, 'items'], faults),
    bounds: boundsIn(value, fault),
  };
}

type Fault = (name: string | null, reason: string) => void;
type Raw = Readonly<Record<string, unknown>>;

function typesIn(value: unknown, fault: Fault): readonly SchemaType[] {
  const names: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const types = TYPES.filter((type) => names.includes(type));
  if (types.length < names.length) fault('type', `should be one of ${TYPES.join(', ')}, or a list of them`);
  return types;
}

function valuesIn(value: Raw, fault: Fault): readonly unknown[] | null {
  if ('const' in value) return [value['const']];
  if (value['enum'] === undefined) return null;
  if (Array.isArray(value['enum'])) return value['enum'] as readonly unknown[];
  fault('enum', 'should be a list');
  return null;
}

function propertiesIn(value: unknown, at: readonly string[], faults: SchemaFault[]): ReadonlyMap<string, Schema> {
  if (value === undefined) return new Map();
  if (isRecord(value)) return new Map(Object.entries(value).map(([name, schema]) => [name, read(schema, [...at, 'properties', name], faults)]));
  faults.push({ at: [...at, 'properties'], reason: 'should be a mapping of names to schemas' });
  return new Map();
}

function namesIn(value: unknown, fault: Fault): readonly string[] {
  if (value === undefined) return [];
  const names: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = names.filter((name) => typeof name === 'string');
  if (Array.isArray(value) && texts.length === names.length) return texts;
  fault('required', 'should be a list of names');
  return [];
}

function othersIn(value: unknown, at: readonly string[], faults: SchemaFault[]): Schema | boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? true;
  return read(value, [...at, 'additionalProperties'], faults);
}

function boundsIn(value: Raw, fault: Fault): Schema['bounds'] {
  const bound = (name: Bound): number | null => {
    const given = value[name];
    if (given === undefined || typeof given === 'number') return given ?? null;
    fault(name, 'should be a number');
    return null;
  };
  return Object.fromEntries(BOUNDS.map((name) => [name, bound(name)])) as Record<Bound, number | null>;
}
