import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../src/present/text/columns.ts';
import { cut, widthOf } from '../../src/present/text/width.ts';

const SHAPE = [{}, {}, { gives: true }, {}] as const;

describe('columns', () => {
  it('aligns cells two spaces apart, without blanks at the end', () => {
    const rows = [
      ['FIX-001', 'frontend', 'Fix website deployment', 'unblocks 3'],
      ['INFRA-001', 'infrastructure', 'Deploy PostgreSQL', ''],
    ];
    expect(columns(rows, SHAPE, Infinity)).toBe('FIX-001    frontend        Fix website deployment  unblocks 3\nINFRA-001  infrastructure  Deploy PostgreSQL');
  });

  it('cuts the column that gives until the line fits', () => {
    expect(columns([['A-1', 'me', 'A long title that does not fit', 'unblocks 3']], SHAPE, 40)).toBe('A-1  me  A long title that…   unblocks 3');
  });

  it('aligns numbers to the right and wide characters by their width', () => {
    expect(columns([['日本', '3'], ['ab', '12']], [{}, { right: true }], 80)).toBe('日本   3\nab    12');
  });

  it('makes one line of each row, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(columns(rows, SHAPE, 60).split('\n')).toHaveLength(rows.length);
      }),
    );
  });
});

describe('cut', () => {
  it('never takes more columns than given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 20 }), (text, limit) => {
        expect(widthOf(cut(text, limit))).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
