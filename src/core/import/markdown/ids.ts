/** Ids in front of a text, and texts that are nothing but ids. */
import type { DraftDependency } from '../draft.ts';
import { oneLine } from './clean-text.ts';
import { isNumber } from './numbers.ts';

const SEPARATOR = String.raw`\s*[:：–—|-]\s*`;
/** `perf_1`, `TASK-DB-001`, `T1`, `1.1`, `#12`. */
const ID = String.raw`(?:[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*[-_.]?\d+[a-z]?|\d{1,3}(?:\.\d{1,3})+[a-z]?|#\d{1,6})`;
const WORD = String.raw`(?:task|issue|ticket|story|bug|aufgabe|arbeitspaket|ap|tarea|tâche|tarefa|compito|taak|задача|タスク|课题|任务|任務|作業)`;
const NUMBERED = new RegExp(String.raw`^(${WORD})(?![A-Za-z])(?:\s*#\s*|\s+|(?<=\P{ASCII}))(\d{1,4}(?:\.\d{1,3})*[a-z]?|${ID})(?:${SEPARATOR}|\s*[.)]\s*|\s+|$)(.*)$`, 'isu');
const SEPARATED = new RegExp(String.raw`^[\[(\x60]?(${ID})[\])\x60]?(?:\s*[:：]\s*|\s+[–—|-]\s+|[\])]\s*)(\S.*)?$`, 'su');
const BOLD = new RegExp(String.raw`^[\[(]?(${ID})[\])]?\s*[:：.)]?\s*$`, 'u');
/** Without a sign behind it only what can be nothing else: `T001 Do it`, `API-12 Do it`, `1.2 Do it`. */
const BARE = /^((?:[A-Z]{1,6}\d{2,5}|[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_]\d+|\d{1,3}(?:\.\d{1,3})+|#\d{1,6}))\s+(\S.*)$/su;

/** The id at the beginning, if there is one, and what is behind it. */
export function splitId(text: string, lead: string | null = null): { readonly id: string | null; readonly rest: string } {
  const numbered = NUMBERED.exec(text);
  if (numbered) return { id: numberedId(numbered[1] ?? '', numbered[2] ?? ''), rest: (numbered[3] ?? '').trim() };
  const bold = lead === null ? null : BOLD.exec(lead);
  if (bold) return { id: stripped(bold[1] ?? ''), rest: text.slice(text.indexOf(lead ?? '') + (lead ?? '').length).replace(/^[\s\])]*[:：–—|-]?\s*/u, '') };
  const separated = SEPARATED.exec(text);
  if (separated && looksLikeId(separated[1] ?? '')) return { id: stripped(separated[1] ?? ''), rest: separated[2] ?? '' };
  const bare = BARE.exec(text);
  return bare ? { id: stripped(bare[1] ?? ''), rest: bare[2] ?? '' } : { id: null, rest: text };
}

const stripped = (id: string): string => id.replace(/^#/, '');

/** `Task 1.1` is 1.1; `Task 3` and `Issue #3` keep their word, since a number alone says nothing. */
function numberedId(word: string, number: string): string {
  return /^\d+$/.test(number) && /^[a-z]+$/i.test(word) ? `${word.toLowerCase()}-${number}` : stripped(number);
}

/** `Python3: ...` and `Phase1: ...` are words; ids have a sign in them, or few letters. */
function looksLikeId(id: string): boolean {
  return /[-_#]|^\d|\.\d/.test(id) || /^[A-Za-z]{1,4}\d+[a-z]?$/.test(id);
}

const NONE = /^(?:none|no|nothing|n\/?a|-+|—|–|keine?|nichts|ninguna?|nada|aucune?|nessuna?|nenhuma?|なし|無し|无|無|нет|없음|\.)?\.?$/iu;

/** Ids parted by commas and the like; words between which "and" stands may be one name: see `splitJoined`. */
export function splitDependencies(text: string): readonly DraftDependency[] {
  const parts = text.split(/[,;、，；\n]/u).flatMap((part) => {
    const joined = splitJoined(part);
    return joined.every((one) => isNumber(one) || splitId(`${one}: .`).id !== null) ? joined : [part];
  });
  return parts.map(bare).filter((part) => !NONE.test(part)).map((part) => ({ on: splitId(part).id ?? part.replace(/^#(?=\d)/, ''), label: null }));
}

/** "Cart and checkout" as two names. */
export function splitJoined(text: string): readonly string[] {
  return text.split(/\s+(?:and|und|y|et|e|и)\s+|\s&\s|\s\+\s/u).map(bare);
}

const bare = (text: string): string => oneLine(oneLine(text).replace(/^[`"'[(«»“”„「『]+|[`"'\])«»“”「」『』]+$/gu, ''));

/** Empty, or a word for it. */
export const isNothing = (text: string): boolean => NONE.test(text.trim());
