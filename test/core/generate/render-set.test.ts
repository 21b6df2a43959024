/** Templates of a set: what they make, and what is wrong with them. */
import { describe, expect, test } from 'vitest';
import { diffLines } from '../../../src/core/generate/diff-lines.ts';
import { entityValues } from '../../../src/core/generate/entity-values.ts';
import { readSet } from '../../../src/core/generate/read-set.ts';
import { renderSet } from '../../../src/core/generate/render-set.ts';
import type { RenderedSet } from '../../../src/core/generate/render-set.ts';

const VALUES = entityValues({ name: 'OrderLine', fields: [{ name: 'unit_price', type: 'number' }, { name: 'state', type: 'enum', values: ['open', 'done'] }] }, 'src');

function made(path: string, text = '', more = ''): RenderedSet {
  const reading = readSet(`files:\n  - { template: a.hbs, path: ${JSON.stringify(path)} }\n${more}`, 'generator.yaml');
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return renderSet(reading.set, new Map([['a.hbs', text]]), VALUES);
}

test('names are written as they are, never fenced', () => {
  const text = '{{entity.pascal}}\n{{#each entity.fields}}\n{{camel}}: {{#if is.enum}}{{#each values}}{{this}}{{#unless @last}} | {{/unless}}{{/each}}{{else}}{{type}}{{/if}}\n{{/each}}\n';
  expect(made('{{into}}/{{entity.kebab}}.ts', text)).toEqual({ files: [{ path: 'src/order-line.ts', text: 'OrderLine\nunitPrice: number\nstate: open | done\n' }], commands: [] });
});

test('arguments of commands are filled in one by one', () => {
  expect(made('a', '', 'commands: [{ name: unit, run: [node, "{{entity.kebab}}; rm -rf x"], timeout: 90 s }, { name: other, run: [make] }]\n')).toMatchObject({
    commands: [
      { name: 'unit', command: ['node', 'order-line; rm -rf x'], timeoutSeconds: 90 },
      { name: 'other', command: ['make'], timeoutSeconds: 300 },
    ],
  });
});

describe('refused', () => {
  test.each([
    ['../{{entity.kebab}}', 'the path ../order-line leaves the repository'],
    ['/etc/x', 'the path /etc/x leaves the repository'],
    ['a/../../x', 'the path a/../../x leaves the repository'],
    ['.git/hooks/pre-commit', 'the path .git/hooks/pre-commit belongs to git'],
    ['a/.GIT/x', 'the path a/.GIT/x belongs to git'],
    ['a//b', 'the path a//b is none that every system can have'],
    ['{{#if entity.comment}}a{{/if}}', 'the path  is none that every system can have'],
    ['a/b\nc', 'the path a/b\nc is none that every system can have'],
    ['a'.repeat(256), `the path ${'a'.repeat(256)} is none that every system can have`],
  ])('%j', (path, reason) => expect(made(path)).toEqual({ faults: [{ file: 'generator.yaml', line: 1, reason }] }));

  test.each([
    ['a\n{{entity.nam}}', 2, 'there is no {{entity.nam}}'],
    ['{{#if entity.comment}}{{gone}}{{/if}}', 1, 'there is no {{gone}}'],
    ['{{helper "x"}}', 1, '{{helper ...}}: there are no functions'],
    ['{{> other}}', 1, 'other templates'],
    ['{{#each entity.fields}}', 1, 'it cannot be read'],
    ['{{entity.constructor}}', 1, 'there is no {{entity.constructor}}'],
    ['{{entity.__proto__.polluted}}', 1, 'there is no {{entity.__proto__.polluted}}'],
  ])('a template with %j, whatever the entity is', (text, line, reason) => expect(made('a', text)).toMatchObject({ faults: [{ file: 'a.hbs', line, reason: expect.stringContaining(reason) as unknown }] }));

  test('two files of one path', () => {
    const reading = readSet('files:\n  - { template: a.hbs, path: a/B }\n  - { template: a.hbs, path: A/b }\n', 'generator.yaml');
    expect('set' in reading && renderSet(reading.set, new Map([['a.hbs', '']]), VALUES)).toEqual({ faults: [{ file: 'generator.yaml', line: 1, reason: 'the path A/b is the path of two files' }] });
  });

  test.each(['template: ../a.hbs', 'template: /a.hbs', 'template: .hidden', 'template: "a b"'])('%s', (template) => {
    expect(readSet(`files:\n  - { ${template}, path: a }\n`, 'generator.yaml')).toMatchObject({ problems: [{ code: 'schema-violation', at: { line: 2 } }] });
  });
});

describe('differences', () => {
  test.each([
    ['a\nb\nc\n', 'a\nb\nc\n', []],
    ['', 'a\n', ['@@ -1 +1 @@', '+a']],
    ['a\nb\nc\n', 'a\nx\nc\n', ['@@ -1 +1 @@', ' a', '-b', '+x', ' c']],
    ['1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n', ['@@ -7 +7 @@', ' 7', ' 8', ' 9', '+10']],
    ['a\nb\nc\nd\n', 'b\nc\ne\nd\n', ['@@ -1 +1 @@', '-a', ' b', ' c', '+e', ' d']],
  ])('of %j and %j', (before, after, lines) => expect(diffLines(before, after)).toEqual(lines));

  test('of two that are long and have nothing in common are shown as one piece', () => {
    const many = (mark: string): string => Array.from({ length: 3000 }, (_, index) => `${mark}${index}`).join('\n');
    expect(diffLines(many('a'), many('b'))).toHaveLength(6001);
  });
});
