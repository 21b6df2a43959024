/**
 * Writes what was merged: each part in the words of the side it comes from, comments and layout of both kept.
 * What conflicts stands between conflict markers with both sides' lines, and nothing else does.
 */
import { linesOf } from './lines.ts';
import type { Merged } from './merge-values.ts';
import { valueOf } from './merge-values.ts';
import { mergedSequence } from './merge-sequence.ts';
import { ownText, withDash } from './outline.ts';
import type { Outline, Piece } from './outline.ts';
import type { Writable } from './print-scalar.ts';
import { sameRecord } from './same-record.ts';
import { changedSide, eachOf } from './versions.ts';
import type { Side, Versions } from './versions.ts';

/** A merged part: what stands above it, and its own lines. */
interface Written {
  readonly lead: string;
  readonly own: string;
}

const MARKERS = { ours: '<<<<<<< ours', between: '=======', theirs: '>>>>>>> theirs' } as const;

/** null where some part cannot be written in its place. */
export function mergeOutlines(merged: Merged, versions: Versions<Outline>): string | null {
  const parts = writeParts(merged, versions, null);
  return parts && joined(parts) + mergedLead(eachOf(versions, ({ tail }) => tail));
}

/** `side`: as that side would have it, without markers. */
function writeParts(merged: Merged, versions: Versions<Outline | null>, side: Side | null): readonly Written[] | null {
  if (merged.is !== 'fields' && merged.is !== 'list') return null;
  const pieces = eachOf(versions, (outline) => new Map((outline?.pieces ?? []).map((piece) => [piece.key, piece])));
  const column = (versions.ours ?? versions.theirs)?.pieces[0]?.column ?? 0;
  const parts: Written[] = [];
  for (const [key, part] of merged.parts) {
    const of = { key, part, pieces: eachOf(pieces, (byKey) => moved(byKey.get(key), column)) };
    const own = writePart(of, side);
    if (own === null) return null;
    parts.push({ lead: mergedLead(eachOf(of.pieces, (piece) => piece?.lead)), own });
  }
  return parts;
}

const joined = (parts: readonly Written[]): string => parts.map(({ lead, own }) => lead + own).join('');

interface Part {
  readonly key: string;
  readonly part: Merged;
  readonly pieces: Versions<Piece | undefined>;
}

function writePart(of: Part, side: Side | null): string | null {
  if (of.part.is === 'prose') return proseText(of.part.chunks, of.key, side);
  const inside = writeInside(of, side);
  if (inside !== null) return inside;
  if (side !== null || sameRecord(valueOf(of.part, 'ours'), valueOf(of.part, 'theirs'))) return writeWhole(of, side ?? 'ours');
  const [ours, theirs] = [writeWhole(of, 'ours'), writeWhole(of, 'theirs')];
  return ours === null || theirs === null ? null : betweenMarkers(ours, theirs, of.key);
}

/** Part by part, where both sides have it in parts. */
function writeInside({ part, pieces }: Part, side: Side | null): string | null {
  const { ours, theirs } = pieces;
  if ((part.is !== 'fields' && part.is !== 'list') || !ours?.outline || !theirs?.outline || part.parts.length === 0) return null;
  const parts = writeParts(part, eachOf(pieces, (piece) => piece?.outline ?? null), side);
  if (parts === null) return null;
  // The dash of an entry stands on the first field's line, which neither a comment nor a marker may take from it.
  const [first] = parts;
  if (ours.dash !== null && (first?.lead !== '' || first.own.startsWith(MARKERS.ours))) return null;
  return pickText(eachOf(pieces, (piece) => piece?.head)) + withDash(joined(parts), ours.dash);
}

function writeWhole({ part, pieces }: Part, side: Side): string | null {
  const value = valueOf(part, side);
  if (value === undefined) return '';
  const { base, ours, theirs } = pieces;
  const isOurs = ours !== undefined && sameRecord(value, ours.value);
  const isTheirs = theirs !== undefined && sameRecord(value, theirs.value);
  if (part.is === 'conflict') return pieces[side] ? ownText(pieces[side]) : '';
  if (isOurs && isTheirs) return pickText(eachOf(pieces, (piece) => piece && ownText(piece)));
  const [from, other] = isTheirs ? [theirs, ours] : [ours, theirs];
  if (!isOurs && !isTheirs) return (pieces[side] ?? from ?? other)?.rewrite(value as Writable) ?? null;
  // The other side changed only how it is written: that stays, with the new value in it.
  const isRestyled = base !== undefined && other !== undefined && ownText(other) !== ownText(base);
  return (isRestyled ? other.rewrite(value as Writable) : null) ?? (from ? ownText(from) : null);
}

/** Of a text that no value depends on: what the side made of it that changed it, ours where both did. */
function pickText(texts: Versions<string | undefined>): string {
  const side = changedSide(texts, Object.is) ?? 'ours';
  return texts[side] ?? texts.ours ?? texts.theirs ?? '';
}

/** Comments of both sides stay. */
function mergedLead(leads: Versions<string | undefined>): string {
  const { ours, theirs } = leads;
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? '';
  const lines = eachOf(leads, (lead) => linesOf(lead ?? ''));
  const known = new Set(lines.ours);
  return (mergedSequence(lines) ?? [...lines.ours, ...lines.theirs.filter((line) => !known.has(line))]).join('');
}

function proseText(chunks: Extract<Merged, { is: 'prose' }>['chunks'], key: string, side: Side | null): string {
  return chunks.map((chunk) => ('agreed' in chunk ? chunk.agreed.join('') : side ? chunk[side].join('') : betweenMarkers(chunk.ours.join(''), chunk.theirs.join(''), key))).join('');
}

function betweenMarkers(ours: string, theirs: string, key: string): string {
  const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
  const name = /^[\w.-]+$/.test(key) && key !== '---' ? `: ${key}` : '';
  return `${MARKERS.ours}${name}\n${ended(ours)}${MARKERS.between}\n${ended(theirs)}${MARKERS.theirs}\n`;
}

/** At another depth than it has on its own side. */
function moved(piece: Piece | undefined, column: number): Piece | undefined {
  if (piece === undefined || piece.column === column) return piece;
  const shift = (text: string): string => shifted(text, column - piece.column);
  const outline = piece.outline && { ...piece.outline, pieces: piece.outline.pieces.map((inner) => moved(inner, inner.column + column - piece.column) ?? inner) };
  const rewrite = (value: Writable): string | null => {
    const text = piece.rewrite(value);
    return text === null ? null : shift(text);
  };
  return { ...piece, lead: shift(piece.lead), head: shift(piece.head), outline, column, dash: piece.dash === null ? null : piece.dash + column - piece.column, rewrite };
}

function shifted(text: string, by: number): string {
  return by > 0 ? text.replace(/^(?=.)/gm, ' '.repeat(by)) : text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}
