/** The keys of a file of texts, as one name each (`cart.empty`), with their lines. */
import { isMap, isScalar } from 'yaml';
import type { YAMLMap } from 'yaml';
import { parseCarefully } from '../documents/read-yaml.ts';
import { isRecord } from '../documents/with-value.ts';

/** Line by key. null: the file is no mapping that can be read. */
export type TextKeys = ReadonlyMap<string, number> | null;

type Way = readonly string[];
type Found = readonly [way: Way, line: number];

/** A language may need more forms of one text than another: they are one key. */
const PLURALS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const PLURAL_ENDING = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/** JSON is read as the YAML it is, for the lines. What is for one language alone often stands under its name: that is no part of the keys. */
export function textKeys(path: string, text: string, locale: string): TextKeys {
  const source = text.replace(/^\uFEFF/, '');
  const { document, value } = parseCarefully(source, { file: path, offset: 0 });
  if (value === undefined || (value !== null && !isRecord(value))) return null;
  const keys = document !== null && isMap(document.contents) ? [...below(document.contents, [], lineCounter(source))] : [];
  const under = keys.every(([way]) => way[0] === locale && way.length > 1) ? 1 : 0;
  return new Map(keys.map(([way, line]) => [nameOf(way.slice(under)), line]));
}

function nameOf(way: Way): string {
  const whole = way.length > 1 && PLURALS.has(way.at(-1) ?? '') ? way.slice(0, -1) : way;
  return whole.join('.').replace(PLURAL_ENDING, '');
}

function* below(map: YAMLMap, way: Way, lineAt: (offset: number) => number): Generator<Found> {
  for (const { key, value } of map.items) {
    const name = [...way, isScalar(key) ? String(key.value) : ''];
    if (isMap(value) && value.items.length > 0) yield* below(value, name, lineAt);
    else yield [name, isScalar(key) && key.range ? lineAt(key.range[0]) : 1];
  }
}

/** Offsets come in rising order. */
function lineCounter(source: string): (offset: number) => number {
  let [at, line] = [0, 1];
  return (offset) => {
    for (let next = source.indexOf('\n', at); next !== -1 && next < offset; next = source.indexOf('\n', at)) [at, line] = [next + 1, line + 1];
    return line;
  };
}
