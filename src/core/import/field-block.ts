/** Fields of ours at the end of another tool's Markdown: a fenced block that people can read and change, and that survives on any page. */
import { printValue } from '../documents/print-scalar.ts';
import type { Writable } from '../documents/print-scalar.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { readKept } from './kept-fields.ts';
import type { Told } from './kept-fields.ts';

/** Pages colour it as YAML. */
const OPENING = '```yaml coord\n';
const CLOSING = '\n```';

/** Each value stands on one line, so no text can close the fence. */
export function withFieldBlock(text: string, fields: Readonly<Record<string, Writable>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${printValue(value)}`.trimEnd());
  if (lines.length === 0) return text;
  return `${text === '' ? '' : `${text}\n\n`}${OPENING}${lines.join('\n')}${CLOSING}`;
}

/** The text before the block, and what the block says. */
export function splitFieldBlock(text: string): { readonly text: string; readonly kept: Partial<Told> } {
  const start = text.lastIndexOf(OPENING);
  const end = text.trimEnd();
  if (start === -1 || !end.endsWith(CLOSING)) return { text, kept: {} };
  const { value } = readYaml(end.slice(start + OPENING.length, -CLOSING.length), 'block');
  return { text: text.slice(0, start).replace(/\n\n$/, ''), kept: readKept(value) };
}
