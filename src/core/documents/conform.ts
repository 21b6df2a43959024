/**
 * Holds a value against its schema: says all that differs, and keeps all that fits. A field of a wrong kind is told
 * of and left out; the rest of the record stays readable.
 */
import { nearest } from '../nearest.ts';
import type { Place, Pointer } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { SchemaError, SchemaPart, Validator } from '../schemas/validator.ts';
import { isRecord } from './with-value.ts';

export interface Conformed<T> {
  /** null where what is left cannot stand as such a document. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** What cannot be repaired by leaving parts out is given up after this many rounds. */
const ROUNDS = 8;

/** `placeOf` turns a pointer into the value to a place in its file (names may have been changed on the way). */
export function conform<T>(validate: Validator, value: unknown, placeOf: (pointer: Pointer, at: 'key' | 'value') => Place): Conformed<T> {
  if (validate(value)) return { value: value as T, problems: [] };
  const problems = schemaProblems(validate.errors ?? [], placeOf);
  let current = value;
  for (let round = 0; round < ROUNDS; round++) {
    const faults = (validate.errors ?? []).filter((found) => found.keyword !== 'additionalProperties');
    // A missing field is a fault of the record around it, which goes whole; any other takes just its own value along.
    const removals = faults.map((found) => pointerOf(found.instancePath));
    if (removals.some((pointer) => pointer.length === 0)) return { value: null, problems };
    if (faults.length === 0) return { value: current as T, problems };
    current = without(current, removals);
    if (validate(current)) return { value: current as T, problems };
  }
  return { value: null, problems };
}

function schemaProblems(errors: readonly SchemaError[], placeOf: (pointer: Pointer, at: 'key' | 'value') => Place): Problem[] {
  const found = new Map<string, Problem>();
  for (const fault of errors) {
    const pointer = pointerOf(fault.instancePath);
    const made = fault.keyword === 'additionalProperties' ? unknownField(fault, pointer, placeOf) : violation(fault, pointer, placeOf);
    const key = `${fault.keyword === 'additionalProperties' ? String(fault.params['additionalProperty']) : ''}\0${fault.instancePath}`;
    if (!found.has(key) || fault.keyword === 'enum') found.set(key, made);
  }
  return [...found.values()];
}

function unknownField(fault: SchemaError, pointer: Pointer, placeOf: (pointer: Pointer, at: 'key' | 'value') => Place): Problem {
  const field = String(fault.params['additionalProperty']);
  const known = Object.keys(fault.parentSchema?.properties ?? {});
  return problem('unknown-field', placeOf([...pointer, field], 'key'), { field, nearest: nearest(field, known) });
}

function violation(fault: SchemaError, pointer: Pointer, placeOf: (pointer: Pointer, at: 'key' | 'value') => Place): Problem {
  const missing = fault.keyword === 'required' ? String(fault.params['missingProperty']) : null;
  const field = [...pointer, ...(missing === null ? [] : [missing])].map(String).join('.');
  const facts = missing === null ? { field, expected: expectation(fault), got: kindOf(fault.data) } : { field, expected: formOf(fault.parentSchema?.properties?.[missing]), got: null };
  return problem('schema-violation', placeOf(pointer, 'value'), facts);
}

function expectation(fault: SchemaError): string {
  if (fault.parentSchema?.enum) return choice(fault.parentSchema.enum);
  switch (fault.keyword) {
    case 'type':
      return kindsIn([fault.params['type']].flat().map(String));
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return `a number ${String(fault.params['comparison'])} ${String(fault.params['limit'])}`;
    case 'minLength':
      return 'some text';
    case 'minItems':
      return 'a list with something in it';
    case 'maxItems':
      return `a list of at most ${String(fault.params['limit'])}`;
    case 'maxLength':
      return `at most ${String(fault.params['limit'])} characters long`;
    case 'pattern':
      return like(fault.parentSchema?.examples ?? []);
    default:
      return 'another form';
  }
}

/** What a field should be that is not there. */
function formOf(schema: SchemaPart | undefined): string {
  if (schema?.enum) return choice(schema.enum);
  if (schema?.examples) return like(schema.examples);
  return schema?.type ? kindsIn([schema.type].flat()) : 'a value';
}

const choice = (allowed: readonly (string | number | null)[]): string => `one of ${allowed.filter((value) => value !== null).join(', ')}`;
const like = (examples: readonly unknown[]): string => `a form such as ${examples.map((example) => `"${String(example)}"`).join(' or ')}`;
const kindsIn = (types: readonly string[]): string => types.filter((type) => type !== 'null').map((type) => KINDS[type] ?? type).join(' or ');

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a mapping';
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  const brief = shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
  return typeof value === 'string' ? `"${brief}"` : brief;
}

function pointerOf(instancePath: string): Pointer {
  return instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A copy without the values the pointers lead to. */
function without(root: unknown, pointers: readonly Pointer[]): unknown {
  const here = restsByStep(pointers);
  const isGone = (key: string): boolean => here.get(key)?.some((rest) => rest.length === 0) ?? false;
  const inner = (key: string, value: unknown): unknown => (here.has(key) ? without(value, here.get(key) ?? []) : value);
  if (Array.isArray(root)) return root.flatMap((item: unknown, index) => (isGone(String(index)) ? [] : [inner(String(index), item)]));
  if (!isRecord(root)) return root;
  return Object.fromEntries(Object.entries(root).flatMap(([key, value]) => (isGone(key) ? [] : [[key, inner(key, value)] as const])));
}

function restsByStep(pointers: readonly Pointer[]): Map<string, Pointer[]> {
  const rests = new Map<string, Pointer[]>();
  for (const [step, ...rest] of pointers) {
    const key = String(step);
    const known = rests.get(key);
    if (known) known.push(rest);
    else rests.set(key, [rest]);
  }
  return rests;
}
