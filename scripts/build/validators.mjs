import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

/** @import { SchemaFile } from './schemas.mjs' */

const GENERATED = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

/**
 * One checking function a schema, as plain code: nothing is compiled when coord runs.
 * @param {SchemaFile[]} schemas
 * @param {string} root where `ajv` is found
 * @returns {Promise<{ code: string, types: string }>}
 */
export async function renderValidators(schemas, root) {
  const bundled = await build({
    stdin: { contents: standalone(schemas), resolveDir: root },
    bundle: true, // ajv's own code still calls `require` for its small run-time functions
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
  });
  const code = bundled.outputFiles.map((file) => file.text).join('');
  return { code: `${GENERATED}// @ts-nocheck\n${code}`, types: declarations(schemas) };
}

/** @param {SchemaFile[]} schemas */
function standalone(schemas) {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  for (const { file, schema } of schemas) ajv.addSchema(schema, file);
  return standaloneCode.default(ajv, Object.fromEntries(schemas.map(({ file, name }) => [`validate${name}`, file])));
}

/** @param {SchemaFile[]} schemas */
function declarations(schemas) {
  const lines = schemas.map(({ name }) => `export const validate${name}: Validator;\n`);
  return `${GENERATED}
/** One way in which a value differs from its schema. */
export interface SchemaError {
  /** A JSON pointer to the value. */
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** After a call that answered false, \`errors\` holds every difference found. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}

${lines.join('')}`;
}
