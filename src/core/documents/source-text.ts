/** One file's text on its way to records: where its YAML stands, and what names were changed while reading. */
import type { Place, Pointer } from '../model.ts';

export interface Source {
  readonly file: string;
  /** Pointers into the value as read, to pointers into the text: differs where old names were replaced or a wrapper taken off. */
  readonly original: (pointer: Pointer) => Pointer;
}

export function placeIn(source: Source): (pointer: Pointer, at?: 'key' | 'value') => Place {
  return (pointer, at = 'value') => ({ file: source.file, pointer: source.original(pointer), at });
}

export function plainSource(file: string): Source {
  return { file, original: (pointer) => pointer };
}
