import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesOf, readEstimate } from '../../../src/core/duration.ts';
import { compilerOf, differences, validatorOf } from '../../support/read-schemas.ts';

const ajv = compilerOf('.');
const unit = fc.constantFrom('m', 'min', 'mins', 'minute', 'Minutes', 'h', 'hr', 'hrs', 'hour', 'Hours', 'd', 'day', 'Days', 'w', 'wk', 'wks', 'week', 'Weeks');
const number = fc.oneof(fc.nat(99).map(String), fc.tuple(fc.nat(99), fc.nat(9)).map(([whole, part]) => `${whole}.${part}`));
const space = fc.constantFrom('', ' ');
const one = fc.tuple(number, space, unit).map((parts) => parts.join(''));
const sum = fc.array(one, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const range = fc.tuple(number, fc.constantFrom('-', ' - ', ' to ', '–'), one).map((parts) => parts.join(''));
const anything = fc.oneof(fc.string(), fc.stringMatching(/^[\d.]{0,3} ?[a-z]{0,4} ?[\d.]{0,3} ?[a-z]{0,7}$/));

const lease = (text: string): boolean => differences(validatorOf(ajv, 'limits.schema.json'), { lease: text }).length === 0;
const estimate = (text: string): boolean => differences(validatorOf(ajv, 'task.schema.json'), { id: 'A', task: 'a', estimate: text }).length === 0;

test('the schema accepts every length that people write', () => {
  fc.assert(fc.property(sum, (text) => lease(text) && estimate(text)));
  fc.assert(fc.property(range, estimate));
});

test('what the schema accepts, the code understands', () => {
  fc.assert(fc.property(fc.oneof(sum, anything), (text) => !lease(text) || minutesOf(text) !== null), { numRuns: 1000 });
  fc.assert(fc.property(fc.oneof(sum, range, anything), (text) => !estimate(text) || readEstimate(text) !== null), { numRuns: 1000 });
});

test('a hostile length is turned down as fast as a short one', () => {
  // Were the pattern to try the ways to split these, 100,000 characters would keep it busy for hours.
  for (const text of ['1'.repeat(100_000), `1${' '.repeat(100_000)}x`, `${'1h'.repeat(50_000)}x`, `1 h${' ,'.repeat(50_000)}x`, `1 to 1${' '.repeat(100_000)}x`]) {
    expect([text.slice(0, 8), lease(text), estimate(`${text}!`)]).toEqual([text.slice(0, 8), false, false]);
  }
});
