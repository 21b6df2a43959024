/** Resolves places to lines and columns, reading each file's YAML once however many problems it has. */
import type { Place, Pointer } from '../model.ts';
import type { PlacedProblem, Problem } from '../problem/problem.ts';
import { locator } from './locate.ts';
import { CONFIG_NAMES, renameOld } from './old-names.ts';
import { positions } from './position.ts';
import type { Position } from './position.ts';
import { readYaml } from './read-yaml.ts';
import { yamlBlock } from './yaml-block.ts';

const START: Position = { line: 1, column: 1, endColumn: 2 };

/** `textOf` gives a file's text as it was read; null where it could not be. */
export function placeProblems(problems: readonly Problem[], textOf: (file: string) => string | null): PlacedProblem[] {
  const finders = new Map<string, (place: Place) => Position>();
  return problems.map((found) => {
    const { file } = found.place;
    const finder = finders.get(file) ?? finderFor(file, textOf(file));
    finders.set(file, finder);
    return { ...found, at: finder(found.place) };
  });
}

function finderFor(file: string, text: string | null): (place: Place) => Position {
  if (text === null) return () => START;
  const positionAt = positions(text);
  let locate: ReturnType<typeof locator> | null = null;
  let asWritten: ((pointer: Pointer) => Pointer) | null = null;
  return (place) => {
    if (place.offset !== undefined) return positionAt(place.offset, place.length ?? 1);
    if (place.pointer === undefined) return START;
    locate ??= locatorIn(file, text);
    // Rules speak of coord.yaml by today's names; the text may hold the older ones.
    asWritten ??= file.endsWith('/coord.yaml') ? renameOld(readYaml(text, file).value, CONFIG_NAMES).original : (pointer) => pointer;
    const found = locate(asWritten(place.pointer), place.at);
    return positionAt(found.offset, found.length);
  };
}

function locatorIn(file: string, text: string): ReturnType<typeof locator> {
  const { yaml, offset } = yamlBlock(file, text);
  return locator(yaml, offset);
}
