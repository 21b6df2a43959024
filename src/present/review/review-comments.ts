/** Findings as comments on a pull request. What linters and models say is text of strangers there as well: it links to nothing and calls nobody. */
import type { CommentWords } from '../../app/review/post-comments.ts';
import type { ReviewFinding } from '../../core/schemas/types.ts';
import { plain } from '../text/plain.ts';
import { count } from '../text/words.ts';

const MARK = /<!-- coord:review ([0-9a-f]{16}) -->/g;
const mark = ({ key }: ReviewFinding): string => `<!-- coord:review ${key} -->`;

export const COMMENT_WORDS: CommentWords = {
  comment: (finding) => `${wordsOf(finding)}\n\n${mark(finding)}`,
  summary: (above, beside) => [headOf(above.length, beside), ...above.map((finding) => `- ${placeOf(finding)}${wordsOf(finding).replaceAll('\n\n', ' ')} ${mark(finding)}`)].join('\n'),
  keyIn: (text) => [...text.matchAll(MARK)].map(([, key]) => key ?? ''),
};

function headOf(above: number, beside: number): string {
  const total = above + beside;
  return `coord has ${count(total, 'finding')}${beside === 0 || above === 0 ? '' : `, ${beside} beside the lines they are about`}.\n`;
}

function placeOf({ file, line }: ReviewFinding): string {
  return file === null ? '' : `${harmless(file)}${line === null ? '' : `:${line}`}: `;
}

function wordsOf({ severity, category, by, message, suggestion }: ReviewFinding): string {
  const head = `**${severity}** (${by === category ? category : `${category}, ${harmless(by)}`}): ${harmless(message)}`;
  return suggestion === null ? head : `${head}\n\n${harmless(suggestion)}`;
}

/** No mark-up, no mention, no link to an issue or an address, no picture; code between backticks stays as it is written. */
function harmless(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\*_[\]~|!]/g, '\\$&')
    .replace(/[@#](?=[\w-])|(?<=\b(?:https?|ftp):)\/\/|(?<=\bwww)\./gi, (sign) => `${sign.charAt(0)}\u200B${sign.slice(1)}`)
    .replace(/^(?=[#>+=-]|\d+\.)/, '\\');
}
