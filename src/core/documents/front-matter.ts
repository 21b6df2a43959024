/**
 * The one door to gray-matter. Left to itself that library executes `---js` blocks, so nothing reaches it
 * unless the first line is a bare `---`; its own YAML, JSON and JavaScript engines are all replaced.
 */
import matter from 'gray-matter';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { readYaml } from './read-yaml.ts';
import { FRONT } from './yaml-block.ts';

export interface FrontMatter {
  /** undefined where it cannot be read, null where there is none. */
  readonly value: unknown;
  /** The YAML between the marks, and where it begins in the file. */
  readonly yaml: string;
  readonly offset: number;
  readonly body: string;
  readonly problems: readonly Problem[];
}

export function readFrontMatter(text: string, file: string): FrontMatter {
  const opening = FRONT.exec(text);
  if (!opening) return withoutBlock(text, file);
  const offset = opening[0].length;
  const split = splitBlock(text, offset);
  if ('reason' in split) {
    const broken = problem('front-matter-syntax', { file, offset: 0, length: 3 }, { reason: split.reason });
    return { value: undefined, yaml: '', offset, body: '', problems: [broken] };
  }
  const { value, problems } = readYaml(split.yaml, file, offset);
  return { value: value === null ? {} : value, yaml: split.yaml, offset, body: split.body, problems: problems.map(asFrontMatter) };
}

function withoutBlock(text: string, file: string): FrontMatter {
  const first = /^\uFEFF?(---[^\r\n]*)/.exec(text);
  const executable = first && !/^----*[ \t]*$/.test(first[1] ?? '');
  const problems = executable ? [problem('executable-front-matter', { file, offset: 0, length: (first[1] ?? '').length }, { opening: first[1] ?? '' })] : [];
  return { value: executable ? undefined : null, yaml: '', offset: 0, body: text, problems };
}

function asFrontMatter(found: Problem): Problem {
  return found.code === 'yaml-syntax' ? problem('front-matter-syntax', found.place, found.facts) : found;
}

/** gray-matter finds the block; the YAML in it is read by our own bounded reader, not by the library's. */
function splitBlock(text: string, offset: number): { yaml: string; body: string } | { reason: string } {
  if (/\s{1000}/.test(text)) return { reason: 'it has a run of 1,000 blank characters' };
  const { matter: block, content } = matter(text, { language: 'yaml', engines: { yaml: untouched, json: closed, javascript: closed } });
  const end = text.indexOf('---') + 3 + block.length;
  if (end >= text.length) return { reason: 'the block opened by --- is never closed by a line ---' };
  const lastBreak = end - (text[end - 1] === '\r' ? 1 : 0);
  if (!/^\r?\n---[ \t]*(?:\r?\n|$)/.test(text.slice(lastBreak))) return { reason: 'the line that closes the block must be --- alone' };
  return { yaml: text.slice(offset, Math.max(offset, lastBreak)), body: content };
}

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};
const closed = { parse: refuse, stringify: refuse };
const untouched = { parse: () => ({}), stringify: refuse };
