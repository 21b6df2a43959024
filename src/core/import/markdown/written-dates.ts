/** Dates in running text, as far as nobody can take the day for the month and the year is said. */
import { normal } from './clean-text.ts';

const MONTHS: ReadonlyMap<string, number> = new Map([
  'january, jan, januar, janner, janvier, enero, gennaio, janeiro, januari, января',
  'february, feb, februar, fevrier, febrero, febbraio, fevereiro, februari, февраля',
  'march, mar, marz, mrz, mars, marzo, marco, maart, марта',
  'april, apr, avril, abril, aprile, апреля',
  'may, mai, mayo, maggio, maio, mei, мая',
  'june, jun, juni, juin, junio, giugno, junho, июня',
  'july, jul, juli, juillet, julio, luglio, julho, июля',
  'august, aug, aout, agosto, augustus, августа',
  'september, sep, sept, septembre, septiembre, settembre, setembro, сентября',
  'october, oct, oktober, okt, octobre, octubre, ottobre, outubro, октября',
  'november, nov, novembre, noviembre, novembro, ноября',
  'december, dec, dezember, dez, decembre, diciembre, dicembre, dezembro, декабря',
].flatMap((words, index) => words.split(',').map((word) => [normal(word), index + 1] as const)));

const YEAR = /(?<!\d)\d{4}(?!\d)/;
const YEAR_FIRST = /(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/u;
const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u;
const SLASHED = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/-])/u;
const DAY_MONTH = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/iu;
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu;

/** The first date in a text, as `YYYY-MM-DD`; null: there is none, or it may be read in two ways. */
export function dateIn(whole: string): string | null {
  if (!YEAR.test(whole)) return null;
  const text = whole.slice(0, 400);
  for (const read of [yearFirst, dotted, slashed, dayMonth, monthDay]) {
    const date = read(text);
    if (date !== null) return date;
  }
  return null;
}

function yearFirst(text: string): string | null {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  return dateOf(year, Number(month), Number(day));
}

function dotted(text: string): string | null {
  const [, day = '', month = '', year = ''] = DOTTED.exec(text) ?? [];
  return dateOf(year, Number(month), Number(day));
}

/** `25/12/2026` and `12/25/2026` are one day; `03/04/2026` may be two. */
function slashed(text: string): string | null {
  const [, one = '', other = '', year = ''] = SLASHED.exec(text) ?? [];
  const [first, second] = [Number(one), Number(other)];
  if (first <= 12 && second <= 12 && first !== second) return null;
  return dateOf(year, Math.min(first, second), Math.max(first, second));
}

function dayMonth(text: string): string | null {
  const [, day = '', month = '', year = ''] = DAY_MONTH.exec(text) ?? [];
  return year === '' ? null : dateOf(year, monthCalled(month), Number(day));
}

function monthDay(text: string): string | null {
  const [, month = '', day = '', year = ''] = MONTH_DAY.exec(text) ?? [];
  return year === '' ? null : dateOf(year, monthCalled(month), Number(day));
}

function monthCalled(word: string): number {
  return MONTHS.get(normal(word)) ?? 0;
}

/** null: no calendar has that day. */
function dateOf(year: string, month: number, day: number): string | null {
  if (year === '') return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}
