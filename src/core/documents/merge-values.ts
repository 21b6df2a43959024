/** Three versions of a record to one, field by field. What both sides changed goes by its rule; where that would be a guess, it conflicts. */
import { linesOf } from './lines.ts';
import { mergeOrder } from './merge-order.ts';
import type { Rules } from './merge-rules.ts';
import { mergedSequence, mergeSequence } from './merge-sequence.ts';
import type { Chunk } from './merge-sequence.ts';
import { fingerprint, isEmpty, sameRecord } from './same-record.ts';
import { changedSide, eachOf } from './versions.ts';
import type { Side, Versions } from './versions.ts';
import { isRecord } from './with-value.ts';

/** undefined: it is not there. */
export type Merged =
  | { readonly is: 'settled'; readonly value: unknown }
  | { readonly is: 'conflict'; readonly versions: Versions<unknown> }
  | { readonly is: 'fields' | 'list'; readonly parts: readonly (readonly [key: string, part: Merged])[] }
  | { readonly is: 'prose'; readonly chunks: readonly Chunk[] };

export interface Conflict {
  readonly path: readonly string[];
  readonly versions: Versions<unknown>;
  /** Lines of a text, not the value of a field. */
  readonly isProse: boolean;
}

type Path = readonly string[];

export function mergeValues(versions: Versions<unknown>, rules: Rules, path: Path = []): Merged {
  const rule = rules.at(path);
  if (rule === 'fields' && [versions.ours, versions.theirs].every(isRecord) && isMapping(versions.base)) return mergeFields(versions, rules, path);
  if ((rule === 'set' || rule === 'named') && isListOfNames(versions, rules, path)) return mergeList(versions, rules, path);
  if (sameRecord(versions.ours, versions.theirs)) return settled(versions.ours === undefined ? versions.theirs : versions.ours);
  const side = changedSide(versions, sameRecord);
  return side === null ? (bothChanged(versions, rule) ?? { is: 'conflict', versions }) : settled(versions[side]);
}

/** Its value, with one side's where they conflict. */
export function valueOf(merged: Merged, side: Side): unknown {
  switch (merged.is) {
    case 'settled':
      return merged.value;
    case 'conflict':
      return merged.versions[side];
    case 'prose':
      return merged.chunks.flatMap((chunk) => ('agreed' in chunk ? chunk.agreed : chunk[side])).join('');
    case 'list':
      return merged.parts.map(([, part]) => valueOf(part, side)).filter((value) => value !== undefined);
    case 'fields':
      return Object.fromEntries(merged.parts.map(([key, part]) => [key, valueOf(part, side)] as const).filter(([, value]) => value !== undefined));
  }
}

export function conflictsIn(merged: Merged, path: Path = []): readonly Conflict[] {
  switch (merged.is) {
    case 'settled':
      return [];
    case 'conflict':
      return [{ path, versions: merged.versions, isProse: false }];
    case 'prose':
      return merged.chunks.flatMap((chunk) => ('agreed' in chunk ? [] : [{ path, versions: { base: undefined, ours: chunk.ours.join(''), theirs: chunk.theirs.join('') }, isProse: true }]));
    case 'list':
    case 'fields':
      return merged.parts.flatMap(([key, part]) => conflictsIn(part, [...path, key]));
  }
}

const settled = (value: unknown): Merged => ({ is: 'settled', value });
const isMapping = (value: unknown): boolean => isRecord(value) || value === null || value === undefined;

function mergeFields(versions: Versions<unknown>, rules: Rules, path: Path): Merged {
  return mergeParts(eachOf(versions, (value) => new Map(isRecord(value) ? Object.entries(value) : [])), 'fields', rules, path);
}

/** An entry that stands twice cannot be told from its double. */
function isListOfNames({ base, ours, theirs }: Versions<unknown>, rules: Rules, path: Path): boolean {
  return [base, ours, theirs].every((list) => {
    if (!Array.isArray(list)) return isEmpty(list);
    return new Set(list.map((entry: unknown) => rules.name(path, entry))).size === list.length;
  });
}

function mergeList(versions: Versions<unknown>, rules: Rules, path: Path): Merged {
  const entries = (list: unknown): Map<string, unknown> => new Map((Array.isArray(list) ? list : []).map((entry: unknown) => [rules.name(path, entry), entry]));
  return mergeParts(eachOf(versions, entries), 'list', rules, path);
}

function mergeParts(sides: Versions<ReadonlyMap<string, unknown>>, is: 'fields' | 'list', rules: Rules, path: Path): Merged {
  const keys = new Set([...sides.base.keys(), ...sides.ours.keys(), ...sides.theirs.keys()]);
  const parts = new Map([...keys].map((key) => [key, mergeValues(eachOf(sides, (side) => side.get(key)), rules, [...path, key])]));
  const kept = new Set([...parts].filter(([, part]) => part.is !== 'settled' || part.value !== undefined).map(([key]) => key));
  const order = mergeOrder(eachOf(sides, (side) => [...side.keys()]), kept);
  return { is, parts: order.map((key) => [key, parts.get(key) ?? settled(undefined)]) };
}

/** null: nothing but a guess could settle it. */
function bothChanged(versions: Versions<unknown>, rule: ReturnType<Rules['at']>): Merged | null {
  switch (rule) {
    case 'status':
      return settledBy(furtherStatus(versions));
    case 'rising':
      return settledBy(higher(versions));
    case 'log':
      return settledBy(bothNotes(versions) ?? mergedLines(versions));
    case 'lines':
      return settledBy(mergedLines(versions));
    case 'prose':
      return { is: 'prose', chunks: mergeSequence(eachOf(versions, (text) => linesOf(typeof text === 'string' ? text : ''))) };
    case 'fields':
    case 'set':
    case 'named':
      return settledBy(mergedSteps(versions));
    case 'whole':
      return null;
  }
}

const settledBy = (value: unknown): Merged | null => (value === null ? null : settled(value));

/** Done is proven, so it outweighs a statement that work goes on, or waits for review; reopening and cancelling are decisions. */
function furtherStatus({ base, ours, theirs }: Versions<unknown>): unknown {
  const wasOpen = isEmpty(base) || base === 'todo' || base === 'in_progress' || base === 'review';
  const goesOn = (status: unknown): boolean => status === 'in_progress' || status === 'review';
  return wasOpen && ((ours === 'done' && goesOn(theirs)) || (theirs === 'done' && goesOn(ours))) ? 'done' : null;
}

/** Where both went forward, as far as the one who came further. */
function higher({ base, ours, theirs }: Versions<unknown>): unknown {
  const from = isEmpty(base) ? 0 : base;
  return typeof from === 'number' && typeof ours === 'number' && typeof theirs === 'number' && ours >= from && theirs >= from ? Math.max(ours, theirs) : null;
}

/** Where both only added lines at the end, both additions stay. */
function bothNotes({ base, ours, theirs }: Versions<unknown>): unknown {
  const start = isEmpty(base) ? '' : base;
  if (typeof start !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') return null;
  const stem = start.trimEnd();
  const added = [ours, theirs].map((text) => (text.startsWith(stem) ? text.slice(stem.length) : null));
  if (added.some((text) => text === null || (stem !== '' && !/^\r?\n/.test(text)))) return null;
  const [one = '', other = ''] = added.map((text) => (text ?? '').trim()).sort();
  const holds = (text: string, part: string): boolean => `\n${text}\n`.includes(`\n${part}\n`);
  const both = holds(one, other) ? one : holds(other, one) ? other : `${one}\n${other}`;
  return stem === '' ? both : `${stem}\n${both}`;
}

function mergedLines(versions: Versions<unknown>): unknown {
  const texts = eachOf(versions, (text) => (isEmpty(text) ? '' : text));
  if (![texts.base, texts.ours, texts.theirs].every((text) => typeof text === 'string')) return null;
  return mergedSequence(eachOf(texts, (text) => linesOf(String(text))))?.join('') ?? null;
}

function mergedSteps({ base, ours, theirs }: Versions<unknown>): unknown {
  const lists = { base: isEmpty(base) ? [] : base, ours, theirs };
  if (![lists.base, lists.ours, lists.theirs].every((list) => Array.isArray(list))) return null;
  const known = new Map([base, ours, theirs].flatMap((list) => (Array.isArray(list) ? list.map((entry: unknown) => [fingerprint(entry), entry] as const) : [])));
  const merged = mergedSequence(eachOf(lists, (list) => (list as readonly unknown[]).map(fingerprint)));
  return merged?.map((key) => known.get(key)) ?? null;
}
