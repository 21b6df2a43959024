/** The names the source documents used, renamed on reading; positions lead back to the text as written. */
import type { Pointer } from '../model.ts';
import { isRecord } from './with-value.ts';

/** Old key to new key, and what holds below it. `*` stands for any key. */
export interface Renames {
  readonly keys?: Readonly<Record<string, string>>;
  /** For keys made of a known beginning and words of one's own, such as `P0_critical`. */
  readonly pattern?: { readonly match: RegExp; readonly name: (key: string) => string };
  readonly below?: Readonly<Record<string, Renames>>;
}

export interface Renamed {
  readonly value: unknown;
  /** Where an old name stands in the text, and the name it goes by now. */
  readonly found: readonly { readonly pointer: Pointer; readonly name: string }[];
  readonly original: (pointer: Pointer) => Pointer;
}

export const CONFIG_NAMES: Renames = {
  keys: { conflict_resolution: 'ownership', severity_levels: 'severities', agent_metrics: 'targets', dashboard_config: 'dashboard' },
  below: {
    severities: {
      pattern: { match: /^P[0-3]_\w+$/, name: (key) => key.slice(0, 2) },
      below: { '*': { keys: { response_time: 'respond', agents_required: 'agents' } } },
    },
  },
};

export function renameOld(value: unknown, renames: Renames): Renamed {
  const found: { pointer: Pointer; name: string }[] = [];
  const back = new Map<string, string>();
  const renamed = walk(value, renames, { now: [], then: [] }, { found, back });
  const original = (pointer: Pointer): Pointer => pointer.map((step, depth) => back.get(keyOf(pointer.slice(0, depth + 1))) ?? step);
  return { value: renamed, found, original };
}

interface Notes {
  readonly found: { pointer: Pointer; name: string }[];
  readonly back: Map<string, string>;
}

function walk(value: unknown, renames: Renames | undefined, at: { now: Pointer; then: Pointer }, notes: Notes): unknown {
  if (!isRecord(value) || !renames) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const name = newName(key, renames);
    // Where the new name stands as well, the old one is left to be reported as unknown.
    const used = name === key || Object.hasOwn(value, name) ? key : name;
    const now = [...at.now, used];
    const then = [...at.then, key];
    if (used !== key) {
      notes.found.push({ pointer: then, name: used });
      notes.back.set(keyOf(now), key);
    }
    return [used, walk(item, renames.below?.[used] ?? renames.below?.['*'], { now, then }, notes)] as const;
  });
  return Object.fromEntries(entries);
}

function newName(key: string, { keys, pattern }: Renames): string {
  if (keys && Object.hasOwn(keys, key)) return keys[key] ?? key;
  return pattern?.match.test(key) ? pattern.name(key) : key;
}

const keyOf = (pointer: Pointer): string => pointer.join('\0');
