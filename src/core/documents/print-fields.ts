/** Fields of a record that coord writes, a blank line between: then two branches that set different ones merge clean. */
import { printValue } from './print-scalar.ts';
import type { Writable } from './print-scalar.ts';

/** Each as `printField` made it. */
export function joinFields(fields: readonly string[]): string {
  return `${fields.join('\n\n')}\n`;
}

/** Fields as the front matter of a Markdown record. */
export function printFrontMatter(fields: readonly (readonly [name: string, value: Writable])[], body: string): string {
  const notes = body.trim();
  return `---\n${joinFields(fields.map(([name, value]) => printField(name, value)))}---\n${notes === '' ? '' : `\n${notes}\n`}`;
}

/** A list of more than one line's worth stands one item a line: that is how people read and change it. */
export function printField(name: string, value: Writable): string {
  // Most fields of a new record are still empty.
  if (value === null) return `${name}:`;
  if (Array.isArray(value) && value.length === 0) return `${name}: []`;
  if (Array.isArray(value) && isLong(value)) return `${name}:\n${value.map((item: Writable) => `  - ${printValue(item, true)}`).join('\n')}`;
  return `${name}: ${printValue(value)}`.trimEnd();
}

function isLong(items: readonly Writable[]): boolean {
  return items.length > 1 && printValue(items).length > 60;
}
