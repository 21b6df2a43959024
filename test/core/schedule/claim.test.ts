import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClaim, printClaim } from '../../../src/core/schedule/claim.ts';
import type { ClaimRecord } from '../../../src/core/schedule/claim.ts';
import { validateClaim } from '../../../src/core/schemas/validators.js';
import { aClaim } from '../../support/a-claim.ts';

const text = fc.string({ minLength: 1 });
const time = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
const hex = (length: number) => fc.array(fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16)), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
const claims: fc.Arbitrary<ClaimRecord> = fc.record({
  state: fc.constantFrom('held', 'released', 'done'),
  agent: text,
  nonce: hex(32),
  token: fc.integer({ min: 1 }),
  since: time,
  leaseMinutes: fc.integer({ min: 1, max: 10_000 }),
  until: time,
  branch: fc.option(text),
  head: fc.option(hex(40)),
  criteria: hex(64),
  session: fc.option(text),
  worktree: fc.option(text),
  remote: fc.option(text),
});

describe('a claim as text', () => {
  test('print then parse is the identity, and the schema agrees', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const printed = printClaim(claim);
        expect(parseClaim(printed)).toEqual(claim);
        expect(validateClaim(JSON.parse(printed))).toBe(true);
      }),
    );
  });

  test('unknown fields are kept', () => {
    const printed = printClaim(aClaim()).replace('{', '{ "y": 1, "x-note": [1],');
    const claim = parseClaim(printed);
    expect(claim?.more).toEqual({ y: 1, 'x-note': [1] });
    expect(JSON.parse(printClaim(claim ?? aClaim()))).toMatchObject({ y: 1, 'x-note': [1] });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'held by me'],
    ['a list', '[]'],
    ['a newer protocol', printClaim(aClaim()).replace('"coord": 1', '"coord": 2')],
    ['a nonce of the wrong length', printClaim(aClaim({ nonce: 'abc' }))],
    ['a token below one', printClaim(aClaim({ token: 0 }))],
    ['a token that cannot be raised', printClaim(aClaim({ token: Number.MAX_SAFE_INTEGER }))],
    ['a lease beyond all dates', printClaim(aClaim({ leaseMinutes: 1e15 }))],
    ['an impossible time', printClaim(aClaim({ until: 'tomorrow' }))],
    ['no branch field', printClaim(aClaim()).replace('"branch"', '"x-branch"')],
  ])('%s is no claim', (_, printed) => {
    expect(parseClaim(printed)).toBeNull();
  });
});
