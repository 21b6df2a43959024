/** Reads one document as the store does, and says what is wrong with how that went. */
import { decode } from '../../src/adapters/store/read-text.ts';
import { placeProblems } from '../../src/core/documents/place-problems.ts';
import { readFile } from '../../src/core/documents/read-file.ts';
import type { FileReading } from '../../src/core/documents/read-file.ts';
import type { HostileDocument } from './hostile-documents.ts';

/** null: all went well. */
export function faultOf({ file, bytes }: Pick<HostileDocument, 'file' | 'bytes'>): string | null {
  try {
    const { text, problem } = decode(Buffer.from(bytes), file);
    const reading = text === null ? { file, problems: problem ? [problem] : [] } : readFile(file, text, 'deployment');
    const placed = placeProblems(reading.problems, () => text);
    return accountOf(reading) ?? placeFault(placed, text) ?? canaryFault() ?? plainFault(reading);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Every file is accounted for, by a record or a problem. Queues and pages may be empty. */
function accountOf({ problems, file, ...records }: FileReading): string | null {
  return problems.length > 0 || file.endsWith('/architecture-decisions.md') || Object.keys(records).length > 0 ? null : 'neither a record nor a problem';
}

function placeFault(placed: ReturnType<typeof placeProblems>, text: string | null): string | null {
  const lines = (text ?? '').split(/\r\n|\n|\r/);
  const outside = placed.find(({ at }) => at.line < 1 || at.column < 1 || at.line > lines.length || at.column > (lines[at.line - 1]?.length ?? 0) + 1 || at.endColumn <= at.column);
  return outside ? `${outside.code} stands outside of the file, at ${outside.at.line}:${outside.at.column}` : null;
}

function canaryFault(): string | null {
  if (Reflect.has(globalThis, 'coordCanary')) return 'ran code of the document';
  return Reflect.has({}, 'polluted') ? 'changed the prototype of all objects' : null;
}

/** What is read is kept as JSON. */
function plainFault(reading: FileReading): string | null {
  const kept = JSON.stringify(reading);
  return JSON.stringify(JSON.parse(kept)) === kept ? null : 'is no plain data';
}
