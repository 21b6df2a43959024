import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Field
 * @property {string} [description]
 * @property {string | string[]} [type]
 * @property {(string | null)[]} [enum]
 * @property {string | number} [const]
 * @property {Field} [items]
 * @property {Record<string, Field>} [properties]
 * @property {string[]} [required]
 * @property {string} [$ref]
 */

/** A table stands between `<!-- fields:task -->` and `<!-- /fields -->`; `fields:entity.fields` is of the items of its list `fields`. */
const TABLE = /(<!-- fields:([a-z]+)(?:\.([a-z]+))? -->\n)[\s\S]*?(<!-- \/fields -->)/g;

/**
 * The page with its tables of fields as the schemas have them, so that the two never say different things.
 * @param {string} page
 * @param {string} schemas the folder
 * @returns {string}
 */
export function withFieldTables(page, schemas) {
  /** @param {string} _ @param {string} start @param {string} name @param {string | undefined} list @param {string} end */
  const filled = (_, start, name, list, end) => `${start}\n${fieldTable(`${name}.schema.json`, list, schemas)}\n\n${end}`;
  return page.replace(TABLE, filled);
}

/** @param {string} path @returns {{ description: string, properties: Record<string, Field>, required?: string[] }} */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {string} file @param {string | undefined} list @param {string} schemas */
function fieldTable(file, list, schemas) {
  const whole = read(join(schemas, file));
  const { properties = {}, required = [] } = list === undefined ? whole : (whole.properties[list]?.items ?? {});
  const rows = Object.entries(properties).map(([name, field]) => {
    const must = required.includes(name) ? '**required** ' : '';
    const meaning = field.description ?? read(join(schemas, field.$ref ?? file)).description;
    return `| \`${name}\` | ${kind(field)} | ${must}${meaning.replaceAll('|', '\\|')} |`;
  });
  return ['| field | value | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @param {Field} field @returns {string} */
function kind(field) {
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum) return field.enum.filter((value) => value !== null).map((value) => `\`${value}\``).join(', ');
  if (field.$ref !== undefined) return 'mapping';
  const types = [field.type ?? []].flat().filter((type) => type !== 'null');
  return types.map((type) => (type === 'array' ? listKind(field.items) : (NAMES[type] ?? type))).join(' or ');
}

/** @param {Field | undefined} items */
function listKind(items) {
  const types = [items?.type ?? []].flat();
  return types.length === 1 && types[0] === 'string' ? 'list of texts' : types.includes('string') ? 'list of texts or mappings' : 'list of mappings';
}

/** @type {Record<string, string>} */
const NAMES = { string: 'text', number: 'number', integer: 'whole number', boolean: 'true or false', object: 'mapping' };
