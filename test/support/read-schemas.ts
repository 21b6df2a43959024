import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export type Schema = Readonly<Record<string, unknown>>;

const FOLDER = fileURLToPath(new URL('../../schemas', import.meta.url));

/** The schemas of schemas/ or of a folder in it, by file name. */
export function readSchemas(folder = '.'): ReadonlyMap<string, Schema> {
  const files = readdirSync(join(FOLDER, folder)).filter((file) => file.endsWith('.schema.json')).sort();
  return new Map(files.map((file) => [file, JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8')) as Schema]));
}

/** A strict compiler that knows every schema, as a tool of somebody else's would have it. */
export function compilerOf(...folders: readonly string[]): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  for (const folder of folders) for (const schema of readSchemas(folder).values()) ajv.addSchema(schema);
  return ajv;
}

export function validatorOf(ajv: Ajv2020, file: string): ValidateFunction {
  const validate = ajv.getSchema(file);
  if (validate === undefined) throw new Error(`no schema ${file}`);
  return validate;
}

/** What is wrong with a value, one line each, in words that do not depend on the order of the schema. */
export function differences(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map((error) => {
    const field: unknown = error.params['additionalProperty'] ?? error.params['missingProperty'];
    return `${error.instancePath} ${error.keyword}${typeof field === 'string' ? ` ${field}` : ''}`.trim();
  });
}

/** Every subschema that describes a value, with the way to it. */
export function describable(schema: Schema, way = ''): readonly (readonly [way: string, schema: Schema])[] {
  const inside = (key: string): readonly (readonly [string, Schema])[] => {
    const part = schema[key];
    return isSchema(part) ? describable(part, `${way}/${key}`) : [];
  };
  const named = (key: string): readonly (readonly [string, Schema])[] =>
    Object.entries(isSchema(schema[key]) ? schema[key] : {}).flatMap(([name, part]) =>
      isSchema(part) ? describable(part, `${way}/${key}/${name}`) : [],
    );
  return [[way, schema], ...named('properties'), ...named('$defs'), ...inside('items'), ...inside('additionalProperties')];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
