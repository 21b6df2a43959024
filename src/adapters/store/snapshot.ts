/**
 * The cache's file: a line that says where each section lies, then the sections, each a text, mostly of JSON, read only when
 * it is asked for. The last, the body, holds the rows: a file in a line, then a line for each of its tasks, which can be read
 * alone. A warm `next` touches a few sections and none of the rows.
 */
import type { Task } from '../../core/model.ts';
import type { Survey } from '../../core/survey.ts';
import type { Stamp } from '../stamp.ts';
import type { Span } from './id-table.ts';
import { onFirstUse } from '../../core/on-first-use.ts';
import { once } from '../../core/once.ts';
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

export interface KeptQueue {
  /** For the lines of each task, in order; none where it was not read task by task. */
  readonly names: readonly string[];
  task(place: number): Task;
}

/** Digits of a blob id as the cache keeps them. */
export const OID = 40;

export interface Snapshot {
  readonly header: Header;
  section(name: string): unknown;
  /** A section that is no JSON. */
  text(name: string): string;
  row(at: number): Row;
  /** Of a row of many tasks those that are wanted. */
  queue(at: number): KeptQueue;
  /** Of the file that holds it, one task. */
  task(at: Span): Task;
  /** The same with another first line, as bytes. */
  withHeader(changes: Partial<Pick<Header, 'index' | 'folders' | 'readAt'>>): Buffer;
  /** All rows, by one parse. */
  rows(): readonly Row[];
  /** The row's bytes, to be kept as they are. */
  rowBytes(at: number): Buffer;
}

export interface Parts {
  readonly sections: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: readonly Buffer[];
}

export function printSnapshot(header: Omit<Header, 'sections'>, { sections, texts, rows }: Parts): Buffer {
  const json = Object.entries(sections).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const lines = [...json, ...Object.entries(texts)].map(([name, text]) => [name, Buffer.from(text)] as const);
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

/** A row's first line. */
interface FirstLine {
  readonly oid: string;
  readonly tasks: number;
  readonly names?: readonly string[];
  readonly rest: PackedReading['rest'];
}

export function printRow({ oid, reading: { rest, tasks, names } }: Row): Buffer {
  const first: FirstLine = { oid, tasks: tasks.length, ...(names && { names }), rest };
  return Buffer.from([first, ...tasks].map((line) => JSON.stringify(line)).join(',\n'));
}

/** Where the tasks of each row lie in the body, in order. */
export function taskSpans(rows: readonly Buffer[]): Span[] {
  const spans: Span[] = [];
  let base = 0;
  for (const row of rows) {
    for (let start = row.indexOf(10) + 1; start > 0; ) {
      const next = row.indexOf(10, start);
      spans.push({ from: base + start, length: (next === -1 ? row.length : next - 1) - start });
      start = next + 1;
    }
    base += row.length + 1;
  }
  return spans;
}

function readRows(lines: readonly unknown[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; ) {
    const { oid, tasks, rest } = lines[at] as FirstLine;
    rows.push({ oid, reading: { rest, tasks: lines.slice(at + 1, at + 1 + tasks) as Task[] } });
    at += 1 + tasks;
  }
  return rows;
}

function snapshotOf(header: Header, read: Bytes['read']): Snapshot {
  const text = (name: string): string => {
    const [offset, length] = header.sections[name] ?? [0, 0];
    return read(offset, length).toString('utf8');
  };
  const section = (name: string): unknown => (header.sections[name] === undefined ? null : JSON.parse(text(name)));
  const offsets = once(() => section('rows') as readonly number[]);
  const [base, size] = header.sections['body'] ?? [0, 0];
  const body = once(() => read(base, size));
  const spanOf = (at: number): Span => {
    const from = offsets()[at] ?? 0;
    return { from, length: (offsets()[at + 1] ?? from + 1) - 1 - from };
  };
  const part = ({ from, length }: Span): string => read(base + from, length).toString('utf8');
  return {
    header,
    section,
    text,
    rows: once(() => readRows(JSON.parse(`[${body().toString('utf8')}]`) as unknown[])),
    rowBytes(at) {
      const { from, length } = spanOf(at);
      return body().subarray(from, from + length);
    },
    row(at) {
      const [row] = readRows(JSON.parse(`[${part(spanOf(at))}]`) as unknown[]);
      if (row === undefined) throw new Error(`the cache has no row ${String(at)}`);
      return row;
    },
    queue(at) {
      const [first = '', ...tasks] = part(spanOf(at)).split(',\n');
      return { names: (JSON.parse(first) as FirstLine).names ?? [], task: (place) => JSON.parse(tasks[place] ?? '') as Task };
    },
    task: (span) => JSON.parse(part(span)) as Task,
    withHeader: (changes) => Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, ...changes })}\n`), read(0, base + size)]),
  };
}

/** Each part of a survey is a section of its own, read on first use. */
export function lazySurvey(snapshot: Snapshot): Survey {
  const parts = snapshot.section('survey') as readonly (keyof Survey)[];
  return onFirstUse<Partial<Survey>>(Object.fromEntries(parts.map((part) => [part, () => snapshot.section(`survey.${part}`)]))) as Survey;
}

export function surveySections(survey: Survey): Record<string, unknown> {
  const parts = Object.entries(survey).map(([part, value]) => [`survey.${part}`, value] as const);
  return { survey: Object.keys(survey), ...Object.fromEntries(parts) };
}
