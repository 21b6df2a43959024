/** HTML with values in it: every value is text, unless it was made by this same door. */
import { markupText } from './svg.ts';
import { cut } from './width.ts';

/** Of a text: a page is read, and a row has to fit on paper. */
const LONGEST = 300;

export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Value = string | number | Html | null | false | readonly Html[];

export function html(words: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(words.reduce((made, word, index) => made + markupOf(values[index - 1] ?? '') + word));
}

function markupOf(value: Value): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('\n');
  return markupText(cut(String(value), LONGEST));
}
