/** Settings as a block of YAML: one entry of a mapping or list a line or a few, as people write coord.yaml. */
import { printText, printValue } from './print-scalar.ts';
import type { Writable } from './print-scalar.ts';
import { isRecord } from './with-value.ts';

const WIDEST = 110;

/** One key of coord.yaml with all below it, indented by `indent` blanks; ends with a line break. */
export function printSetting(key: string, value: Writable, indent = 0): string {
  const before = ' '.repeat(indent);
  if (!isNested(value) || (indent > 0 && !holdsRecords(value))) {
    const line = `${before}${printText(key)}: ${printValue(value)}`.trimEnd();
    if (!isNested(value) || line.length <= WIDEST) return `${line}\n`;
  }
  if (Array.isArray(value)) return `${before}${printText(key)}:\n${value.map((item: Writable) => `${before}  - ${printValue(item, true)}\n`).join('')}`;
  const entries = Object.entries(value as Readonly<Record<string, Writable>>);
  return `${before}${printText(key)}:\n${entries.map(([name, item]) => printSetting(name, item, indent + 2)).join('')}`;
}

function isNested(value: Writable): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** A mapping of mappings is laid open, so that each entry can be read and changed by itself. */
function holdsRecords(value: Writable): boolean {
  return isRecord(value) && Object.values(value).some((item) => typeof item === 'object' && item !== null);
}
