import { describe, expect, test } from 'vitest';
import { familiesOf } from '../../../src/core/review/locale-files.ts';
import { missingTexts } from '../../../src/core/review/missing-texts.ts';
import { textKeys } from '../../../src/core/review/text-keys.ts';

describe('families of files', () => {
  test.each([
    ['locales/{locale}.json', ['locales/en.json', 'locales/pt-BR.json', 'locales/README.json', 'x/locales/en.json'], { 'locales/{locale}.json': ['en', 'pt-BR'] }],
    ['**/{locale}/*.yml', ['a/en/x.yml', 'a/de/x.yml', 'b/en/y.yml', 'en/z.yml'], { 'a/{locale}/x.yml': ['en', 'de'], 'b/{locale}/y.yml': ['en'], '{locale}/z.yml': ['en'] }],
    ['i18n/{locale}/app.{locale}.json', ['i18n/en/app.en.json', 'i18n/de/app.en.json', 'i18n/de/app.de.json'], { 'i18n/{locale}/app.{locale}.json': ['en', 'de'] }],
    ['a+b(/{locale}.json', ['a+b(/en.json'], { 'a+b(/{locale}.json': ['en'] }],
    ['{locale}-{locale}.json', ['en-en.json'], { '{locale}-{locale}.json': ['en'] }],
  ])('%s', (pattern, paths, families) => {
    expect(Object.fromEntries([...familiesOf([pattern, pattern], paths)].map(([family, files]) => [family, files.map(({ locale }) => locale)]))).toEqual(families);
  });
});

describe('keys of a file', () => {
  test.each<readonly [path: string, text: string, keys: readonly (readonly [string, number])[] | null]>([
    ['en.json', '{\n\t"a": "x",\n\t"b": {\n\t\t"c": "y", "d": ["z"]\n\t},\n\t"e": {}\n}\n', [['a', 2], ['b.c', 4], ['b.d', 4], ['e', 6]]],
    ['en.yml', 'en:\n  a: x\n  b:\n    c: |\n      y\n', [['a', 2], ['b.c', 4]]],
    ['en.yml', 'de:\n  a: x\n', [['de.a', 2]]],
    ['en.json', '{"item_one": "1", "item_other": "n", "n": {"one": "x", "other": "y"}}', [['item', 1], ['n', 1]]],
    ['en.json', '{"en": "English"}', [['en', 1]]],
    ['en.json', '\uFEFF{"__proto__": {"constructor": "x"}}', [['__proto__.constructor', 1]]],
    ['en.json', '', []],
    ['en.json', '{"a": ', null],
    ['en.json', '["a"]', null],
    ['en.json', '{"a": 1, "a": 2}', null],
    ['en.json', '['.repeat(10_000), null],
    ['en.json', '\0', null],
  ])('%s %j', (path, text, keys) => {
    const found = textKeys(path, text, 'en');
    expect(found === null ? null : [...found]).toEqual(keys);
  });
});

describe('what is missing', () => {
  const files = ['en', 'de', 'fr'].map((locale) => ({ path: `${locale}.json`, locale }));
  const side = (texts: Readonly<Record<string, object | null>>) => new Map(Object.entries(texts).map(([locale, keys]) => [`${locale}.json`, keys === null ? null : textKeys('x.json', JSON.stringify(keys), locale)]));
  const look = (before: Parameters<typeof side>[0], after: Parameters<typeof side>[0]) => {
    const { findings, known } = missingTexts({ files, before: side(before), after: side(after) });
    return [findings.map(({ file, message }) => `${file ?? ''}: ${message}`), known];
  };

  test('is told where the change can be seen; what was so before is counted', () => {
    const old = { en: { a: 1, b: 1 }, de: { a: 1 } };
    expect(look(old, old)).toEqual([[], 1]);
    expect(look(old, { ...old, en: { a: 1, b: 1, c: 1 } })).toEqual([['en.json: c is missing in de.json (de).'], 1]);
    expect(look({ en: { a: 1 }, de: { a: 1 } }, { en: { a: 1 }, de: {} })).toEqual([['en.json: a is missing in de.json (de).'], 0]);
    expect(look({ en: { a: 1 } }, { en: { a: 1 }, fr: {} })).toEqual([['en.json: a is missing in fr.json (fr).'], 0]);
    expect(look({ en: { a: 1 }, de: {} }, { de: {} })).toEqual([[], 0]);
  });

  test('is not known of a file that cannot be read, which is told once', () => {
    expect(look({ en: { a: 1 }, de: { a: 1 } }, { en: { a: 1 }, de: null })).toEqual([['de.json: It cannot be read: its keys are not known.'], 0]);
    expect(look({ en: { a: 1 }, de: null }, { en: { a: 1 }, de: null })).toEqual([[], 0]);
  });
});
