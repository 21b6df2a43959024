/** YAML documents as people write them, in every style, each with the value it stands for. */
import * as fc from 'fast-check';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface YamlDocument {
  readonly text: string;
  readonly value: { readonly [key: string]: Json };
}

/** Written at an indentation; `text` begins where the value does, after `key:` or `-`, with the blanks before it. */
interface Written {
  readonly value: Json;
  readonly write: (indent: number) => string;
  /** Must stand in a block; has no place between brackets. */
  readonly block?: true;
}

const words = fc.constantFrom('a', 'two words', 'src/**/x.ts', 'it\'s', 'a "b" c', 'http://x.org/?a=b#c', '50%', 'über 😀', 'x:y', 'a#b', '2025-08-12', '- no', '# no', 'yes', 'null', '12', ' lead', 'trail ', '', 'a: b', '[x]', '{y}', '*z', '&z', '!z', '|', '@a', '%a');
const isPlain = (text: string): boolean => /^[A-Za-z][\w/.%" ':üher😀-]*$/u.test(text) && !/^(?:yes|null)$|: | #| $|"/.test(text);

const inLine = (value: Json, text: string): Written => ({ value, write: () => text });

const scalar: fc.Arbitrary<Written> = fc.oneof(
  words.map((text) => inLine(text, JSON.stringify(text))),
  words.map((text) => inLine(text, `'${text.replaceAll("'", "''")}'`)),
  words.filter(isPlain).map((text) => inLine(text, text)),
  fc.constantFrom(inLine(1, '1'), inLine(1.5, '1.50'), inLine(-7, '-7'), inLine(true, 'true'), inLine(false, 'False'), inLine(null, 'null'), inLine(null, '~'), inLine('2025-08-12', '2025-08-12'), inLine('yes', 'yes'), inLine(31, '0x1F'), inLine('1_000', '1_000')),
);

const lines = fc.array(fc.constantFrom('one', 'a: b', '# not a comment', '- x', '"y"', '  deeper'), { minLength: 1, maxLength: 3 }).map((found) => ['first', ...found]);

const multiLine: fc.Arbitrary<Written> = fc.oneof(
  lines.map((found): Written => ({ value: `${found.join('\n')}\n`, block: true, write: (indent) => `|\n${found.map((line) => `${' '.repeat(indent + 2)}${line}`).join('\n')}` })),
  lines.map((found): Written => ({ value: found.join('\n'), block: true, write: (indent) => `|- # kept\n${found.map((line) => `${' '.repeat(indent + 3)}${line}`).join('\n')}` })),
  fc.constant<Written>({ value: 'folded in\n', block: true, write: (indent) => `>\n${' '.repeat(indent + 2)}folded\n${' '.repeat(indent + 2)}in` }),
  fc.constant<Written>({ value: 'over lines', write: (indent) => `"over\n${' '.repeat(indent + 1)}lines"` }),
  fc.constant<Written>({ value: 'plain over lines', write: (indent) => `plain over\n${' '.repeat(indent + 4)}lines` }),
);

const flow: fc.Arbitrary<Written> = fc.oneof(
  fc.tuple(fc.array(scalar, { maxLength: 3 }), fc.constantFrom(', ', ',', ' , ', '\n')).map(([items, comma]): Written => ({
    value: items.map(({ value }) => value),
    write: (indent) => (comma === '\n' ? brokenList(items, indent) : `[${items.map((item) => item.write(indent)).join(comma === ',' ? ', ' : comma)}]`),
  })),
  fc.uniqueArray(fc.tuple(fc.constantFrom('k', 'l m', '"q r"'), scalar), { selector: ([key]) => key, maxLength: 3 }).map((pairs): Written => ({
    value: Object.fromEntries(pairs.map(([key, { value }]) => [key.replaceAll('"', ''), value])),
    write: (indent) => (pairs.length === 0 ? '{ }' : `{ ${pairs.map(([key, item]) => `${key}: ${item.write(indent)}`).join(',  ')} }`),
  })),
);

function brokenList(items: readonly Written[], indent: number): string {
  const inner = ' '.repeat(indent + 2);
  return items.length === 0 ? '[\n' + inner + ']' : `[ # list\n${items.map((item) => inner + item.write(indent)).join(',\n')}\n${inner}]`;
}

const names = fc.constantFrom('id', 'task', 'agent', 'notes', 'a b', '"quoted: key"', "'single'", 'x-y', 'files', '__proto__', 'on', '12');
const keyOf = (name: string): string => name.replace(/^(["'])(.*)\1$/, '$2');
const endings = fc.constantFrom('', '', '', '  ', ' # comment', '   # "x": [y]');
const between = fc.constantFrom('', '', '', '\n', '# comment\n', '\n\n# another\n');

const { node } = fc.letrec<{ node: Written; map: Written; list: Written }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, { arbitrary: scalar, weight: 4 }, { arbitrary: multiLine, weight: 1 }, { arbitrary: flow, weight: 2 }, { arbitrary: fc.constant<Written>({ value: null, write: () => '' }), weight: 1 }, { arbitrary: tie('map'), weight: 1 }, { arbitrary: tie('list'), weight: 1 }),
  map: fc.tuple(pairsOf(tie('node')), fc.integer({ min: 1, max: 4 })).map(([pairs, step]): Written => ({ value: valueOf(pairs), block: true, write: (indent) => `\n${writePairs(pairs, indent + step)}` })),
  list: fc.tuple(fc.array(fc.tuple(tie('node'), endings), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 3 })).map(([items, step]): Written => ({
    value: items.map(([{ value }]) => value),
    block: true,
    write: (indent) => `\n${items.map(([item, end]) => `${' '.repeat(indent + step)}-${ended(item, indent + step + 1, end)}`).join('\n')}`,
  })),
}));

type Pairs = readonly (readonly [name: string, item: Written, ending: string, before: string])[];

function pairsOf(item: fc.Arbitrary<Written>): fc.Arbitrary<Pairs> {
  return fc.uniqueArray(fc.tuple(names, item, endings, between), { selector: ([name]) => keyOf(name), minLength: 1, maxLength: 4 });
}

function valueOf(pairs: Pairs): { readonly [key: string]: Json } {
  return Object.fromEntries(pairs.map(([name, { value }]) => [keyOf(name), value]));
}

function writePairs(pairs: Pairs, indent: number): string {
  return pairs.map(([name, item, end, before]) => `${before}${' '.repeat(indent)}${name}:${ended(item, indent, end)}`).join('\n');
}

/** A comment follows only where it is one: not behind a block's last line. */
function ended(item: Written, indent: number, end: string): string {
  const text = item.write(indent);
  if (text.startsWith('\n')) return `${end}${text}`;
  return ` ${text}${text.includes('\n') && item.block ? '' : end}`;
}

/** With a byte-order mark, CRLF, comments, anchors in other places, and with or without a last line break. */
export const arbitraryYaml: fc.Arbitrary<YamlDocument> = fc
  .record({ pairs: pairsOf(node), mark: fc.constantFrom('', '', '\ufeff'), head: fc.constantFrom('', '# head\n', '---\n', '\n\n'), anchors: fc.boolean(), newline: fc.constantFrom('\n', '\r\n'), tail: fc.constantFrom('\n', '', '\n# tail', '\n\n\n', '\n...\n') })
  .map(({ pairs, mark, head, anchors, newline, tail }) => {
    const more = anchors ? '\nx-base: &base [1, 2]\nx-copy: *base\nx-tagged: !!str 5\n<<: { x-merged: 1 }' : '';
    const extra = anchors ? { 'x-base': [1, 2], 'x-copy': [1, 2], 'x-tagged': '5', 'x-merged': 1 } : {};
    const text = `${mark}${head}${writePairs(pairs, 0)}${more}${tail}`;
    return { text: text.replaceAll('\n', newline), value: { ...valueOf(pairs), ...extra } };
  });

/** Marks of the grammar, words and odd scalars in any order: most are no document at all. */
export const arbitraryYamlText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['a', 'b', '1', '01', '0o17', '0x1F', '1_000', '+1', '.5', '1.', '1e3', '-0', '.inf', '.NaN', '1e400', '~', 'null', 'NULL', 'true', 'yes', '2025-08-12', '1:30', '"q"', "'s'", '"a\\nb"', "''", '""'],
      ...[': ', ' ', '  ', '\n', '\n  ', '\n    ', '\r\n', '\r', '\t', '- ', '? ', '# c', ' #c', '[', ']', '{', '}', ',', ', ', ':', '|\n', '>\n', '|-\n', '>+\n', '|2\n', '---', '--- ', '...', '!', '!a ', '&a ', '*a', '<<: ', '%', '@', '`', '\\', '"', "'"],
      ...['key: ', 'k2: ', '"k": ', "'k': ", '__proto__: ', '~: ', '1: ', 'true: ', 'null: ', '[a]: ', '{}: ', 'é', '😀', '\u00a0', '\u200b', '\u0007', '\u007f', '\u0085', '\ufeff', '\ud800'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
