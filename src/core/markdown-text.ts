/** A text from a file as Markdown shows it, on one line: no mark, link, image, mention or HTML comes from it. */
import { plain } from './plain-text.ts';

export function literal(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[\\`*_{}[\]()#!|~@]/g, '\\$&').replaceAll('://', ':&sol;/');
}
