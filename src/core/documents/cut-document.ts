/** Any file of a workspace as its parts: fields of YAML, front matter and the text below, or the sections of a page. */
import { cutYaml } from './cut-yaml.ts';
import type { FileKind } from './file-kind.ts';
import { BODY } from './merge-rules.ts';
import type { Rules } from './merge-rules.ts';
import type { Outline, Piece } from './outline.ts';
import { FRONT } from './yaml-block.ts';

/** null where it cannot be cut with certainty. Line breaks must be `\n`. */
export function cutDocument(kind: FileKind, text: string, name: Rules['name']): Outline | null {
  switch (kind) {
    case 'config':
    case 'tasks':
      return cutYaml(text, name);
    case 'agent':
    case 'handoff':
    case 'decision':
    case 'feedback':
    case 'blocker':
      return text === '' ? cutYaml(text, name) : cutMarkdown(text, name);
    case 'status-page':
    case 'page':
      return cutPage(text);
    case 'stray':
    case 'foreign':
      return null;
  }
}

function cutMarkdown(text: string, name: Rules['name']): Outline | null {
  const opening = FRONT.exec(text)?.[0];
  const closing = opening === undefined ? null : /^---[ \t]*(?:\n|$)/m.exec(text.slice(opening.length));
  if (opening === undefined || closing === null) return null;
  const yamlEnd = opening.length + closing.index;
  const front = cutYaml(text.slice(opening.length, yamlEnd), name);
  if (front === null) return null;
  const body = text.slice(yamlEnd + closing[0].length);
  const pieces = [...front.pieces, proseOf(BODY, front.tail + closing[0], body)];
  const [first, ...rest] = pieces;
  return { kind: 'fields', pieces: first === undefined ? [] : [{ ...first, lead: opening + first.lead }, ...rest], tail: '' };
}

/** A heading, or a line such as `**Progress**: 60%`. */
const PART = /^(?:#{1,6} .*|\*\*[^*\n]+\*\*:.*)$/gm;

/** Each part with the lines up to the next one. */
function cutPage(text: string): Outline | null {
  const starts = [...text.matchAll(PART)];
  const pieces = [proseOf('', '', text.slice(0, starts[0]?.index ?? text.length))];
  let heading = '';
  for (const [at, { 0: line, index }] of starts.entries()) {
    const name = line.startsWith('#') ? line : line.slice(0, line.indexOf(':'));
    if (line.startsWith('#')) heading = line;
    const key = name === heading ? heading : `${heading} ${name}`;
    pieces.push(proseOf(key, '', text.slice(index, starts[at + 1]?.index ?? text.length)));
  }
  const isClear = new Set(pieces.map(({ key }) => key)).size === pieces.length;
  return isClear ? { kind: 'fields', pieces, tail: '' } : null;
}

function proseOf(key: string, lead: string, text: string): Piece {
  return { key, lead, head: text, value: text, outline: null, column: 0, dash: null, rewrite: (value) => (typeof value === 'string' ? value : null) };
}
