import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} SchemaFile
 * @property {string} file   its path in schemas/, by which other schemas refer to it
 * @property {string} name   `handoff.schema.json` is `Handoff`, `answers/next.schema.json` is `AnswersNext`
 * @property {Record<string, unknown>} schema
 */

const ENDING = '.schema.json';

/**
 * Every schema of a folder, by name, so that what is generated never depends on the order of the disk.
 * @param {string} folder
 * @returns {SchemaFile[]}
 */
export function readSchemas(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({
      file,
      name: pascalCase(file.slice(0, -ENDING.length)),
      schema: parseObject(readFileSync(join(folder, file), 'utf8')),
    }));
}

/** @param {string} text @returns {Record<string, unknown>} */
function parseObject(text) {
  return JSON.parse(text);
}

/** @param {string} text */
function pascalCase(text) {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter) => String(letter).toUpperCase());
}
