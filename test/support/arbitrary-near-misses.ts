/** YAML of many lines that is nearly what coord prints: right but for what one slip, or another reading of the rules, makes of it. */
import * as fc from 'fast-check';

const ODD_SCALARS = [
  ...['1', '01', '-1', '+1', '-0', '0', '1.', '.5', '1.50', '-1.5', '1e3', '1E+3', '1e400', '1_000', '0x1F', '0o17', '0b1', '1:30', '12345678901234567890', '.inf', '-.INF', '.nan', '1.2.3', '8ff239e7', '4e135', '2025-08-12', '2025-08-14T12:00:00+02:00', '.github', '../x', '...', '....', '---', '--flag', '-x', '-.5', '-'],
  ...['~', 'null', 'Null', 'NULL', 'nULL', 'true', 'True', 'TRUE', 'yes', 'No', 'on', 'y', 'false', 'FALSE', 'nullable', 'true story'],
  ...['word', 'two words', 'two  words', 'a:b', 'a: b', 'a: b: c', 'a:', 'a :b', 'a : b', ':a', '# no', 'a # c', 'a #c', 'a#b', '#', 'it\'s', 'a "b" c', '50%', 'http://x.org/?a=b#c', 'C:\\dir', 'a, b', 'a]', 'a}', 'a[0]', '{{day}}', 'a{b', '<<', '<b>', '=', '<', '(x)', '$x', '^', ';', '?x', '? x', ':', '?', '@a', '`a`', '%a', '&a b', '*a', '!a b', '!', '|', '>', '||', '| x'],
  ...['"q"', '"a b"  ', '"a\\nb"', '"\\u00e9"', '"\\ud800"', '"\\x41"', '"\\e"', '"\\/"', '"a\\"b"', '"\\\\"', '"a\\', '"a', '"a" b', '"a": b', '"a"#c', '"a" #c', '""', '" "', "'s'", "'it''s'", "''", "''''", "'", "'a' b", "'a'b", "'\\n'", "'a'#", '"a"b'],
  ...['[]', '[ ]', '[a]', '[a, b]', '[a,b]', '[a , b ]', '[a, ]', '[,]', '[a b, c]', '[a: b]', '[a:]', '[a:b]', '[ "a", \'b\' ]', '["a"b]', '[[a], [b]]', '[a]b', '[a] # c', '[a', '[a,', '[#a]', '[a #b]', '[a#b]', '[-1, - 1]', '[-]', '[1, null, ~, true]', '[*.ts]', '[src/**]', '[http://x.org]', '[a?b, ?b]', '[a, {b: c}]'],
  ...['{}', '{ }', '{a: b}', '{ a: b, c: d }', '{a: b, a: c}', '{a:b}', '{"a":b}', '{"a": b}', '{a: }', '{a}', '{a: b, }', '{a: b: c}', '{a: [b, {c: d}]}', '{1: a}', '{null: a}', '{__proto__: a}', '{<<: a}', '{<<: {a: b}}', '{a: b} c', '{a : b}', '{ "a b" : c }', '{a: "b"}', '{constructor: x}', '{a: - b}', '{a: {b}'],
  ...['|', '|-', '|+', '|2', '>', '>-', '>+', '| # c', '|# c', '|- x', '>2-'],
  ...['- a', '- - a', '-  b', '- a: b', '- [a]', '- "a": b', '- ', 'é', '😀', 'a\u00a0b', '\u00a0', '\u200b', 'a\u0085b', 'a\u2028b', '\ufeff', 'a\tb', '\ta', 'a\t', 'a\t# c', '\u0007', '\u007f', '\ud800', 'x'.repeat(1100)],
];
const KEYS = ['id', 'id', 'task', 'task', 'files', 'notes', 'a b', 'x-y', '"q"', "'s'", '"a: b"', '__proto__', '"__proto__"', 'constructor', 'toString', '<<', '"<<"', '1', '"1"', 'null', '~', 'true', '-a', '- a', '?', '? a', '"a\\nb"', '""', 'a#b', 'a #b', '2025-08-12', '...', '---', 'é', '<', '[a]', '{a: b}', 'k'.repeat(999), 'k'.repeat(1030), '*a', '&a b'];
const COLONS = [': ', ': ', ': ', ':', ' : ', ':  ', ': # c\n', ':\n', ':#', ':\t'];
const BEGINNINGS = ['', '', '', '  ', '  ', '    ', ' ', '   ', '- ', '- ', '  - ', '    - ', '-   ', '-\n', '  -\n', '- - ', '\t', '# c\n', '  # c\n', '\n', '   \n', '---\n', '--- ', '...\n', '%YAML 1.2\n', '\r'];
const ENDINGS = ['\n', '\n', '\n', '\n', '\n\n', '  \n', ' # c\n', '# c\n', '\r\n', '\r', '', '\n   \n', '\n# c\n', '\n    # c\n', ' #\n'];

const oneOf = (texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const scalar = oneOf(ODD_SCALARS);
const pair = fc.tuple(oneOf(KEYS), oneOf(COLONS), scalar).map((parts) => parts.join(''));
const tameKey = fc.constantFrom('a', 'b', 'c', 'd', 'e', '"f"', "'g'");
const tamePair = fc.tuple(tameKey, fc.constantFrom(': ', ': ', ':\n'), fc.oneof(scalar, fc.constantFrom('word', '', '|', '>', '[a]'))).map((parts) => parts.join(''));
const line = fc.tuple(oneOf(BEGINNINGS), fc.oneof(pair, tamePair, tamePair, scalar), oneOf(ENDINGS)).map((parts) => parts.join(''));
const tameLine = fc.tuple(fc.constantFrom('', '', '  ', '  ', '    ', '- ', '  - ', '\n', '# c\n'), fc.oneof(tamePair, fc.constantFrom('word', 'word', '- word', '"q"', 'a:b #c')), fc.constantFrom('\n', '\n', ' \n', ' # c\n', '\r\n', '\n\n')).map((parts) => parts.join(''));

/** Of wild lines nearly none is a document; of tame ones many are, in blocks of every shape. */
export const arbitraryNearMiss: fc.Arbitrary<string> = fc.oneof(
  fc.array(tameLine, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('')),
  fc.tuple(fc.array(tameLine, { maxLength: 4 }), line, fc.array(tameLine, { maxLength: 4 })).map(([before, odd, after]) => [...before, odd, ...after].join('')),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('')),
);
