/** Of what a program prints, the lines that its answer is read from: the first few, and the last. */
export interface KeptLines {
  readonly add: (line: string) => void;
  readonly all: () => readonly string[];
}

const FIRST = 50;
const LAST = 2000;
/** Characters of the last ones. */
const MOST = 4_000_000;

export function keepLines(): KeptLines {
  const first: string[] = [];
  let last: string[] = [];
  let length = 0;
  const halve = (): void => {
    last = last.slice(Math.ceil(last.length / 2));
    length = last.reduce((sum, line) => sum + line.length, 0);
  };
  return {
    add(line) {
      if (first.length < FIRST) {
        first.push(line);
        return;
      }
      last.push(line);
      length += line.length;
      while (last.length > 1 && (last.length > LAST || length > MOST)) halve();
    },
    all: () => [...first, ...last],
  };
}
