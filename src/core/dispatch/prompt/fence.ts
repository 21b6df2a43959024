/** Data in a prompt: between fences, or marks within a line, that nothing in it can close. */
import { plain, plainLines } from '../../plain-text.ts';

/** Whole lines, between two fences longer than any run of the same mark in them. */
export function fence(text: string): string {
  const inside = plainLines(text).replace(/\n+$/, '');
  const mark = '`'.repeat(Math.max(3, longestRun(inside) + 1));
  return `${mark}data\n${inside}\n${mark}`;
}

/** Within a line: between marks longer than any run of the same in it. */
export function inlineData(text: string): string {
  const inside = plain(text);
  const mark = '`'.repeat(longestRun(inside) + 1);
  const space = inside.startsWith('`') || inside.endsWith('`') ? ' ' : '';
  return inside === '' ? '' : mark + space + inside + space + mark;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
