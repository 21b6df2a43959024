/**
 * Three versions of one file to one. What is written is cut again and must hold exactly what was decided, from the view of
 * either side; where that cannot be had, nothing is answered and plain git's merge of lines is the better one.
 */
import { cutDocument } from './cut-document.ts';
import type { FileKind } from './file-kind.ts';
import { MAX_BYTES } from './limits.ts';
import { mergeOutlines } from './merge-outlines.ts';
import { mergeRules } from './merge-rules.ts';
import type { Rules } from './merge-rules.ts';
import { conflictsIn, mergeValues, valueOf } from './merge-values.ts';
import type { Conflict } from './merge-values.ts';
import { outlineValue } from './outline.ts';
import { sameRecord } from './same-record.ts';
import { joinMoved } from './moved-tasks.ts';
import { CONFLICT_MARKER, sideOf } from './conflict-sides.ts';
import { eachOf } from './versions.ts';
import type { Side, Versions } from './versions.ts';

export interface MergedDocument {
  readonly text: string;
  /** None: nothing is left to decide. */
  readonly conflicts: readonly Conflict[];
}

/** null: not a file whose parts can be told apart with certainty, or the parts do not fit together. */
export function mergeDocument(kind: FileKind, versions: Versions<string>, rules: Rules = mergeRules(kind)): MergedDocument | null {
  if (Object.values(versions).some((text: string) => text.length > MAX_BYTES || CONFLICT_MARKER.test(text))) return null;
  const { ours } = versions;
  const shape = { mark: ours.startsWith('\uFEFF') ? '\uFEFF' : '', newline: ours.includes('\r\n') ? '\r\n' : '\n' };
  if (shape.newline === '\r\n' && /(?<!\r)\n/.test(ours)) return null;
  const plain = eachOf(versions, (text) => ended(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')));
  const merged = mergePlain(kind, plain, rules);
  return merged && { ...merged, text: shape.mark + merged.text.replaceAll('\n', shape.newline) };
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function mergePlain(kind: FileKind, versions: Versions<string>, rules: Rules): MergedDocument | null {
  const cut = (text: string): ReturnType<typeof cutDocument> => cutDocument(kind, text, rules.name);
  const [base, ours, theirs] = [cut(versions.base), cut(versions.ours), cut(versions.theirs)];
  if (base === null || ours === null || theirs === null) return null;
  const outlines = joinMoved({ base, ours, theirs });
  if (outlines === null) return null;
  const merged = mergeValues(eachOf(outlines, outlineValue), rules);
  const text = mergeOutlines(merged, outlines);
  if (text === null) return null;
  const conflicts = conflictsIn(merged);
  const isAsDecided = (side: Side): boolean => {
    const outline = cut(sideOf(text, side));
    return outline !== null && sameRecord(outlineValue(outline), valueOf(merged, side));
  };
  return isAsDecided('ours') && (conflicts.length === 0 || isAsDecided('theirs')) ? { text, conflicts } : null;
}
