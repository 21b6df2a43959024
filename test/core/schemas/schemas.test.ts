import { describe, expect, test } from 'vitest';
import { compilerOf, describable, readSchemas, validatorOf } from '../../support/read-schemas.ts';

const documents = [...readSchemas()];
const answers = [...readSchemas('answers')].map(([file, schema]) => [`answers/${file}`, schema] as const);
const ajv = compilerOf('.', 'answers');

describe.each([...documents, ...answers])('%s', (file, schema) => {
  const parts = describable(schema);

  test('compiles strictly', () => {
    expect(validatorOf(ajv, file)).toBeTypeOf('function');
  });

  test('is JSON Schema 2020-12 under its own file name', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: file });
    expect(schema['title']).toMatch(/^[A-Z][A-Za-z]+$/);
  });

  test('describes itself and every field', () => {
    const silent = parts.filter(([, part]) => !('$ref' in part) && !/\w.+\.\)?$/.test(String(part['description'])));
    expect(silent.map(([way]) => way)).toEqual([]);
  });

  test('gives an example beside every pattern, and it fits', () => {
    const unread = parts.filter(([, { pattern, examples }]) => {
      const fits = (example: unknown): boolean => new RegExp(String(pattern), 'u').test(String(example));
      return typeof pattern === 'string' && !(Array.isArray(examples) && examples.length > 0 && examples.every(fits));
    });
    expect(unread.map(([way]) => way)).toEqual([]);
  });

  test('names fields in snake case', () => {
    const names = parts.flatMap(([, part]) => Object.keys((part['properties'] as object | undefined) ?? {}));
    expect(names.filter((name) => !/^([a-z][a-z0-9_]*|P[0-3])$/.test(name))).toEqual([]);
  });

  test('knows all its fields', () => {
    const open = parts.filter(([, part]) => 'properties' in part && part['additionalProperties'] !== false);
    expect(open.map(([way]) => way)).toEqual(file === 'claim.schema.json' ? [''] : []);
  });
});

describe.each(documents)('%s, written by hand,', (file, schema) => {
  test('lets fields of the user\'s own pass', () => {
    const closed = describable(schema).filter(([, part]) => part['additionalProperties'] === false);
    expect(closed.filter(([, part]) => (part['patternProperties'] as Record<string, unknown> | undefined)?.['^x-'] !== true)).toEqual([]);
  });

  test('lets every field that is not required be empty', () => {
    const strict = describable(schema).flatMap(([way, part]) =>
      Object.entries((part['properties'] as Record<string, Record<string, unknown>> | undefined) ?? {})
        .filter(([name]) => !((part['required'] as string[] | undefined) ?? []).includes(name))
        .filter(([, field]) => !('$ref' in field) && !(field['type'] as string[]).includes('null'))
        .map(([name]) => `${way}/${name}`),
    );
    expect(strict).toEqual(file === 'coord.schema.json' ? ['/protocol'] : []);
  });
});

test('a title is used once in all schemas, so that every type has its own name', () => {
  const titles = [...documents, ...answers].flatMap(([, schema]) => describable(schema)).flatMap(([, { title }]) => (typeof title === 'string' ? [title] : []));
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
