/** Lengths of work as people write them, in the form the field `estimate` takes: `3-4 hours`, `2 days`, `30 min`. */
import { remembered } from './remembered.ts';

const UNITS: readonly (readonly [unit: string, words: RegExp])[] = [
  ['min', /^(?:m|mins?|minutes?|minuten?|minutos?|minuti|мин(?:ут[аы]?)?|分(?:間|钟)?|분)\.?$/iu],
  ['hours', /^(?:h|hrs?|hours?|std|stunden?|horas?|heures?|ore|ora|ч|час(?:а|ов)?|時間|小时|小時|시간|uur)\.?$/iu],
  ['days', /^(?:d|days?|tage?n?|t|pt|personentage?|días?|dias?|jours?|j|giorn[io]|дн(?:я|ей)?|день|日(?:間)?|天|人日|일|dagen)\.?$/iu],
  ['weeks', /^(?:w|wks?|weeks?|wochen?|semanas?|semaines?|settiman[ae]|недел[яьи]|недели|週間?|周|주|weken)\.?$/iu],
];

const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const NUMERAL = /\p{N}/u;
const WORD = String.raw`(?:人日|時間|小时|小時|分間|分钟|日間|週間|[分日天週周주일분]|시간|\p{L}{1,14}\.?)`;
const LENGTH = new RegExp(String.raw`(?:^|(?<![\p{L}\d.,/]))[~≈<>≤]?\s*(${NUMBER})\s*(${WORD})?\s*(?:(?:-|–|—|to|bis|a|à|до|~|〜|～|至)\s*(${NUMBER})\s*)?(${WORD})?\+?(?![\p{L}\d])`, 'giu');

/** The first length of work in a text; null: there is none. `bare`: what a number alone counts, where it counts at all. */
export function estimateIn(text: string, bare: 'hours' | 'days' | null = null): string | null {
  if (text.length > 400 || !NUMERAL.test(text)) return null;
  for (const found of plain(text).matchAll(LENGTH)) {
    const [, low = '', first = '', high = '', second = ''] = found;
    const unit = unitOf(second) ?? unitOf(first);
    if (unit !== null && (unitOf(first) !== null || high !== '' || first === '')) return printed(low, high, unit);
  }
  const alone = bare === null ? null : /^\s*[~≈]?(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*[-–]\s*(\d{1,4}(?:[.,]\d{1,2})?))?\s*$/u.exec(text);
  return alone === null || bare === null ? null : printed(alone[1] ?? '', alone[2] ?? '', bare);
}

/** Nothing but a length of work stands there. */
export const isEstimate = remembered(saysLength);

function saysLength(text: string): boolean {
  if (!NUMERAL.test(text)) return false;
  const whole = plain(text);
  const rest = whole.replace(LENGTH, (length, low: string, first = '', high = '', second = '') => (low !== '' && (unitOf(String(second)) ?? unitOf(String(first))) !== null && (String(high) !== '' || first === '' || unitOf(String(first)) !== null) ? '' : length));
  return rest !== whole && !/[\p{L}\d]/u.test(rest.replace(/\b(?:estimated|est|ca|approx|about|etwa|timebox)\b/giu, ''));
}

const SHARES: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** Halves and quarters as numbers: `1½` is 1.5. */
function plain(text: string): string {
  const shared = text.replace(/(?<![\d/.,])(\d{1,2})?\s?([½¼¾])|(?<![\d/.,])([13]\/[24])(?=\s*\p{L})/gu, (_, count: string | undefined, sign: string | undefined, written: string | undefined) => String(Number(count ?? 0) + (SHARES[sign ?? written ?? ''] ?? 0)));
  return shared.normalize('NFKC');
}

function unitOf(word: string): string | null {
  return UNITS.find(([, words]) => words.test(word))?.[0] ?? null;
}

function printed(low: string, high: string, unit: string): string {
  const [from, to] = [low, high].map((number) => number.replace(',', '.'));
  const isOne = to === '' && Number(from) === 1 && unit !== 'min';
  return `${from ?? ''}${to === '' || to === undefined ? '' : `-${to}`} ${isOne ? unit.slice(0, -1) : unit}`;
}
