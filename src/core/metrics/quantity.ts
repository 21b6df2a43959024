/** Figures as people write them: "90%", "< 4 hours", "200 ms", "$60", 0. */
import type { Unit } from './measured.ts';

/** plain: a bare number, which counts in whatever it is compared with. */
export interface Quantity {
  readonly value: number;
  readonly unit: Extract<Unit, 'share' | 'seconds' | 'usd'> | 'plain';
  /** The unit as it was written, `ms`; empty where there is none. */
  readonly written: string;
}

export interface Goal extends Quantity {
  /** How a figure has to stand to it; null: nobody says. */
  readonly by: '<' | '<=' | '>' | '>=' | '=' | null;
}

const LONGEST = 100;
const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?)$/, 0.001],
  [/^s(?:ecs?|econds?)?$/, 1],
  [/^m(?:ins?|inutes?)?$/, 60],
  [/^h(?:rs?|ours?)?$/, 3600],
  [/^d(?:ays?)?$/, 86_400],
  [/^w(?:ks?|eeks?)?$/, 7 * 86_400],
];
const NUMBER = /^(\$?)\s*(-?\d+(?:\.\d+)?)\s*(%|\$|usd|[a-z]*)$/;
const COMPARISON = /^(<=|>=|≤|≥|<|>|=|under|below|over|above|at most|at least)\s*(.+)$/;
const WORDS: Readonly<Record<string, Goal['by']>> = { '<': '<', '>': '>', '=': '=', '<=': '<=', '>=': '>=', '≤': '<=', '≥': '>=', under: '<', below: '<', over: '>', above: '>', 'at most': '<=', 'at least': '>=' };

/** null: it says none that can be compared, such as "+40%", which is more than what nobody knows. */
export function readGoal(text: string | number): Goal | null {
  if (typeof text === 'number') return { value: text, unit: 'plain', written: '', by: null };
  const words = text.trim().toLowerCase();
  if (words.length > LONGEST) return null;
  const [, comparison = '', rest = words] = COMPARISON.exec(words) ?? [];
  const quantity = readQuantity(rest);
  if (quantity === null || (comparison === '' && /^[+-]/.test(words))) return null;
  return { ...quantity, by: WORDS[comparison] ?? null };
}

export function readQuantity(text: string | number): Quantity | null {
  if (typeof text === 'number') return { value: text, unit: 'plain', written: '' };
  const words = text.trim().toLowerCase();
  const found = words.length > LONGEST ? null : NUMBER.exec(words);
  if (found === null) return null;
  const [, dollar = '', number = '', unit = ''] = found;
  return dollar !== '' && unit !== '' ? null : inUnit(Number(number), dollar + unit);
}

/** So many of a unit, as it is written; null: there is no such unit. */
export function inUnit(number: number, written: string): Quantity | null {
  if (written === '$' || written === 'usd') return { value: number, unit: 'usd', written };
  if (written === '%') return { value: number / 100, unit: 'share', written };
  if (written === '') return { value: number, unit: 'plain', written };
  const [, seconds] = SECONDS.find(([name]) => name.test(written)) ?? [];
  return seconds === undefined ? null : { value: number * seconds, unit: 'seconds', written };
}

/** What a program printed last: the last number on its last line that is not empty, with the unit behind it. null: there is none. */
export function lastQuantity(output: string): Quantity | null {
  const line = output.split('\n').findLast((one) => one.trim() !== '') ?? '';
  const [last] = [...line.slice(-1000).matchAll(/(?<![\w.])\$?-?\d+(?:\.\d+)?(?![\w.]*\d)(?:\s?(?:%|[a-z]+\b))?/gi)].slice(-1);
  if (last === undefined) return null;
  return readQuantity(last[0]) ?? readQuantity(/-?\d+(?:\.\d+)?/.exec(last[0])?.[0] ?? '');
}
