/** Where a file's YAML stands: the whole of it, its front matter, or the first fenced block of a page without front matter. */

export interface YamlBlock {
  readonly yaml: string;
  /** Offset of the block in the file. */
  readonly offset: number;
}

/** The line that opens front matter. */
export const FRONT = /^\uFEFF?---[ \t]*\r?\n/;
const FENCE = /^(`{3,}|~{3,})[ \t]*ya?ml[^\r\n]*\r?\n/m;

export function yamlBlock(file: string, text: string): YamlBlock {
  if (!file.endsWith('.md')) return { yaml: text, offset: 0 };
  const opening = FRONT.exec(text);
  if (!opening) return fencedBlock(text) ?? { yaml: '', offset: 0 };
  const offset = opening[0].length;
  const closing = /^---[ \t]*\r?$/m.exec(text.slice(offset));
  return { yaml: text.slice(offset, closing ? offset + closing.index : undefined), offset };
}

export function fencedBlock(text: string): YamlBlock | null {
  const opening = FENCE.exec(text);
  if (!opening) return null;
  const offset = opening.index + opening[0].length;
  const closing = text.slice(offset).search(new RegExp(`^${opening[1] ?? '```'}`, 'm'));
  return { yaml: text.slice(offset, closing === -1 ? undefined : offset + closing), offset };
}
