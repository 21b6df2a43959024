/** A text from a file as Markdown shows it, on one line: no mark, link, image, mention, reference or HTML comes from it. */
import { plain } from './plain-text.ts';

export function literal(text: string): string {
  const marked = plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[\\`*_[\]#|~]/g, '\\$&');
  return withoutReferences(marked).replaceAll('://', ':&sol;/').replace(/(?<=www)\./gi, '&#46;');
}

/** GitHub looks for @names and #numbers in the text that is shown, where no backslash is left: only what is not seen parts them. */
function withoutReferences(text: string): string {
  return text.replace(/[@#](?=\w)/g, '$&&#8203;');
}
