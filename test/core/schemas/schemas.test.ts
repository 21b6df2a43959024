import { describe, expect, test } from 'vitest';
import { compilerOf, describable, readSchemas, validatorOf } from './read-schemas.ts';

const documents = readSchemas();
const ajv = compilerOf('.');

describe.each([...documents])('%s', (file, schema) => {
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

  test('uses a title once, so that every type has its own name', () => {
    const titles = parts.flatMap(([, part]) => (typeof part['title'] === 'string' ? [part['title']] : []));
    expect(titles).toEqual([...new Set(titles)]);
  });

  test('names fields in snake case', () => {
    const names = parts.flatMap(([, part]) => Object.keys((part['properties'] as object | undefined) ?? {}));
    expect(names.filter((name) => !/^([a-z][a-z0-9_]*|P[0-3])$/.test(name))).toEqual([]);
  });

  test('knows all its fields, and lets fields of the user\'s own pass', () => {
    const open = parts.filter(([, part]) => 'properties' in part && part['additionalProperties'] !== false);
    expect(open.map(([way]) => way)).toEqual(file === 'claim.schema.json' ? [''] : []);
    const closed = parts.filter(([, part]) => part['additionalProperties'] === false);
    expect(closed.filter(([, part]) => (part['patternProperties'] as Record<string, unknown> | undefined)?.['^x-'] !== true)).toEqual([]);
  });

  test('lets every field that is not required be empty', () => {
    const strict = parts.flatMap(([way, part]) =>
      Object.entries((part['properties'] as Record<string, Record<string, unknown>> | undefined) ?? {})
        .filter(([name]) => !((part['required'] as string[] | undefined) ?? []).includes(name))
        .filter(([, field]) => !('$ref' in field) && !(field['type'] as string[]).includes('null'))
        .map(([name]) => `${way}/${name}`),
    );
    expect(strict).toEqual(file === 'coord.schema.json' ? ['/protocol'] : []);
  });
});
