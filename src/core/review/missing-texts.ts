/** Keys that one language has and another has not, as far as the change is to blame for it. */
import type { LocaleFile } from './locale-files.ts';
import { told } from './finding.ts';
import type { Finding } from './finding.ts';
import type { TextKeys } from './text-keys.ts';

/** The files of one family, before and after; a file that is not there on a side has no entry. */
export interface FamilyTexts {
  readonly files: readonly LocaleFile[];
  readonly before: ReadonlyMap<string, TextKeys>;
  readonly after: ReadonlyMap<string, TextKeys>;
}

export interface MissingTexts {
  readonly findings: readonly Finding[];
  /** What was missing before the change. */
  readonly known: number;
}

export function missingTexts({ files, before, after }: FamilyTexts): MissingTexts {
  const there = files.filter(({ path }) => after.has(path));
  const unread = there.filter(({ path }) => after.get(path) === null);
  const old = new Set(gaps(files, before).map(idOf));
  const now = gaps(there, after);
  const caused = now.filter((gap) => !old.has(idOf(gap)));
  const isNew = ({ path }: LocaleFile): boolean => !before.has(path);
  return { findings: [...unread.filter((file) => before.get(file.path) !== null || isNew(file)).map(unreadable), ...caused.map(asFinding)], known: now.length - caused.length };
}

interface Gap {
  readonly key: string;
  readonly missing: LocaleFile;
  /** A file that has it, and where. */
  readonly from: LocaleFile;
  readonly line: number;
}

const idOf = ({ key, missing }: Gap): string => `${missing.path}\0${key}`;

function gaps(files: readonly LocaleFile[], keys: ReadonlyMap<string, TextKeys>): readonly Gap[] {
  const read = files.flatMap((file) => {
    const own = keys.get(file.path);
    return own === null || own === undefined ? [] : [{ file, own }];
  });
  const first = new Map<string, { readonly from: LocaleFile; readonly line: number }>();
  for (const { file, own } of read) for (const [key, line] of own) if (!first.has(key)) first.set(key, { from: file, line });
  return read.flatMap(({ file, own }) => [...first].flatMap(([key, place]) => (own.has(key) ? [] : [{ key, missing: file, ...place }])));
}

/** Told where the key is: that is where the change can be seen. */
function asFinding({ key, missing, from, line }: Gap): Finding {
  return { file: from.path, line, severity: 'error', category: 'translation', message: told(`${key} is missing in ${missing.path} (${missing.locale}).`), suggestion: told(`Add ${key} to ${missing.path}.`), by: 'translations' };
}

function unreadable({ path }: LocaleFile): Finding {
  return { file: path, line: null, severity: 'error', category: 'translation', message: 'It cannot be read: its keys are not known.', suggestion: 'Mend it: it is to be one JSON object or YAML mapping.', by: 'translations' };
}
