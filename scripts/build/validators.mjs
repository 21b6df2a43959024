import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** @import { AnySchema } from 'ajv' */
/** @import { SchemaFile } from './schemas.mjs' */

const GENERATED = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

/**
 * One checking function a schema, as plain code: nothing is compiled when coord runs.
 * @param {SchemaFile[]} schemas all of them: one may refer to another
 * @param {readonly string[]} names those to make functions of
 * @param {string} root where `ajv` is found
 * @returns {Promise<{ code: string, types: string }>}
 */
export async function renderValidators(schemas, names, root) {
  const code = await bundled(standalone(schemas, names, { prefix: 'validate', isTold: true }), root);
  return { code: `${GENERATED}// @ts-nocheck\n${code}`, types: declarations(names) };
}

/**
 * The same functions without words: they say only whether a value fits, in a fifth of the code.
 * @param {SchemaFile[]} schemas
 * @param {readonly string[]} names
 * @param {string} root
 * @returns {Promise<{ code: string, types: string }>}
 */
export async function renderForms(schemas, names, root) {
  const code = await bundled(standalone(schemas, names, { prefix: 'fits', isTold: false }), root);
  const types = names.map((name) => `export const fits${name}: (value: unknown) => boolean;\n`).join('');
  return { code: `${GENERATED}// @ts-nocheck\n${code}`, types: `${GENERATED}${types}` };
}

/**
 * ajv's code calls `require` for its small run-time functions: they are bundled in.
 * @param {string} code
 * @param {string} root
 * @returns {Promise<string>}
 */
async function bundled(code, root) {
  const entry = join(root, 'validators.js');
  const plugin = { name: 'in-memory', resolveId: (/** @type {string} */ id) => (id === entry ? id : null), load: (/** @type {string} */ id) => (id === entry ? code : null) };
  const built = await rolldown({ cwd: root, input: entry, plugins: [plugin], logLevel: 'warn' });
  const { output } = await built.generate({ format: 'esm', minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } }, comments: { legal: false } });
  return output[0].code;
}

/**
 * @param {SchemaFile[]} schemas
 * @param {readonly string[]} names
 * @param {{ prefix: string, isTold: boolean }} form `isTold`: all that does not fit is told of
 */
function standalone(schemas, names, { prefix, isTold }) {
  const ajv = new Ajv2020({
    allErrors: isTold,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    messages: isTold,
    verbose: isTold, // an error brings its schema along: the known names of fields, the values allowed
    inlineRefs: false, // what several schemas share is checked by one function
    code: { source: true, esm: true },
    discriminator: true,
  });
  for (const { file, schema } of schemas) ajv.addSchema(/** @type {AnySchema} */ (toldApart(withoutWords(schema))), file);
  return standaloneCode.default(ajv, Object.fromEntries(schemas.filter(({ name }) => names.includes(name)).map(({ file, name }) => [`${prefix}${name}`, file])));
}

/**
 * Descriptions are for people and editors; in the validators they would only be weight.
 * @param {unknown} schema
 * @returns {unknown}
 */
function withoutWords(schema) {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const isWords = (/** @type {string} */ key, /** @type {unknown} */ value) => ['title', 'description'].includes(key) && typeof value === 'string';
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isWords(key, value))
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}

/**
 * Of forms that all say in `event` which they are, the one that is meant is looked up: trying out each of twenty takes twenty times as long.
 * @param {unknown} schema
 * @returns {unknown}
 */
function toldApart(schema) {
  const { oneOf, $defs } = /** @type {{ oneOf?: { $ref?: string }[], $defs?: Record<string, { properties?: { event?: { const?: string } } }> }} */ (schema);
  const forms = (oneOf ?? []).map(({ $ref }) => $defs?.[$ref?.split('/').at(-1) ?? '']);
  const areNamed = forms.length > 0 && forms.every((form) => form?.properties?.event?.const !== undefined);
  return areNamed ? { .../** @type {object} */ (schema), type: 'object', required: ['event'], discriminator: { propertyName: 'event' } } : schema;
}

/** @param {readonly string[]} names */
function declarations(names) {
  const lines = names.map((name) => `export const validate${name}: Validator;\n`);
  return `${GENERATED}import type { Validator } from './validator.ts';\n\n${lines.join('')}`;
}
