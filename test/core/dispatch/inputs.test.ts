import { describe, expect, test } from 'vitest';
import { checkValue } from '../../../src/core/dispatch/inputs/check-value.ts';
import { inputFlags, readInput } from '../../../src/core/dispatch/inputs/input-flags.ts';
import { readSchema } from '../../../src/core/dispatch/inputs/schema.ts';
import type { Schema } from '../../../src/core/dispatch/inputs/schema.ts';

function schemaOf(value: unknown): Schema {
  const reading = readSchema(value);
  if (!('schema' in reading)) throw new Error(JSON.stringify(reading.faults));
  return reading.schema;
}

const faultsOf = (value: unknown): string[] => {
  const reading = readSchema(value);
  return 'faults' in reading ? reading.faults.map(({ at, reason }) => `${at.join('.')} ${reason}`) : [];
};

describe('a schema', () => {
  test('what coord does not check is told, wherever it stands', () => {
    expect(faultsOf({ type: 'object', properties: { a: { type: 'string', pattern: '^a' }, b: { items: { $ref: '#/x' } } }, oneOf: [] })).toEqual([
      'oneOf is not among what coord checks',
      'properties.a.pattern is not among what coord checks',
      'properties.b.items.$ref is not among what coord checks',
    ]);
    expect(faultsOf({ type: 'text', enum: 'a', required: 'a', minimum: '1', properties: [] }).map((fault) => fault.split(' ')[0])).toEqual(['type', 'enum', 'properties', 'required', 'minimum']);
    expect(faultsOf('string')).toEqual([' is no schema']);
  });

  test('one that never ends is refused', () => {
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => ({ items: inner }), {});
    expect(faultsOf(deep)).toEqual([`${'items.'.repeat(20)}items is nested more than 20 deep`]);
  });
});

describe('a value', () => {
  const findings = schemaOf({
    type: 'object',
    properties: { findings: { type: 'array', maxItems: 2, items: { type: 'object', properties: { line: { type: 'integer', minimum: 1 }, severity: { enum: ['error', 'warning'] }, note: { type: ['string', 'null'], maxLength: 5 } }, required: ['line'], additionalProperties: false } } },
    required: ['findings'],
  });
  test.each([
    [{ findings: [] }, []],
    [{ findings: [{ line: 1, severity: 'error', note: null }] }, []],
    [{ findings: [{ line: 0 }] }, ['findings[0].line at least 1, not 0']],
    [{ findings: [{ line: 1.5 }] }, ['findings[0].line a whole number, not 1.5']],
    [{ findings: [{ severity: 'bad', extra: 1 }] }, ['findings[0].line there, not nothing', 'findings[0].severity one of "error", "warning", not "bad"', 'findings[0].extra left out, not 1']],
    [{ findings: [{ line: 1, note: '🦊🦊🦊🦊🦊' }, { line: 1, note: 'toolong' }] }, ['findings[1].note at most 5 characters, not "toolong"']],
    [{ findings: [1, 2, 3] }, ['findings at most 2 items, not [1,2,3]']],
    [{}, ['findings there, not nothing']],
    ['text', [' a mapping, not "text"']],
  ])('%j', (value, expected) => {
    expect(checkValue(findings, value).map(({ at, expected: wanted, got }) => `${at} ${wanted}, not ${got}`)).toEqual(expected);
  });

  test('names of the prototype are names like others', () => {
    expect(checkValue(schemaOf({ type: 'object', required: ['constructor'], properties: { toString: { type: 'string' } } }), {})).toEqual([{ at: 'constructor', expected: 'there', got: 'nothing' }]);
  });
});

describe('flags', () => {
  const schema = schemaOf({
    type: 'object',
    properties: {
      base_branch: { type: 'string', default: 'main' },
      maxFindings: { type: 'integer', minimum: 1 },
      deep: { type: 'boolean', default: false },
      paths: { type: 'array', items: { type: 'string' } },
      level: { type: 'string', enum: ['low', 'high'] },
    },
    required: ['maxFindings'],
  });
  const made = inputFlags(schema);
  const read = (...words: string[]): unknown => {
    const reading = readInput(words, 'flags' in made ? made.flags : []);
    return 'input' in reading ? reading.input : reading.fault;
  };

  test('are read, filled in and checked', () => {
    expect(read('--max-findings', '5')).toEqual({ base_branch: 'main', maxFindings: 5, deep: false, paths: [], level: '' });
    expect(read('--max-findings=5', '--deep', '--paths', 'a', '--paths=b=c', '--level', 'high', '--base-branch=')).toEqual({ base_branch: '', maxFindings: 5, deep: true, paths: ['a', 'b=c'], level: 'high' });
    expect(read('--max-findings', '-1', '--no-deep')).toBe('--max-findings should be at least 1, not -1');
  });

  test.each([
    [[], '--max-findings is needed'],
    [['--max-findings'], '--max-findings needs a value'],
    [['--max-findings', 'many'], '--max-findings should be a whole number, not "many"'],
    [['--max-finding', '1'], 'there is no --max-finding (did you mean --max-findings?)'],
    [['main'], '"main" belongs to no flag'],
    [['--max-findings', '1', '--level', 'x'], '--level should be one of "low", "high", not "x"'],
    [['--max-findings', '1', '--max-findings', '2'], '--max-findings is given twice'],
  ])('%j', (words, fault) => {
    expect(read(...words)).toBe(fault);
  });

  test('what cannot be a flag is told', () => {
    const bad = inputFlags(schemaOf({ type: 'object', properties: { task: { type: 'string' }, 'a b': {}, nested: { type: 'object' }, lists: { type: 'array', items: { type: 'array' } }, either: { type: ['string', 'number'] }, __proto__x: {} }, required: ['gone'] }));
    expect('faults' in bad ? bad.faults.map(({ at }) => at.join('.')) : []).toEqual(['properties.task', 'properties.a b', 'properties.nested', 'properties.lists', 'properties.either', 'properties.__proto__x', 'required']);
  });
});
