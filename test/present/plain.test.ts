import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, plainLines, printable, say } from '../../src/present/text/plain.ts';

describe('plain', () => {
  it.each([
    ['Fix website deployment', 'Fix website deployment'],
    ['Grüße, 日本 👩‍💻', 'Grüße, 日本 👩‍💻'],
    ['two\nlines\tand a tab\r\n', 'two lines and a tab'],
    ['\u001B]0;title\u0007', '<U+001B>]0;title<U+0007>'],
    ['a\u202Eb\u2066c\u200Bd\uFEFF', 'a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>'],
    ['\u009B2J', '<U+009B>2J'],
    ['\uD800', '<U+D800>'],
    ['tag \u{E0041}', 'tag <U+E0041>'],
  ])('%j becomes %j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it('leaves nothing that could move the cursor, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plain(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u);
        expect(plain(once)).toBe(once);
      }),
    );
  });
});

describe('plainLines', () => {
  it('keeps line breaks and widens tabs', () => {
    expect(plainLines('a\tb\r\nc\u0007')).toBe('a  b\nc<U+0007>');
  });
});

describe('say', () => {
  it('passes each value through the door and keeps the words', () => {
    expect(say`${'A\u001B'} waits\nfor ${2} of ${'B\nC'}.`).toBe('A<U+001B> waits\nfor 2 of B C.');
  });
});

describe('printable', () => {
  it('lets only the colours of our own through', () => {
    const text = '\u001B[31mred\u001B[0m \u001B[2J \u001B[5mblink';
    expect(printable(text, true)).toBe('\u001B[31mred\u001B[0m <U+001B>[2J <U+001B>[5mblink');
    expect(printable(text, false)).toBe('<U+001B>[31mred<U+001B>[0m <U+001B>[2J <U+001B>[5mblink');
  });
});
