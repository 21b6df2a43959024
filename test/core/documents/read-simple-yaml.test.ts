import { fillMarks } from '../../../src/core/adoption/fill-marks.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPackageFiles } from '../../../src/adapters/adoption/package-files.ts';
import { createTemplates } from '../../../src/adapters/adoption/templates.ts';
import { readSimpleYaml } from '../../../src/core/documents/read-simple-yaml.ts';
import { parseCarefully } from '../../../src/core/documents/read-yaml.ts';
import { yamlBlock } from '../../../src/core/documents/yaml-block.ts';
import { arbitraryNearMiss } from '../../support/arbitrary-near-misses.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { arbitraryYaml, arbitraryYamlText } from '../../support/arbitrary-yaml.ts';
import { arbitraryMutation } from '../../support/hostile-mutations.ts';
import { SAMPLES } from '../../support/hostile-samples.ts';
import { SHAPES } from '../../support/hostile-shapes.ts';

/** Whether it was sure; then it has to say what the library says, and the library has to find nothing wrong. */
function agrees(text: string): boolean {
  const value = readSimpleYaml(text);
  if (value === undefined) return false;
  const carefully = parseCarefully(text, { file: 'a.yaml', offset: 0 });
  expect([carefully.problems, carefully.document?.warnings]).toEqual([[], []]);
  expect(isDeepStrictEqual(value, carefully.value), `differs on ${JSON.stringify(text)}`).toBe(true);
  expect(JSON.stringify(value)).toBe(JSON.stringify(carefully.value)); // the order of keys
  return true;
}

describe('the reader of simple YAML is not sure, or says what the library says', () => {
  it.each([
    ['texts of all marks', arbitraryYamlText],
    ['documents', arbitraryYaml.map(({ text }) => text)],
    ['spoiled files', arbitraryMutation.map(({ text }) => text)],
    ['near misses', arbitraryNearMiss],
    ['hostile shapes', fc.tuple(fc.constantFrom(...Object.values(SHAPES)), fc.integer({ min: 1, max: 300 })).map(([make, size]) => make(size))],
  ] as const)('%s', (_, texts) => {
    let sure = 0;
    const property = fc.property(texts, (text) => {
      if (agrees(text)) sure++;
    });
    fc.assert(property, { numRuns: runs(2000) });
    expect(sure).toBeGreaterThan(20);
  });

  it('names that follow one another again and again, written in all ways', () => {
    const pair = fc.tuple(fc.constantFrom('a', 'ab', '"ab"', "'a'", 'true', '"true"', 'a b', 'a,b', 'a:b', '<<', '-a', '1'), fc.constantFrom(': ', ' : ', ':\n  ', ':', ': #'), fc.constantFrom('1', 'x', '[]', 'ab: 1'));
    const block = fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => pairs.map((parts) => `${parts.join('')}\n`).join(''));
    const flow = fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => `{${pairs.map((parts) => parts.join('')).join(', ')}}`);
    let sure = 0;
    const property = fc.property(fc.oneof(block, flow), (text) => {
      if (agrees(text)) sure++;
    });
    fc.assert(property, { numRuns: runs(2000) });
    expect(sure).toBeGreaterThan(200);
  });

  it('the files of all fixtures', () => {
    const folder = join(import.meta.dirname, '../../fixtures/workspaces');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:yaml|md)$/.test(file));
    const sure = files.filter((file) => agrees(yamlBlock(file, readFileSync(join(folder, file), 'utf8')).yaml));
    expect(sure.length).toBeGreaterThan(files.length * 0.8);
  });
});

describe('the reader of simple YAML is sure of', () => {
  it.each(Object.entries(SAMPLES))('a good file: %s', (file, text) => {
    const { yaml } = yamlBlock(file, text);
    // All of one hash are digits: it is no number that all read alike.
    if (yaml !== '') expect(agrees(yaml.replace(/ head: \d{40},/, ''))).toBe(true);
  });

  it('every file of every template', async () => {
    const root = new URL('../../../', import.meta.url);
    const { templates, template: filesOf } = createTemplates(root, createPackageFiles(root));
    for (const { name: template } of await templates()) {
      const files = fillMarks(await filesOf(template), { project: 'shop', folder: 'deployment' }, null);
      for (const { path, text } of files.filter((file) => file.path.endsWith('.yaml'))) expect({ template, path, sure: agrees(text) }).toEqual({ template, path, sure: true });
    }
  });

  it.each<readonly [text: string, value: unknown]>([
    ['a: 1\n\n# c\nb: two words # c\nc:\n', { a: 1, b: 'two words', c: null }],
    ['- a\n-   b: 1\n    c: [x, "y z"]\n-\n  d: {e: f}\n', ['a', { b: 1, c: ['x', 'y z'] }, { d: { e: 'f' } }]],
    ['a:\n- 1\n- 2\nb: c', { a: [1, 2], b: 'c' }],
    ['a: |\n  one\n\n    two\n\nb: >-\n  three\n  four\n', { a: 'one\n\n  two\n', b: 'three four' }],
    ['a:\n  "b"\nc:\n  [d]\n', { a: 'b', c: ['d'] }],
    ['a: b:c\n  d\n  true\ne:\n  f\n   g\n', { a: 'b:c d true', e: 'f g' }],
    ['- - e\n  - f: g\n    h: i\n- j', [['e', { f: 'g', h: 'i' }], 'j']],
    ['a: [one, # first\n    two,\n  ]\nb: 2025-08-12\r\n', { a: ['one', 'two'], b: '2025-08-12' }],
    ['"a: b": \'it\'\'s\'\n\'c\': "\\u00e9\\n"\n', { 'a: b': "it's", 'c': 'é\n' }],
  ])('%j', (text, value) => {
    expect(readSimpleYaml(text)).toStrictEqual(value);
    expect(agrees(text)).toBe(true);
  });
});

describe('the reader of simple YAML leaves to the library', () => {
  it.each([
    ...['', '# c', '---\na: b', '...', '%YAML 1.2', '\ufeffa: b', 'a: b\rc: d', 'a:\tb'],
    ...['a: b\na: c', '{a: b, a: c}', '__proto__: a', 'a: {__proto__: b}', '<<: {a: b}', '1: a', 'null: a', `${'k'.repeat(1001)}: a`],
    ...['a: &b c', 'a: *b', 'a: !b c', '? a', 'a: b: c', 'a: b\n\n  c', 'a: b # c\n  d', 'a: b \n  c', 'a: b\n  # c', 'a\n  b: c', 'a: b\n  c: d', ' a: b\nc: d', 'a: b\n c: d', 'a:\n    b: c\n  d: e', '- a\nb: c'],
    ...['a: 0x1F', 'a: 0o17', 'a: .inf', 'a: 1e400', 'a: -0', 'a: 12345678901234567890', 'a: "\\x41"', 'a: "b', "a: 'b", 'a: "b" c', 'a: [b', 'a: [b]c', 'a: [b, , ]', 'a: [b: c]', 'a: {b}', 'a: [b\n]', 'a: |+\n  b', 'a: |2\n  b', 'a: |\n\n  b', 'a: >\n  b\n   c', 'a: |\nb: c'],
    `a: ${'['.repeat(21)}${']'.repeat(21)}`,
    Array.from({ length: 23 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  ])('%j', (text) => {
    expect(readSimpleYaml(text)).toBeUndefined();
  });
});
