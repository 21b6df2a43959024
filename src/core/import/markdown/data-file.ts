/** A file of YAML or JSON is read as if it stood in a fence of that kind; one that cannot be read is refused by name. */
import { positions } from '../../documents/position.ts';
import type { DraftFault, SourceText } from '../draft.ts';
import { readData } from './read-data.ts';
import type { Data } from './read-data.ts';

/** Of more, YAML takes more than a moment. */
const LONGEST = 1_000_000;

export function isDataFile({ name }: SourceText): boolean {
  return /\.(?:ya?ml|jsonc?)$/i.test(name);
}

export type DataFile = { readonly file: string; readonly data: Data } | { readonly fault: DraftFault };

export function readDataFile({ name, text }: SourceText): DataFile {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fault = (reason: string, line: number): DataFile => ({ fault: { code: 'unreadable-source', reason, origins: [{ file: name, line }] } });
  if (plain.length > LONGEST) return fault(`it has more than ${LONGEST} characters`, 1);
  const data = readData(plain, name);
  const [problem] = data.problems;
  if (problem === undefined) return { file: name, data };
  const { offset = 0, length = 1 } = problem.place;
  return fault(`it is no YAML or JSON that can be read, though its name says so (${problem.code})`, positions(plain)(offset, length).line);
}
