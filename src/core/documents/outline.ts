/** A text as its parts, each with its own lines. Put together again they are the text, byte for byte. */
import type { Writable } from './print-scalar.ts';

export interface Piece {
  /** Its key, or what an entry of a list goes by. */
  readonly key: string;
  /** Blank lines and comments above it. */
  readonly lead: string;
  /** Its lines; of one with parts, those before the first of them. */
  readonly head: string;
  readonly value: unknown;
  readonly outline: Outline | null;
  /** Where its key or its value begins in the line. */
  readonly column: number;
  /** Column of the dash that opens a list's entry; its first field stands on the same line, kept as if there were a blank. */
  readonly dash: number | null;
  /** The same lines with another value; null where that cannot be done. */
  readonly rewrite: (value: Writable) => string | null;
}

export interface Outline {
  readonly kind: 'fields' | 'list';
  readonly pieces: readonly Piece[];
  /** What follows the last. */
  readonly tail: string;
}

export function textOf({ pieces, tail }: Outline): string {
  return pieces.map((piece) => piece.lead + ownText(piece)).join('') + tail;
}

/** Without what stands above it. */
export function ownText({ head, outline, dash }: Piece): string {
  return head + (outline === null ? '' : withDash(textOf(outline), dash));
}

export function withDash(text: string, dash: number | null): string {
  return dash === null ? text : `${text.slice(0, dash)}-${text.slice(dash + 1)}`;
}

export function outlineValue({ kind, pieces }: Outline): unknown {
  const values = pieces.map((piece) => [piece.key, piece.outline === null ? piece.value : outlineValue(piece.outline)] as const);
  return kind === 'list' ? values.map(([, value]) => value) : Object.fromEntries(values);
}
