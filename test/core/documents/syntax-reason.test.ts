import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/core/documents/read-yaml.ts';

const firstReason = (text: string): string => {
  const [found] = readYaml(text, 'a.yaml').problems;
  return found?.code === 'yaml-syntax' ? found.facts.reason : '';
};

describe('what is said of broken YAML', () => {
  it.each([
    ['a: [1, 2\nb: 1', 'a [ before this place is never closed'],
    ['a: {x: 1\nb: 2', 'a { before this place is never closed'],
    ['a: "open\nb: 1\n', 'the text opened by " is never closed'],
    ["a: 'open\n", "the text opened by ' is never closed"],
    ['a: b: c', 'a second ": " stands in one entry; a value that holds one goes in quotes'],
    ['a:\n  - x\n - y', 'this entry does not stand in the same column as those above it'],
    ['a\nb: 1', 'a name should stand here, alone on its line, followed by a colon'],
    ['\ta: 1', 'a tab begins this line, where only spaces may'],
    ['a: @x', 'a value that begins with @ has to stand in quotes'],
    ['a: - b', 'a list begins on the line of its name; its first - goes on a line of its own'],
    ['a: "x" y', 'text follows where the value was already complete'],
    ['a: ]', '] closes something that was never opened'],
    ['a: "bad \\q"', '\\q means nothing between double quotes; write \\\\ for a backslash'],
  ])('%j', (text, expected) => {
    expect(firstReason(text)).toBe(expected);
  });
});
