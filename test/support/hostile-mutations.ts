/** Good files, spoiled: a byte here, a line there, as broken tools, bad merges and slips of the hand do it. */
import * as fc from 'fast-check';
import { SAMPLES } from './hostile-samples.ts';

export interface SpoiledFile {
  readonly file: string;
  readonly text: string;
}

const INSERTS = [
  '\0', '\u0001', '\u007f', '\u0085', '\u00a0', '\u200b', '\u202e', '\u2028', '\ufeff', '\ufffe', '\u{1f600}', '\t', '\r', '\n', '\r\n', ' ', '  ',
  '"', "'", '`', '\\', '|', '>', '|2', '>-', '&a ', '*a', '!a ', '!!js/function ', '<<: ', '---', '---\n', '...\n', '---js\n', '%YAML 1.1\n', '? ', ': ', '- ', '#', ' #', ',', '[', ']', '{', '}', '@', '%',
  '<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', '~', 'null', '-0', '.inf', '1e999', '0x1F', '2025-02-30', '../x', '/etc/passwd', '__proto__: ', 'constructor: ', 'id: ', 'TBD', '${a}', '{{a}}',
];

interface Spoil {
  readonly how: 'insert' | 'delete' | 'change' | 'cut' | 'repeat' | 'drop line' | 'double line' | 'swap lines' | 'indent' | 'outdent' | 'crlf' | 'cr';
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

const spoil: fc.Arbitrary<Spoil> = fc.record({
  how: fc.constantFrom('insert' as const, 'insert' as const, 'insert' as const, 'delete' as const, 'change' as const, 'cut' as const, 'repeat' as const, 'drop line' as const, 'double line' as const, 'swap lines' as const, 'indent' as const, 'outdent' as const, 'crlf' as const, 'cr' as const),
  at: fc.nat(9999).map((part) => part / 10_000),
  length: fc.integer({ min: 1, max: 12 }),
  insert: fc.constantFrom(...INSERTS),
});

export const arbitraryMutation: fc.Arbitrary<SpoiledFile> = fc
  .tuple(fc.constantFrom(...Object.keys(SAMPLES)), fc.array(spoil, { minLength: 1, maxLength: 6 }))
  .map(([file, spoils]) => ({ file, text: spoils.reduce(spoiled, SAMPLES[file] ?? '') }));

function spoiled(text: string, { how, at, length, insert }: Spoil): string {
  const place = Math.floor(text.length * at);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  const lines = text.split('\n');
  const line = Math.floor(lines.length * at);
  const own = lines[line] ?? '';
  const withLines = (...now: readonly string[]): string => [...lines.slice(0, line), ...now, ...lines.slice(line + 1)].join('\n');
  switch (how) {
    case 'insert':
      return before + insert + after;
    case 'delete':
      return before + after.slice(length);
    case 'change':
      return before + insert + after.slice(insert.length);
    case 'cut':
      return before;
    case 'repeat':
      return before + after.slice(0, length * 10).repeat(length) + after;
    case 'drop line':
      return withLines();
    case 'double line':
      return withLines(own, own);
    case 'swap lines':
      return [...lines.slice(0, line), lines[line + 1] ?? '', own, ...lines.slice(line + 2)].join('\n');
    case 'indent':
      return withLines(' '.repeat(length) + own);
    case 'outdent':
      return withLines(own.replace(/^ {1,3}/, ''));
    case 'crlf':
      return text.replaceAll('\n', '\r\n');
    case 'cr':
      return text.replaceAll('\n', '\r');
  }
}
