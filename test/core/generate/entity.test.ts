/** Descriptions of entities: what is taken, and what is refused before any of it is used. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityValues } from '../../../src/core/generate/entity-values.ts';
import { modelForm } from '../../../src/core/generate/model-form.ts';
import { namesOf, pluralOf } from '../../../src/core/generate/names.ts';
import { printEntity } from '../../../src/core/generate/print-entity.ts';
import { readEntity } from '../../../src/core/generate/read-entity.ts';
import { readSchema } from '../../../src/core/dispatch/inputs/schema.ts';
import { parseTemplate } from '../../../src/core/dispatch/prompt/parse-template.ts';
import { renderPrompt } from '../../../src/core/dispatch/prompt/render-prompt.ts';
import type { EntityDocument } from '../../../src/core/schemas/types.ts';
import { describeProblem } from '../../../src/present/checks/describe-problem.ts';
import '../../support/seed.ts';

const FULL = `name: OrderLine
plural: OrderLines
description: A line of somebody's order
fields:
  - { name: title, type: string, required: true, unique: true, min: 1, max: 80 }
  - { name: amount, type: integer, default: 1, min: 1 }
  - { name: state, type: enum, values: [open, on-hold], default: open }
  - { name: parent_id, type: reference, to: OrderLine }
`;

/** All that is said against it, a line each. */
function faults(text: string, reserved: readonly string[] = []): readonly string[] {
  const reading = readEntity(text, 'entity.yaml', reserved);
  return 'problems' in reading ? reading.problems.map((found) => `${found.at.line}: ${describeProblem(found).sentence}`) : [];
}

const withField = (field: string): string => `name: Product\nfields:\n  - { ${field} }\n`;
const withName = (name: string): string => `name: ${name}\nfields: [{ name: a, type: string }]\n`;

describe('an entity', () => {
  test('is taken as it is written, and comes back from its own print', () => {
    const reading = readEntity(FULL, 'entity.yaml', ['class', 'id']);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    expect(reading.entity).toMatchObject({ name: 'OrderLine', fields: [{ name: 'title', required: true }, {}, { values: ['open', 'on-hold'] }, { to: 'OrderLine' }] });
    expect(readEntity(printEntity(reading.entity), 'entity.yaml', [])).toEqual(reading);
    expect(readEntity(JSON.stringify(reading.entity), 'entity.json', [])).toEqual(reading);
  });

  test.each([
    ['', '1: The file should be a mapping, but is nothing.'],
    ['{}', '1: name is missing.'],
    ['name: [', '1: '],
    [withName('../../x'), '1: name should be a form such as "Product" or "OrderLine", but is "../../x".'],
    [withName('product'), '1: name should be a form such as "Product" or "OrderLine", but is "product".'],
    [withName('""'), '1: name should be a form such as "Product" or "OrderLine", but is "".'],
    [withName('__proto__'), '1: name should be a form such as'],
    [withName('Constructor'), '1: name should be a name that the templates and their language do not need themselves, but is "Constructor".'],
    [withName('Class'), '1: name should be a name that'],
    [`name: Product\nfields: []\n`, '2: fields should be a list with something in it'],
    [withField('name: __proto__, type: string'), '3: fields.0.name should be a form such as "price" or "parent_id", but is "__proto__".'],
    [withField('name: to_string, type: string'), '3: fields.0.name should be a name that'],
    [withField('name: class, type: string'), '3: fields.0.name should be a name that'],
    [withField('name: "a`;b", type: string'), '3: fields.0.name should be a form such as'],
    [withField('name: a, type: money'), '3: fields.0.type should be one of string, text, integer'],
    [withField('name: a, type: string, code: x'), '3: coord knows no field "code" here.'],
    [withField('name: a, type: enum'), '3: fields.0 should be one with values'],
    [withField("name: a, type: enum, values: [\"a', 'b\"]"), '3: fields.0.values.0 should be a form such as'],
    [withField('name: a, type: enum, values: [x, x]'), '3: fields.0.values.1 should be a value that the list does not have yet, but is "x".'],
    [withField('name: a, type: enum, values: [x], default: y'), '3: fields.0.default should be one of values, but is "y".'],
    [withField('name: a, type: string, values: [x]'), '3: fields.0.values should be left out of a field of type string'],
    [withField('name: a, type: reference'), '3: fields.0 should be one that says `to`'],
    [withField('name: a, type: reference, to: Product, required: true'), '3: fields.0.required should be false: the first one would have nothing to point to, but is true.'],
    [withField('name: a, type: string, to: Product'), '3: fields.0.to should be left out'],
    [withField('name: a, type: boolean, min: 1'), '3: fields.0.min should be left out'],
    [withField('name: a, type: integer, min: 5, max: 4'), '3: fields.0.max should be no less than min (5), but is 4.'],
    [withField('name: a, type: integer, min: 0.5'), '3: fields.0.min should be a whole number, but is 0.5.'],
    [withField('name: a, type: text, min: 1000000000000'), '3: fields.0.min should be a number of characters up to 100000'],
    [withField('name: a, type: integer, default: 5, max: 4'), '3: fields.0.default should be a whole number within min and max, but is 5.'],
    [withField('name: a, type: date, default: "2025-01-01"'), '3: fields.0.default should be left out of a field of type date'],
    [withField('name: a, type: boolean, default: yes-ish'), '3: fields.0.default should be true or false'],
    [withField('name: a, type: string, default: "it\'s; drop"'), '3: fields.0.default should be a form such as "new"'],
    [withField('name: a, type: string, unique: true, default: x'), '3: fields.0.default should be left out: no two may have the same'],
    [`name: Product\nfields:\n  - { name: unit_price, type: number }\n  - { name: unitprice, type: number }\n`, '4: fields.1.name should be a name that no other field has ("unit_price" is the same), but is "unitprice".'],
  ])('%j is refused', (text, start) => {
    const found = faults(text, ['class']);
    expect(found[0]?.slice(0, start.length)).toBe(start);
  });

  test('of ten thousand fields is refused, in little time', () => {
    const fields = Array.from({ length: 10_000 }, (_, index) => `  - { name: a${index}, type: string }`).join('\n');
    expect(faults(`name: Product\nfields:\n${fields}\n`)).toEqual(['1: fields should be a list of at most 200, but is a list.']);
  });
});

describe('names', () => {
  test.each([
    ['OrderLine', { pascal: 'OrderLine', camel: 'orderLine', snake: 'order_line', kebab: 'order-line', words: 'order line' }],
    ['HTTPServer2', { pascal: 'HttpServer2', camel: 'httpServer2', snake: 'http_server2', kebab: 'http-server2', words: 'http server2' }],
    ['unit_price', { pascal: 'UnitPrice', camel: 'unitPrice', snake: 'unit_price', kebab: 'unit-price', words: 'unit price' }],
  ])('%s', (name, names) => expect(namesOf(name)).toEqual(names));

  test.each([['Product', 'Products'], ['Category', 'Categories'], ['Day', 'Days'], ['Box', 'Boxes'], ['Branch', 'Branches'], ['Address', 'Addresses']])('many of %s are %s', (one, many) => expect(pluralOf(one)).toBe(many));
});

describe('what templates may name', () => {
  const render = (entity: EntityDocument, text: string): string => {
    const template = parseTemplate(text);
    if (!('body' in template)) throw new Error(template.reason);
    const { text: made, faults: found } = renderPrompt(template, entityValues(entity, 'src'));
    expect(found).toEqual([]);
    return made;
  };

  test('a description is a comment and can end none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('*/', '\n', "'", '"', '`', '${', '\\', '-->', '\u2028', '{{entity.name}}'), fc.string(), (before, mark, after) => {
        const text = render({ name: 'Product', description: before + mark + after, fields: [{ name: 'a', type: 'string' }] }, '{{entity.comment}}');
        expect(text).not.toMatch(/[\n\r\u2028\u2029*'"`$\\<>{}]/);
      }),
    );
  });

  test('a number is a number, and zero is one', () => {
    expect(render({ name: 'Product', fields: [{ name: 'a', type: 'integer', min: 0, default: 0 }] }, '{{#each entity.fields}}{{#if min}}{{min}}{{/if}} {{default.json}} {{#if max}}no{{/if}}{{/each}}')).toBe('0 0 ');
  });

  test('the form that a model is asked for is one that answers can be held to', () => {
    const form = modelForm({ type: 'object', description: 'x', required: ['a'], additionalProperties: false, properties: { a: { type: 'string', pattern: '^a', examples: ['a'] }, b: { type: 'array', items: { enum: ['x'], title: 'X' } } } });
    expect(form).toEqual({ type: 'object', description: 'x', required: ['a'], additionalProperties: false, properties: { a: { type: 'string' }, b: { type: 'array', items: { enum: ['x'] } } } });
    expect(readSchema(form)).toHaveProperty('schema');
  });
});
