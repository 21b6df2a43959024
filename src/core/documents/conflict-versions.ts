/** What a file in conflict is to be merged from, so that what a person has settled in it already stays. */
import { baseOf, CONFLICT_MARKER, sideOf } from './conflict-sides.ts';
import type { FileKind } from './file-kind.ts';
import { mergeRules, RULES_WITHOUT_BASE } from './merge-rules.ts';
import type { Rules } from './merge-rules.ts';
import type { Versions } from './versions.ts';

/** The versions that git keeps of a file while it is unmerged; null where a side has none. */
export type Stages = Versions<string | null>;

export interface ToMerge {
  readonly versions: Versions<string>;
  readonly rules: Rules;
}

/** `settled`: no markers are left in it. `one-sided`: one side has no such file. */
export function conflictVersions(kind: FileKind, text: string, stages: Stages | null): ToMerge | 'settled' | 'one-sided' {
  const rules = mergeRules(kind);
  if (stages !== null && (stages.ours === null || stages.theirs === null)) return 'one-sided';
  if (CONFLICT_MARKER.test(text)) {
    const found = baseOf(text);
    const base = stages?.base ?? found.text;
    return { versions: { base, ours: sideOf(text, 'ours'), theirs: sideOf(text, 'theirs') }, rules: stages !== null || found.isKnown ? rules : RULES_WITHOUT_BASE };
  }
  // A driver that failed leaves our version as it was, without a word of theirs.
  const isUntouched = stages?.ours === text && stages.theirs !== null && stages.theirs !== text;
  return isUntouched ? { versions: { base: stages.base ?? '', ours: text, theirs: stages.theirs }, rules } : 'settled';
}
