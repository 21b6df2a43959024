/** One line of work: the id it begins with, its title, and what stands beside it in brackets. */
import type { Priority } from '../../model.ts';
import type { DraftDependency } from '../draft.ts';
import { normal, oneLine, splitBrackets, withoutDecoration } from './clean-text.ts';
import { dateIn, estimateIn, isEstimate } from './estimates.ts';
import type { Inline } from './outline.ts';
import { priorityIn } from './states.ts';
import { holds, LATER } from './vocabulary.ts';

export interface TaskText {
  readonly id: string | null;
  readonly title: string;
  /** What stands behind a title that is bold by itself. */
  readonly notes: string | null;
  readonly agent: string | null;
  readonly estimate: string | null;
  readonly deadline: string | null;
  readonly priority: Priority | null;
  readonly dependencies: readonly DraftDependency[];
}

const SEPARATOR = String.raw`\s*[:：–—|-]\s*`;
/** `perf_1`, `TASK-DB-001`, `T1`, `1.1`, `#12`. */
const ID = String.raw`(?:[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*[-_.]?\d+[a-z]?|\d{1,3}(?:\.\d{1,3})+[a-z]?|#\d{1,6})`;
const WORD = String.raw`(?:task|issue|ticket|story|bug|aufgabe|arbeitspaket|ap|tarea|tâche|tarefa|compito|taak|задача|タスク|课题|任务|任務|作業)`;
const NUMBERED = new RegExp(String.raw`^(${WORD})(?![A-Za-z])\s*[#-]?\s*(\d{1,4}(?:\.\d{1,3})*[a-z]?|${ID})(?:${SEPARATOR}|\s*[.)]\s*|\s+|$)(.*)$`, 'isu');
const SEPARATED = new RegExp(String.raw`^[\[(\x60]?(${ID})[\])\x60]?(?:\s*[:：]\s*|\s+[–—|-]\s+|[\])]\s*)(\S.*)?$`, 'su');
/** Without a sign behind it only what can be nothing else: `T001 Do it`, `API-12 Do it`, `1.2 Do it`. */
const BARE = /^((?:[A-Z]{1,6}\d{2,5}|[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_]\d+|\d{1,3}(?:\.\d{1,3})+|#\d{1,6}))\s+(\S.*)$/su;

export function readTaskText(inline: Inline): TaskText {
  const text = withoutDecoration(inline.text);
  const { id, rest } = splitId(text, inline.lead);
  const lead = id === null ? inline.lead : null;
  const { title, notes } = splitLead(rest, lead);
  const aside = readAside(title);
  const more = notes === null ? null : readAside(notes);
  return {
    id,
    title: aside.title === '' ? (id ?? oneLine(text)) : aside.title.replace(/\s*[:：]$/u, ''),
    notes: more === null || more.title === '' ? null : more.title,
    agent: aside.agent ?? more?.agent ?? null,
    estimate: aside.estimate ?? more?.estimate ?? null,
    deadline: aside.deadline ?? more?.deadline ?? null,
    priority: aside.priority ?? more?.priority ?? null,
    dependencies: [...aside.dependencies, ...(more?.dependencies ?? [])],
  };
}

/** The id at the beginning, if there is one, and what is behind it. */
export function splitId(text: string, lead: string | null = null): { readonly id: string | null; readonly rest: string } {
  const numbered = NUMBERED.exec(text);
  if (numbered) return { id: numberedId(numbered[1] ?? '', numbered[2] ?? ''), rest: (numbered[3] ?? '').trim() };
  const bold = lead === null ? null : new RegExp(String.raw`^[\[(]?(${ID})[\])]?\s*[:：.)]?\s*$`, 'u').exec(lead);
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

/** A bold beginning is the title where a text that explains it follows. */
function splitLead(text: string, lead: string | null): { readonly title: string; readonly notes: string | null } {
  const name = lead?.replace(/[\s:：]+$/u, '') ?? '';
  if (name === '' || !text.startsWith(name)) return { title: oneLine(text.split('\n', 1)[0] ?? ''), notes: text.includes('\n') ? oneLine(text.slice(text.indexOf('\n'))) : null };
  const rest = text.slice(name.length);
  const explained = /^\s*(?:[:：–—]|-\s)\s*(\S.*)$/su.exec(rest) ?? /^\s*\n\s*(\S.*)$/su.exec(rest);
  return explained ? { title: name, notes: oneLine(explained[1] ?? '') } : { title: oneLine(text), notes: null };
}

interface Aside extends Omit<TaskText, 'id' | 'notes'> {
  readonly title: string;
}

const DEPENDS = /^(?:depends?\s+on|blocked\s+by|requires|needs|after|deps?|dependencies|hängt\s+ab\s+von|abhängig\s+von|nach|benötigt|depende\s+de|requiere|tras|después\s+de|dépend\s+de|après|dipende\s+da|зависит\s+от|после|依存|依赖|依賴|前置)\s*[:：]?\s*(.+)$/iu;

function readAside(text: string): Aside {
  const found: { agent: string | null; estimate: string | null; deadline: string | null; priority: Priority | null } = { agent: null, estimate: null, deadline: null, priority: null };
  const dependencies: DraftDependency[] = [];
  const kept: string[] = [];
  const { bare, brackets } = splitBrackets(text.replace(/^\[P\]\s*/, ''));
  for (const bracket of brackets) {
    const depends = DEPENDS.exec(bracket);
    const mention = /^@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/u.exec(bracket);
    if (depends) dependencies.push(...splitDependencies(depends[1] ?? ''));
    else if (mention) found.agent ??= mention[1] ?? null;
    else if (isEstimate(bracket)) found.estimate ??= estimateIn(bracket);
    else if (isShortPriority(bracket)) found.priority ??= priorityIn(bracket);
    else if (isDeadline(bracket)) found.deadline ??= dateIn(bracket);
    else kept.push(bracket);
  }
  if (brackets.some((bracket) => holds(normal(bracket), LATER))) found.priority ??= 'low';
  const tail = kept.length === brackets.length ? text : [bare, ...kept.map((bracket) => `(${bracket})`)].join(' ');
  const { title, agent } = splitMention(tail);
  return { title: oneLine(title), ...found, agent: found.agent ?? agent, dependencies };
}

function splitMention(text: string): { readonly title: string; readonly agent: string | null } {
  const found = /^(.*\S)\s+@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/su.exec(text) ?? null;
  return found ? { title: (found[1] ?? '').replace(/\s*[–—-]$/u, ''), agent: found[2] ?? null } : { title: text, agent: null };
}

const isShortPriority = (text: string): boolean => /^(?:p[0-4]|high|medium|low|critical|hoch|mittel|niedrig|alta|media|baja|高|中|低)(?:\s+priority|priorität)?$/iu.test(text.trim());
const isDeadline = (text: string): boolean => dateIn(text) !== null && text.length < 40;

const NONE = /^(?:none|no|nothing|n\/?a|-+|—|–|keine?|nichts|ninguna?|nada|aucune?|nessuna?|nenhuma?|なし|無し|无|無|нет|없음|\.)?\.?$/iu;

/** Ids parted by commas and the like; a text of several words is one name. */
export function splitDependencies(text: string): readonly DraftDependency[] {
  const parts = text.split(/[,;、，；\n]|\s+(?:and|und|y|et|e|и)\s+|\s&\s|\s\+\s/u).map((part) => oneLine(part).replace(/^[`"'[(]+|[`"'\])]+$/g, ''));
  return parts.filter((part) => !NONE.test(part)).map((part) => ({ on: splitId(part).id ?? part.replace(/^#(?=\d)/, ''), label: null }));
}

export const isNothing = (text: string): boolean => NONE.test(text.trim());

/** A label before a colon that names a field of a task, as `Priority: high`. */
export function labelledPart(text: string): { readonly label: string; readonly value: string } | null {
  const found = /^([^:：\n]{1,48})[:：](?!\/\/)\s*([\s\S]*)$/u.exec(text);
  return found ? { label: (found[1] ?? '').trim(), value: (found[2] ?? '').trim() } : null;
}

