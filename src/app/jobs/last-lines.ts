/** The last lines that a program printed: enough for the line that says what came of it, never more than a little memory. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 1_000_000;

export interface LastLines {
  add(line: string): void;
  all(): readonly string[];
}

export function lastLines(): LastLines {
  const lines: string[] = [];
  let characters = 0;
  return {
    add(line) {
      lines.push(line);
      characters += line.length;
      while (lines.length > MOST_LINES || (characters > MOST_CHARACTERS && lines.length > 1)) characters -= lines.shift()?.length ?? 0;
    },
    all: () => lines,
  };
}
