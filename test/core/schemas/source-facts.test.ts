import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CoordConfig } from '../../../src/core/schemas/types.ts';
import { compilerOf, differences, validatorOf } from '../../support/read-schemas.ts';

const validate = validatorOf(compilerOf('.'), 'coord.schema.json');

/** How five teams of agents were coordinated by hand: a coord.yaml must hold all of it. */
describe.each(['pipeline', 'deployment', 'dev-agents', 'sprint', 'workstreams'])('%s', (name) => {
  const config = parse(readFileSync(new URL(`./facts/${name}.yaml`, import.meta.url), 'utf8')) as CoordConfig;

  test('fits the schema', () => {
    expect(differences(validate, config)).toEqual([]);
  });

  test('would not fit with any of its fields misspelt', () => {
    const misspelt = misspellings(config);
    expect(misspelt.length).toBeGreaterThan(20);
    expect(misspelt.filter(([, value]) => differences(validate, value).length === 0).map(([way]) => way)).toEqual([]);
  });
});

/** Copies of a value, each with one known field's name spoiled. Names that the user chose are left alone. */
function misspellings(value: unknown, way = ''): readonly (readonly [way: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null || /\/(inputs|output|criteria|contacts)$/.test(way)) return [];
  const chosen = Array.isArray(value) || /^\/(team|ownership|groups|targets|verifiers|runtimes|channels)$/.test(way);
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => {
    const inside = misspellings(part, `${way}/${key}`).map(([at, spoiled]) => [at, replaced(value, key, key, spoiled)] as const);
    return chosen ? inside : [[`${way}/${key}`, replaced(value, key, `${key}_`, part)] as const, ...inside];
  });
}

function replaced(value: object, key: string, name: string, part: unknown): unknown {
  const entries = Object.entries(value as Record<string, unknown>).map((entry): readonly [string, unknown] => (entry[0] === key ? [name, part] : entry));
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
