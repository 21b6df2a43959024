import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

/** @import { SchemaFile } from './schemas.mjs' */

/**
 * The TypeScript of every document and answer. One root refers to all schemas, so that what they share is declared once.
 * @param {SchemaFile[]} schemas
 * @param {string} folder where the schemas lie
 * @returns {Promise<string>}
 */
export async function renderTypes(schemas, folder) {
  const root = {
    title: 'Documents',
    description: 'Every kind of document and answer, by the name of its schema.',
    type: /** @type {const} */ ('object'),
    additionalProperties: false,
    required: schemas.map(({ name }) => name),
    properties: Object.fromEntries(schemas.map(({ file, name }) => [name, { $ref: file }])),
  };
  return compile(root, 'Documents', {
    cwd: `${folder}/`,
    bannerComment: '// Generated from schemas/ by `npm run generate`. Do not edit.',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
    $refOptions: {
      resolve: { file: { read: (/** @type {{ url: string }} */ { url }) => JSON.stringify(forTypes(find(schemas, folder, url))) } },
    },
  });
}

/**
 * A schema refers to another by its `$id`, which is its bare name wherever it lies.
 * @param {SchemaFile[]} schemas
 * @param {string} folder
 * @param {string} url
 */
function find(schemas, folder, url) {
  const path = relative(folder, url.startsWith('file:') ? fileURLToPath(url) : url);
  const found = schemas.find(({ file }) => file === path) ?? schemas.find(({ file }) => basename(file) === basename(path));
  if (found === undefined) throw new Error(`No schema ${path} in ${folder}`);
  return found.schema;
}

/**
 * What makes types unwieldy and says nothing to the compiler: patterns of keys (fields of the user's own become an index
 * over all other fields' types) and words beside a reference (each place would declare the same type again).
 * @param {unknown} schema
 * @returns {unknown}
 */
function forTypes(schema) {
  if (Array.isArray(schema)) return schema.map(forTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema) return { $ref: schema.$ref };
  const kept = Object.entries(schema).filter(([key]) => key !== 'patternProperties' || !('properties' in schema));
  return Object.fromEntries(kept.map(([key, value]) => [key, forTypes(value)]));
}
