/** Gantt charts in mermaid: their bars, with what is said of each, as far as plans use them. */

export interface Bar {
  readonly title: string;
  readonly section: string | null;
  readonly id: string | null;
  readonly line: number;
  readonly tags: ReadonlySet<string>;
  /** Ids of bars it begins after; of the bar before where nothing is said of its beginning. */
  readonly after: readonly string[];
  readonly isAfterPrevious: boolean;
  /** As they are written: a date, or a length. */
  readonly start: string | null;
  readonly end: string | null;
}

const TAGS = new Set(['crit', 'done', 'active', 'milestone', 'vert']);
const SETTINGS = /^(?:%%|title\b|dateFormat\b|axisFormat\b|tickInterval\b|excludes\b|includes\b|todayMarker\b|inclusiveEndDates\b|weekend\b|weekday\b|topAxis\b|displayMode\b|click\b|accTitle\b|accDescr\b)/;

/** null: it is no gantt chart. `line`: of the first line of the text. */
export function readGantt(text: string, line: number): readonly Bar[] | null {
  const lines = text.split('\n');
  const head = lines.findIndex((one) => one.trim() !== '' && !one.trim().startsWith('%%'));
  if (head === -1 || (lines[head] ?? '').trim() !== 'gantt') return null;
  const bars: Bar[] = [];
  let section: string | null = null;
  for (const [index, one] of lines.entries()) {
    const said = one.trim();
    if (index <= head || said === '' || SETTINGS.test(said)) continue;
    const opened = /^section\s+(.+)$/.exec(said);
    if (opened) section = opened[1] ?? null;
    else bars.push(...barOf(said, section, line + index));
  }
  return bars;
}

/** `Title :crit, done, id, 2025-08-11, 3d`: tags first, then up to three of id, beginning and end. */
function barOf(said: string, section: string | null, line: number): readonly Bar[] {
  const [, title = '', rest = ''] = /^([^:]+?)\s*:\s*(.*)$/.exec(said) ?? [];
  if (title === '') return [];
  const all = rest.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const first = all.findIndex((part) => !TAGS.has(part));
  const tags = new Set(first === -1 ? all : all.slice(0, first));
  const parts = first === -1 ? [] : all.slice(first);
  const end = parts.at(-1) ?? null;
  const start = parts.length >= 2 ? (parts.at(-2) ?? null) : null;
  const after = /^after\s+(.+)$/.exec(start ?? '')?.[1]?.split(/\s+/) ?? [];
  return [{ title: title.trim(), section, id: parts.length >= 3 ? (parts[0] ?? null) : null, line, tags, after, isAfterPrevious: start === null, start: after.length > 0 ? null : start, end }];
}
