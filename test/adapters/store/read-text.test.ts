import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/adapters/store/read-text.ts';

/** Words, marks, characters of two, three and four bytes whole and cut, what no UTF-8 holds, and what stands for that. */
const PIECES = ['id: A\n', '\ufeff', 'ü', '\u20ac', '\u{1f600}', '\ufffd', '\0'].map((text) => [...Buffer.from(text)]);
const SPOILED = [[0xff], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0x80]];

describe('bytes as text', () => {
  it('is what a decoder says that refuses all that is no UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES, ...SPOILED), { maxLength: 6 }), (pieces) => {
        const bytes = Buffer.from(pieces.flat());
        expect(decode(bytes, 'a.yaml').text).toBe(bytes.includes(0) ? null : strictly(bytes));
      }),
    );
  });

  it('says at which byte it ends to be text', () => {
    const faultOf = (...bytes: number[]): unknown => decode(Buffer.from(bytes), 'a.yaml').problem?.facts;
    expect(faultOf(0x61, 0xff, 0x62)).toEqual({ byte: 1 });
    expect(faultOf(0xc3, 0xbc, 0xc3)).toEqual({ byte: 2 });
    expect(faultOf(0xff, 0x61, 0)).toEqual({ byte: 2 });
  });
});

function strictly(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
