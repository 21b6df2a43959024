/** A file of YAML or JSON is read as if it stood in a fence of that kind; one that cannot be read is refused by name. */
import { positions } from '../../documents/position.ts';
import { readYaml } from '../../documents/read-yaml.ts';
import type { DraftFault, SourceText } from '../draft.ts';

/** Of more, YAML takes more than a moment. */
const LONGEST = 1_000_000;

export function isDataFile({ name }: SourceText): boolean {
  return /\.(?:ya?ml|jsonc?)$/i.test(name);
}

export interface DataFile {
  readonly file: string;
  readonly text: string;
  readonly fault: DraftFault | null;
}

export function readDataFile({ name, text }: SourceText): DataFile {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fault = (reason: string, line: number): DataFile => ({ file: name, text: plain, fault: { code: 'unreadable-source', reason, origins: [{ file: name, line }] } });
  if (plain.length > LONGEST) return fault(`it has more than ${LONGEST} characters`, 1);
  const [problem] = readYaml(plain, name).problems;
  if (problem === undefined) return { file: name, text: plain, fault: null };
  const { offset = 0, length = 1 } = problem.place;
  return fault(`it is no YAML or JSON that can be read (${problem.code})`, positions(plain)(offset, length).line);
}
