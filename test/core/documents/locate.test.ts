import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { locator } from '../../../src/core/documents/locate.ts';
import { positions } from '../../../src/core/documents/position.ts';
import { isRecord } from '../../../src/core/documents/with-value.ts';
import type { Pointer } from '../../../src/core/model.ts';
import { arbitraryYaml } from '../../support/arbitrary-yaml.ts';
import { runs } from '../../support/arbitrary-runs.ts';

function scalarsIn(value: unknown, at: Pointer = []): { pointer: Pointer; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => scalarsIn(item, [...at, index]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => scalarsIn(item, [...at, key]));
  return [{ pointer: at, value }];
}

const isMerged = ([first]: Pointer): boolean => first === 'x-merged' || first === 'x-copy' || first === 'x-tagged';

describe('the stretch of a pointer', () => {
  it('is the value, and that of its key the key', () => {
    const property = fc.property(arbitraryYaml, ({ text, value }) => {
      const locate = locator(text);
      for (const scalar of scalarsIn(value).filter(({ pointer }) => !isMerged(pointer))) {
        const { offset, length } = locate(scalar.pointer);
        const shown = text.slice(offset, offset + length);
        const last = scalar.pointer.at(-1);
        // A block scalar's stretch has lost its indentation; an empty value is shown by its key.
        if (scalar.value !== null && !/^[|>]|\n/.test(shown)) expect(load(shown)).toEqual(scalar.value);
        if (scalar.value === null && typeof last === 'string') expect(['null', '~', last]).toContain(shown.replace(/^(["'])(.*)\1$/, '$2').trim());
        if (typeof last !== 'string') continue;
        const key = locate(scalar.pointer, 'key');
        expect(String(load(text.slice(key.offset, key.offset + key.length)))).toBe(last);
      }
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('of a pointer that leads nowhere is that of its nearest parent', () => {
    const locate = locator('a:\n  b: c\nd: [1]\n', 10);
    expect(locate(['a', 'b', 'x'])).toEqual({ offset: 18, length: 1 });
    expect(locate(['a', 'x'])).toEqual({ offset: 15, length: 1 });
    expect(locate(['d', 7])).toEqual({ offset: 23, length: 3 });
    expect(locate(['x'])).toEqual({ offset: 10, length: 1 });
  });

  it('takes the first of equal keys', () => {
    expect(locator('a: 1\na: 2\n')(['a'])).toEqual({ offset: 3, length: 1 });
  });
});

describe('a position', () => {
  it('counts lines and columns from 1, whatever ends a line', () => {
    const property = fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '\u{1f600}', '\n', '\r\n', '\r'), maxLength: 20 }), fc.nat(30), fc.integer({ min: 1, max: 30 }), (text, offset, length) => {
      const at = Math.min(offset, text.length);
      const before = text.slice(0, at).split(/\r\n|\n|\r(?!\n)/);
      const rest = text.slice(at).split(/[\r\n]/)[0] ?? '';
      const column = (before.at(-1) ?? '').replace(/\r$/, '').length + 1;
      if (text[at - 1] === '\r' && text[at] === '\n') return; // within a line break
      expect(positions(text)(offset, length)).toEqual({ line: before.length, column, endColumn: column + Math.max(1, Math.min(length, rest.length)) });
    });
    fc.assert(property, { numRuns: runs(1000) });
  });
});
