/**
 * The cache's file: a line that says where each section lies, then the sections, each a line of JSON read only when it
 * is asked for. A warm `next` touches a few of them and none of the rows.
 */
import type { Survey } from '../../core/survey.ts';
import type { Stamp } from '../stamp.ts';
import { once } from './once.ts';
import type { PackedReading } from './pack-reading.ts';

/** What the first line holds. */
export interface Header {
  /** Which build of coord wrote it: another one's is not understood. */
  readonly build: string;
  readonly folder: string;
  /** Name of the index file that holds the state of each file. */
  readonly index: string;
  readonly folders: readonly Stamp[];
  readonly files: number;
  /** Milliseconds since 1970 before the first file was read. */
  readonly readAt: number;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

/** A row: one file's reading and the id of the bytes it came from. */
export interface Row {
  readonly oid: string;
  readonly reading: PackedReading;
}

export interface Snapshot {
  readonly header: Header;
  section(name: string): unknown;
  row(at: number): Row;
  /** All rows, by one parse. */
  rows(): readonly Row[];
  /** The row's bytes, to be kept as they are. */
  rowBytes(at: number): Buffer;
}

export function printSnapshot(header: Omit<Header, 'sections'>, sections: Readonly<Record<string, unknown>>, rows: readonly Buffer[]): Buffer {
  const lines = Object.entries(sections).map(([name, value]) => [name, Buffer.from(JSON.stringify(value))] as const);
  const offsets = [0];
  // A comma after each, so that the whole is the inside of one JSON list.
  const body = rows.flatMap((row, at) => (at === 0 ? [row] : [COMMA, row]));
  for (const row of rows) offsets.push((offsets.at(-1) ?? 0) + row.length + 1);
  const all = [...lines, ['rows', Buffer.from(JSON.stringify(offsets))] as const];
  let offset = 0;
  const places = all.map(([name, line]) => {
    const place = [name, [offset, line.length]] as const;
    offset += line.length;
    return place;
  });
  const first = Buffer.from(`${JSON.stringify({ ...header, sections: { ...Object.fromEntries(places), body: [offset, body.reduce((sum, { length }) => sum + length, 0)] } })}\n`);
  return Buffer.concat([first, ...all.map(([, line]) => line), ...body]);
}

/** Bytes that are read where and when they are wanted. */
export interface Bytes {
  readonly size: number;
  read(offset: number, length: number): Buffer;
}

/** More than any first line takes. */
const FIRST_READ = 16_384;

/** null for what is no whole snapshot of this build: a cache is thrown away, never repaired. */
export function parseSnapshot(bytes: Bytes, build: string): Snapshot | null {
  const start = bytes.read(0, Math.min(FIRST_READ, bytes.size));
  const end = start.indexOf(10);
  if (end === -1) return null;
  try {
    const header = JSON.parse(start.toString('utf8', 0, end)) as Header;
    const [offset, length] = header.sections['body'] ?? [0, 0];
    const isWhole = bytes.size === end + 1 + offset + length;
    return header.build === build && isWhole ? snapshotOf(header, (at, count) => bytes.read(end + 1 + at, count)) : null;
  } catch {
    return null;
  }
}

const COMMA = Buffer.from(',');

export function printRow(row: Row): Buffer {
  return Buffer.from(JSON.stringify(row));
}

function snapshotOf(header: Header, read: Bytes['read']): Snapshot {
  const section = (name: string): unknown => {
    const [offset, length] = header.sections[name] ?? [0, 0];
    return length === 0 ? null : JSON.parse(read(offset, length).toString('utf8'));
  };
  const offsets = once(() => section('rows') as readonly number[]);
  const [base, size] = header.sections['body'] ?? [0, 0];
  const body = once(() => read(base, size));
  return {
    header,
    section,
    rows: () => JSON.parse(`[${body().toString('utf8')}]`) as Row[],
    rowBytes: (at) => body().subarray(offsets()[at] ?? 0, (offsets()[at + 1] ?? 1) - 1),
    row(at) {
      const from = offsets()[at] ?? 0;
      return JSON.parse(read(base + from, (offsets()[at + 1] ?? from + 1) - 1 - from).toString('utf8')) as Row;
    },
  };
}

/** Each part of a survey is a section of its own, read on first use. */
export function lazySurvey(snapshot: Snapshot): Survey {
  const parts = snapshot.section('survey') as readonly string[];
  const survey = {};
  for (const part of parts) {
    Object.defineProperty(survey, part, {
      enumerable: true,
      configurable: true,
      get() {
        const value = snapshot.section(`survey.${part}`);
        Object.defineProperty(survey, part, { value, enumerable: true });
        return value;
      },
    });
  }
  return survey as Survey;
}

export function surveySections(survey: Survey): Record<string, unknown> {
  const parts = Object.entries(survey).map(([part, value]) => [`survey.${part}`, value] as const);
  return { survey: Object.keys(survey), ...Object.fromEntries(parts) };
}
