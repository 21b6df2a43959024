/** What no schema can say of an entity: names that clash, values that do not fit each other. */
import type { Pointer } from '../model.ts';
import type { EntityDocument, EntityField } from '../schemas/types.ts';
import { namesOf } from './names.ts';

export interface EntityFault {
  readonly at: Pointer;
  readonly expected: string;
  readonly got: string;
}

/** Names that every object has where code runs: a field of that name would be there before anybody gave it. */
const OF_OBJECTS = ['constructor', 'prototype', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf'];

export function entityFaults(entity: EntityDocument, reserved: readonly string[]): readonly EntityFault[] {
  const taken = new Set([...OF_OBJECTS, ...reserved].map(keyOf));
  const name = isTaken(entity.name, taken) ? [fault(['name'], FREE, entity.name)] : [];
  return [...name, ...entity.fields.flatMap((field, index) => fieldFaults(field, entity, taken).map((found) => ({ ...found, at: ['fields', index, ...found.at] }))), ...sameNames(entity)];
}

const FREE = 'a name that the templates and their language do not need themselves';
const fault = (at: Pointer, expected: string, got: unknown): EntityFault => ({ at, expected, got: typeof got === 'string' ? `"${got}"` : JSON.stringify(got) });

/** Names that differ in the ways in which forms of one name do are the same to somebody's code. */
const keyOf = (name: string): string => name.replaceAll(/[_-]/g, '').toLowerCase();

function isTaken(name: string, taken: ReadonlySet<string>): boolean {
  return taken.has(keyOf(name));
}

function sameNames({ fields }: EntityDocument): readonly EntityFault[] {
  const first = new Map<string, string>();
  return fields.flatMap(({ name }, index) => {
    const before = first.get(keyOf(name));
    if (before === undefined) first.set(keyOf(name), name);
    return before === undefined ? [] : [fault(['fields', index, 'name'], `a name that no other field has ("${before}" is the same)`, name)];
  });
}

function fieldFaults(field: EntityField, entity: EntityDocument, taken: ReadonlySet<string>): readonly EntityFault[] {
  const name = isTaken(field.name, taken) ? [fault(['name'], FREE, field.name)] : [];
  return [...name, ...belongings(field), ...valueFaults(field), ...referenceFaults(field, entity), ...boundFaults(field), ...defaultFaults(field)];
}

const BOUNDED: ReadonlySet<EntityField['type']> = new Set<EntityField['type']>(['string', 'text', 'integer', 'number']);
const OF_TEXTS: ReadonlySet<EntityField['type']> = new Set<EntityField['type']>(['string', 'text']);

/** Bounds are tried out in tests with texts of their length. */
const MOST_CHARACTERS = 100_000;

/** What belongs to fields of other types. */
function belongings(field: EntityField): readonly EntityFault[] {
  const { type } = field;
  const rows: readonly (readonly [name: 'values' | 'to' | 'min' | 'max', fits: boolean])[] = [['values', type === 'enum'], ['to', type === 'reference'], ['min', BOUNDED.has(type)], ['max', BOUNDED.has(type)]];
  return rows.flatMap(([name, fits]) => ((field[name] ?? null) === null || fits ? [] : [fault([name], `left out of a field of type ${type}`, field[name])]));
}

function valueFaults({ type, values }: EntityField): readonly EntityFault[] {
  if (type !== 'enum') return [];
  if (!values) return [fault([], 'one with values: it is an enum', 'no values')];
  return values.flatMap((value, index) => (values.indexOf(value) === index ? [] : [fault(['values', index], 'a value that the list does not have yet', value)]));
}

function referenceFaults({ type, to, required }: EntityField, { name }: EntityDocument): readonly EntityFault[] {
  if (type !== 'reference') return [];
  if (!to) return [fault([], 'one that says `to`: it is a reference', 'no entity')];
  const isFirst = required === true && namesOf(to).snake === namesOf(name).snake;
  return isFirst ? [fault(['required'], 'false: the first one would have nothing to point to', true)] : [];
}

function boundFaults({ type, min, max }: EntityField): readonly EntityFault[] {
  if (!BOUNDED.has(type)) return [];
  const isCounted = type !== 'number';
  const odd = ([['min', min], ['max', max]] as const).flatMap(([name, bound]) => {
    if (bound === undefined || bound === null) return [];
    if (isCounted && !Number.isInteger(bound)) return [fault([name], 'a whole number', bound)];
    return OF_TEXTS.has(type) && (bound < 0 || bound > MOST_CHARACTERS) ? [fault([name], `a number of characters up to ${MOST_CHARACTERS}`, bound)] : [];
  });
  return typeof min === 'number' && typeof max === 'number' && min > max ? [...odd, fault(['max'], `no less than min (${min})`, max)] : odd;
}

function defaultFaults(field: EntityField): readonly EntityFault[] {
  const given = field.default ?? null;
  const expected = given === null ? null : whyNoDefault(field, given);
  return expected === null ? [] : [fault(['default'], expected, given)];
}

/** What it should be; null: it may be so. */
function whyNoDefault({ type, values, unique, min, max }: EntityField, given: string | number | boolean): string | null {
  if (unique === true) return 'left out: no two may have the same';
  const within = (size: number): boolean => size >= (min ?? -Infinity) && size <= (max ?? Infinity);
  switch (type) {
    case 'string':
    case 'text':
      return typeof given === 'string' && within(given.length) ? null : 'a text within min and max';
    case 'integer':
      return Number.isSafeInteger(given) && within(Number(given)) ? null : 'a whole number within min and max';
    case 'number':
      return typeof given === 'number' && within(given) ? null : 'a number within min and max';
    case 'boolean':
      return typeof given === 'boolean' ? null : 'true or false';
    case 'enum':
      return typeof given === 'string' && (values ?? []).includes(given) ? null : 'one of values';
    default:
      return `left out of a field of type ${type}`;
  }
}
