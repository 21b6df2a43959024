/** Coverage reports as test runners write them: lcov.info, and coverage-summary.json of istanbul. */
import { isRecord } from '../documents/with-value.ts';

/** Lines that can be covered, and those that were. */
export interface Coverage {
  readonly lines: number;
  readonly covered: number;
}

/** null: it is neither of them. */
export function readCoverage(text: string): Coverage | null {
  return /^\s*\{/.test(text) ? readSummary(text) : readLcov(text);
}

function readSummary(text: string): Coverage | null {
  try {
    const summary: unknown = JSON.parse(text);
    const total = isRecord(summary) ? summary['total'] : null;
    const lines = isRecord(total) ? total['lines'] : null;
    return isRecord(lines) ? sound(lines['total'], lines['covered']) : null;
  } catch {
    return null;
  }
}

interface SourceFile {
  /** Whether a line was covered by any of the tests, by its number. */
  readonly lines: Map<number, boolean>;
  /** As LF and LH count them. */
  found: number;
  hit: number;
}

/** The same file may come once a test: a line is covered where any of them covers it. */
function readLcov(text: string): Coverage | null {
  const files = new Map<string, SourceFile>();
  let file: SourceFile | null = null;
  for (const line of linesOf(text)) {
    if (line.startsWith('SF:')) file = fileAt(files, line.slice(3));
    else if (line === 'end_of_record') file = null;
    else if (file !== null && !takeLine(file, line)) return null;
  }
  if (files.size === 0) return null;
  let [lines, covered] = [0, 0];
  for (const { lines: known, found, hit } of files.values()) {
    lines += known.size || found;
    covered += known.size > 0 ? [...known.values()].filter(Boolean).length : hit;
  }
  return sound(lines, covered);
}

/** One after the other: a report may have millions of them. */
function* linesOf(text: string): Generator<string> {
  for (let [at, end] = [0, 0]; at < text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    yield text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
  }
}

function fileAt(files: Map<string, SourceFile>, path: string): SourceFile {
  const known = files.get(path);
  if (known !== undefined) return known;
  const made: SourceFile = { lines: new Map(), found: 0, hit: 0 };
  files.set(path, made);
  return made;
}

/** False: a line that counts lines is none. */
function takeLine(file: SourceFile, line: string): boolean {
  const found = /^(DA|LF|LH):(\d+)(?:,(-?\d+))?/.exec(line);
  if (found === null) return !/^(?:DA|LF|LH):/.test(line);
  const [, key, number = '', hits] = found;
  if (key === 'DA') {
    if (hits === undefined) return false;
    file.lines.set(Number(number), (file.lines.get(Number(number)) ?? false) || Number(hits) > 0);
  } else if (key === 'LF') file.found = Math.max(file.found, Number(number));
  else file.hit = Math.max(file.hit, Number(number));
  return true;
}

function sound(lines: unknown, covered: unknown): Coverage | null {
  if (typeof lines !== 'number' || typeof covered !== 'number') return null;
  return Number.isSafeInteger(lines) && Number.isSafeInteger(covered) && covered >= 0 && covered <= lines ? { lines, covered } : null;
}
