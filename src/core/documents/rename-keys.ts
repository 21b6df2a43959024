/** Replaces the older names of keys in YAML text by today's, and nothing else: the rest keeps every byte. */
import type { Pointer } from '../model.ts';
import { locator } from './locate.ts';
import { CONFIG_NAMES, renameOld } from './old-names.ts';
import { parseCarefully } from './read-yaml.ts';
import { sameValue } from './same-value.ts';

export interface RenamedKeys {
  readonly text: string;
  readonly count: number;
}

/** null where it cannot be done with certainty: the text is broken, or would come to say something else. */
export function renameOldKeys(text: string): RenamedKeys | null {
  const before = valueOf(text);
  if (before === undefined) return null;
  const { value, found } = renameOld(before, CONFIG_NAMES);
  const locate = locator(text);
  const splices = found.map(({ pointer, name }) => ({ ...locate(pointer, 'key'), name, key: keyOf(pointer) }));
  if (splices.some(({ offset, length, key }) => unquoted(text.slice(offset, offset + length)) !== key)) return null;
  const renamed = splices.sort((one, other) => other.offset - one.offset).reduce((result, { offset, length, name }) => result.slice(0, offset) + name + result.slice(offset + length), text);
  return sameValue(valueOf(renamed), value) ? { text: renamed, count: found.length } : null;
}

function valueOf(text: string): unknown {
  const { value, problems } = parseCarefully(text, { file: '', offset: 0 });
  return problems.length === 0 ? value : undefined;
}

const keyOf = (pointer: Pointer): string => String(pointer.at(-1));
const unquoted = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');
