import type { Ports, TextFiles } from './ports.ts';

const SHORTEST = 2;

/** A path that no file has yet: its name ends in a random mark, longer where a short one is taken. */
export async function newFile({ random }: Pick<Ports, 'random'>, files: TextFiles, pathFor: (mark: string) => string): Promise<string> {
  for (let bytes = SHORTEST; ; bytes++) {
    const path = pathFor(random.hex(bytes));
    if (!(await files.has(path))) return path;
  }
}
