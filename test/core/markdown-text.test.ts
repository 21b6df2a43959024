import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { literal } from '../../src/core/markdown-text.ts';
import { plain } from '../../src/core/plain-text.ts';
import '../support/seed.ts';

const markdown = new MarkdownIt({ html: true });
/** What a reader sees of a cell; `null`: there is more than text in it. */
function shown(text: string): string | null {
  const [, cell] = /<tbody>\n<tr>\n<td>(.*)<\/td>\n<td>end<\/td>\n<\/tr>\n<\/tbody>/.exec(markdown.render(`| a | b |\n| --- | --- |\n| ${literal(text)} | end |\n`)) ?? [];
  if (cell === undefined || cell.includes('<')) return null;
  return cell.replaceAll('\u200B', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

it('is shown as it is, whatever it holds', () => {
  const part = fc.constantFrom('<b>', '</td>', '&lt;', '@all', '#12', '![x](', '](', ')', '[', '*', '_', '`', '|', '\\', '~~', 'www.', 'https://', 'e.vil', 'a@b.cd', '-', ' ', '\u202E', 'ä');
  fc.assert(fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
    const text = parts.join('');
    expect(shown(text)).toBe(plain(text));
  }));
});

it('neither calls anybody nor refers to anything', () => {
  expect(literal('@all: see org/repo#12, C# and www.e.vil')).toBe('@&#8203;all: see org/repo\\#&#8203;12, C\\# and www&#46;e.vil');
});
