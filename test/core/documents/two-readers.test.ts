import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCarefully, readYaml } from '../../../src/core/documents/read-yaml.ts';

/**
 * Two libraries read YAML, so they have to read it alike: the decision "Read YAML with two libraries" rests on this.
 * Left out is what no field of a record can hold: an empty key, a number past the largest, a block that says its own indentation.
 */

const scalar = fc.oneof(
  fc.constantFrom('yes', 'No', 'on', 'y', '~', 'null', 'Null', 'NULL', 'true', 'True', 'TRUE', 'false', ''),
  fc.constantFrom('0', '-0', '+1', '012', '0o17', '0x1F', '0b11', '1_000', '1e3', '1E+3', '.5', '5.', '-.5', '1.5e', '.inf', '-.Inf', '.nan', '12:30', '1:2:3', '9007199254740993'),
  fc.constantFrom('2025-08-12', '2025-08-12 12:30:00', '2025-08-12T12:30:00Z', '2001-1-1'),
  fc.constantFrom('"a\\tb"', "'it''s'", '"\\u00e9"', '"a # b"', 'a # b', 'a#b', '#b', 'a: b', 'a:b', ': a', '- a', '-a', '?a', '|a', '>a', '%a', '@a', '`a', '"a" b', '= a', '<'),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '0', ':', '-', '#', '"', "'", ',', '[', ']', '{', '}', '\\', 'é', '😀', '.') , maxLength: 8 }),
);
const key = fc.oneof(fc.constantFrom('id', 'task', 'y', 'null', '1', '1.0', 'true', '"q"', "'s'", '__proto__', 'a b', 'é', ''), scalar.filter((text) => !text.includes('\n')));
const flow = fc.oneof(fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`), fc.array(fc.tuple(key, scalar), { maxLength: 3 }).map((pairs) => `{ ${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')} }`));
const block = fc.tuple(fc.constantFrom('|', '>', '|-', '>+', '>-'), fc.array(fc.constantFrom('text', '', '  more', 'a: b', '# no comment'), { maxLength: 3 })).map(([head, lines]) => [head, ...['first', ...lines].map((line) => `    ${line}`)].join('\n'));
const value = fc.oneof(scalar, flow, block, fc.array(scalar, { minLength: 1, maxLength: 3 }).map((items) => `\n${items.map((item) => `  - ${item}`).join('\n')}`));
const line = fc.oneof(fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`), scalar.map((text) => `- ${text}`), fc.constantFrom('', '# comment', '   ', '  continued'));
const text = fc.tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([lines, newline]) => lines.join('\n').replaceAll('\n', newline));

/** `null` is how one of them calls it. */
function hasEmptyKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, item]) => name === '' || name === 'null' || hasEmptyKey(item));
}

test('a text read at once gives what the careful reader gives', () => {
  let compared = 0;
  fc.assert(
    fc.property(text, (yaml) => {
      const quick = readYaml(yaml, 'x.yaml');
      const careful = parseCarefully(yaml, { file: 'x.yaml', offset: 0 });
      fc.pre(!hasEmptyKey(careful.value) && !hasEmptyKey(quick.value));
      expect({ yaml, value: quick.value, broken: quick.problems.length > 0 }).toEqual({ yaml, value: careful.value, broken: careful.problems.length > 0 });
      if (quick.problems.length === 0) compared++;
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(40);
});
