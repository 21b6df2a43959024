/** The properties of an agent's input as flags: `base_branch` is `--base-branch`. */
import { nearest } from '../../nearest.ts';
import { checkValue } from './check-value.ts';
import type { Schema, SchemaFault } from './schema.ts';

export interface InputFlag {
  readonly name: string;
  /** With its dashes. */
  readonly flag: string;
  readonly kind: 'string' | 'number' | 'integer' | 'boolean';
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly schema: Schema;
}

/** Options that the verb has itself. */
export const TAKEN: ReadonlySet<string> = new Set(['--task', '--model', '--timeout', '--json', '--as', '--cwd', '--now', '--help', '--version']);

export type FlagsOf = { readonly flags: readonly InputFlag[] } | { readonly faults: readonly SchemaFault[] };

export function inputFlags(schema: Schema): FlagsOf {
  const faults: SchemaFault[] = [];
  const flags = [...schema.properties].flatMap(([name, property]) => flagOf(name, property, schema.required.includes(name), faults));
  if (schema.types.length > 0 && !schema.types.includes('object')) faults.push({ at: ['type'], reason: 'should be object: its properties become flags' });
  for (const name of schema.required) if (!schema.properties.has(name)) faults.push({ at: ['required'], reason: `names ${name}, which is no property` });
  return faults.length > 0 ? { faults } : { flags };
}

function flagOf(name: string, schema: Schema, isRequired: boolean, faults: SchemaFault[]): InputFlag[] {
  const flag = `--${name.replaceAll('_', '-').replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}`;
  const isList = schema.types.includes('array');
  const types = (isList ? (schema.items?.types ?? []) : schema.types).filter((type) => type !== 'null');
  const [kind = 'string'] = types;
  const fault = !/^--[a-z][a-z0-9-]*$/.test(flag)
    ? 'cannot be a flag: letters, digits, - and _ can'
    : TAKEN.has(flag) || flag.startsWith('--no-')
      ? `cannot be a flag: coord has a ${flag} of its own`
      : types.length > 1 || kind === 'array' || kind === 'object' || (isList && kind === 'boolean')
        ? 'cannot be a flag: it should be string, number, integer, boolean, or a list of the first three'
        : null;
  if (fault !== null) faults.push({ at: ['properties', name], reason: fault });
  return fault === null ? [{ name, flag, kind: kind as InputFlag['kind'], isList, isRequired, schema }] : [];
}

export type InputReading = { readonly input: Readonly<Record<string, unknown>> } | { readonly fault: string };

/** The words after the agent's name. What is not given is as its default says; a list is one flag an item. */
export function readInput(words: readonly string[], flags: readonly InputFlag[]): InputReading {
  const given = new Map<string, unknown>();
  for (let index = 0; index < words.length; index++) {
    const [name = '', ...after] = (words[index] ?? '').split('=');
    const negated = flags.find(({ flag, kind }) => kind === 'boolean' && name === flag.replace('--', '--no-'));
    const found = negated ?? flags.find(({ flag }) => flag === name);
    if (found === undefined) return { fault: unknownFlag(name, flags) };
    const takesNext = after.length === 0 && found.kind !== 'boolean';
    const text = takesNext ? words[++index] : after.length === 0 ? String(negated === undefined) : after.join('=');
    if (text === undefined) return { fault: `${found.flag} needs a value` };
    if (given.has(found.name) && !found.isList) return { fault: `${found.flag} is given twice` };
    const value = valueOf(text, found);
    given.set(found.name, found.isList ? [...((given.get(found.name) ?? []) as readonly unknown[]), value] : value);
  }
  return filledIn(given, flags);
}

function filledIn(given: ReadonlyMap<string, unknown>, flags: readonly InputFlag[]): InputReading {
  const input: Record<string, unknown> = {};
  for (const { name, flag, kind, isList, isRequired, schema } of flags) {
    const value = given.get(name) ?? schema.otherwise;
    if (value === undefined && isRequired) return { fault: `${flag} is needed` };
    input[name] = value ?? (isList ? [] : kind === 'boolean' ? false : kind === 'string' ? '' : null);
    const [wrong] = value === undefined ? [] : checkValue(schema, value);
    if (wrong !== undefined) return { fault: `${flag} should be ${wrong.expected}, not ${wrong.got}` };
  }
  return { input };
}

/** What is no such number or word stays as it is, for the schema to say so. */
function valueOf(text: string, { kind }: InputFlag): unknown {
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'string' || text.trim() === '') return text;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

function unknownFlag(name: string, flags: readonly InputFlag[]): string {
  if (!name.startsWith('-')) return `"${name}" belongs to no flag`;
  const like = nearest(name, flags.map(({ flag }) => flag));
  return `there is no ${name}${like === null ? '' : ` (did you mean ${like}?)`}`;
}

/** All of it, with nothing given: what a prompt may name. */
export function emptyInput(flags: readonly InputFlag[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(flags.map(({ name, kind, isList }) => [name, isList ? [] : kind === 'boolean' ? false : '']));
}
