/** One line of work: the id it begins with, its title, and what stands beside it in brackets. */
import type { Priority, Status } from '../../model.ts';
import type { DraftDependency } from '../draft.ts';
import { keptLines, normal, oneLine, splitBrackets, withoutDecoration } from './clean-text.ts';
import { estimateIn, isEstimate } from './estimates.ts';
import { dateIn } from './written-dates.ts';
import { splitDependencies, splitId } from './ids.ts';
import type { Inline } from './outline.ts';
import { priorityIn, shareIn, stateIn, stateOfShare } from './states.ts';
import { splitTags } from './tags.ts';
import { DEPENDS, readFact, splitTail } from './tail.ts';
import type { Fact } from './tail.ts';
import { holds, LATER } from './vocabulary.ts';

export interface TaskText {
  readonly id: string | null;
  readonly title: string;
  /** What stands behind a title that is bold by itself. */
  readonly notes: string | null;
  readonly agent: string | null;
  readonly estimate: string | null;
  readonly deadline: string | null;
  readonly started: string | null;
  readonly priority: Priority | null;
  readonly status: Status | null;
  readonly progress: number | null;
  readonly dependencies: readonly DraftDependency[];
}

export function readTaskText(inline: Inline): TaskText {
  const text = withoutDecoration(inline.text);
  const { id, rest } = splitId(text, inline.lead);
  const lead = id === null ? inline.lead : null;
  const { title, notes } = splitLead(id === null ? rest : withoutDecoration(rest), lead);
  const { rest: words, tags, due, priority } = splitTags(title);
  const { title: name, said } = readAside(words, false);
  const behind = notes === null ? null : readAside(notes, true);
  const more = behind?.said ?? null;
  return {
    id,
    title: name === '' ? (id ?? oneLine(text)) : name.replace(/\s*[:：]$/u, ''),
    notes: [behind?.title ?? '', tags].filter((text) => text !== '').join(' ') || null,
    agent: said.agent ?? more?.agent ?? null,
    estimate: said.estimate ?? more?.estimate ?? null,
    deadline: said.deadline ?? due ?? more?.deadline ?? null,
    started: said.started ?? more?.started ?? null,
    priority: said.priority ?? priority ?? more?.priority ?? null,
    status: said.status ?? more?.status ?? null,
    progress: said.progress ?? more?.progress ?? null,
    dependencies: more === null ? said.dependencies : [...said.dependencies, ...more.dependencies],
  };
}

/** A bold beginning is the title where a text that explains it follows. */
function splitLead(text: string, lead: string | null): { readonly title: string; readonly notes: string | null } {
  const name = lead?.replace(/[\s:：]+$/u, '') ?? '';
  if (name === '' || !text.startsWith(name)) return { title: oneLine(text.split('\n', 1)[0] ?? ''), notes: text.includes('\n') ? keptLines(text.slice(text.indexOf('\n'))) : null };
  const rest = text.slice(name.length);
  const explained = /^\s*(?:[:：–—]|-\s)\s*(\S.*)$/su.exec(rest) ?? /^\s*\n\s*(\S.*)$/su.exec(rest);
  return explained ? { title: name, notes: keptLines(explained[1] ?? '') } : { title: oneLine(text), notes: null };
}

type Beside = { -readonly [K in keyof Omit<TaskText, 'id' | 'title' | 'notes' | 'dependencies'>]: TaskText[K] } & { readonly dependencies: DraftDependency[] };

interface Aside {
  readonly title: string;
  readonly said: Beside;
}

function take({ field, text }: Fact, found: Beside): void {
  if (field === 'dependencies') found.dependencies.push(...splitDependencies(text));
  else if (field === 'agent') found.agent ??= text.replace(/^@/, '');
  else if (field === 'estimate') found.estimate ??= estimateIn(text);
  else if (field === 'deadline' || field === 'started') found[field] ??= dateIn(text);
  else if (field === 'priority') found.priority ??= priorityIn(text);
  else {
    found.progress ??= shareIn(text);
    found.status ??= stateIn(text) ?? stateOfShare(found.progress);
  }
}

/** From the end: pieces behind signs and brackets in turn, as long as one of them says something. */
function readAside(whole: string, isNote: boolean): Aside {
  const found: Beside = { agent: null, estimate: null, deadline: null, started: null, priority: null, status: null, progress: null, dependencies: [] };
  const kept: string[] = [];
  let rest = takeSign(whole.replace(/^\[P\]\s*/, ''), found);
  for (;;) {
    const { rest: text, facts } = splitTail(rest, isNote);
    for (const fact of facts) take(fact, found);
    const { bare, brackets } = splitBrackets(text);
    const remarks = brackets.flatMap((bracket) => takeBracket(bracket, found) ?? []);
    kept.unshift(...remarks);
    if (brackets.length === 0 || bare === '') return closing(bare === '' ? text : bare, kept, found, isNote ? keptLines : oneLine);
    rest = bare;
  }
}

function closing(text: string, remarks: readonly string[], found: Beside, tidied: (text: string) => string): Aside {
  const { title, agent } = splitMention(text);
  found.agent ??= agent;
  return { title: tidied(remarks.length === 0 ? title : [title, ...remarks].join(' ')), said: found };
}

/** A mark behind a title, or before it: "Paint it ✅". */
function takeSign(text: string, found: Beside): string {
  const sign = SIGN_BEHIND.exec(text);
  if (sign === null) return text;
  found.status ??= stateIn(sign[1] ?? '');
  return text.slice(0, sign.index);
}

const SIGN_BEHIND = /\s*([✅✔☑❌🚫🔄🚧⏳])\ufe0f?\s*$/u;

/** What of a bracket says nothing that a field takes, in brackets; null: all of it does. */
function takeBracket(bracket: string, found: Beside): string | null {
  if (holds(normal(bracket), LATER)) found.priority ??= 'low';
  const pieces = bracket.split(/\s*[,;、，；]\s*/u);
  const rest: string[] = [];
  let last: Fact | null = null;
  for (const piece of pieces) {
    last = behind(last, piece, beside(piece));
    if (last === null) rest.push(piece);
    else take(last, found);
  }
  return rest.length === 0 ? null : `(${rest.length === pieces.length ? bracket : rest.join(', ')})`;
}

/** Behind something it waits for, what is no field of its own is one more of these; so is `P2` behind `P1`. */
function behind(last: Fact | null, text: string, own: Fact | null): Fact | null {
  if (last?.field !== 'dependencies') return own;
  return own === null || (own.field === 'priority' && isShortPriority(last.text)) ? { field: last.field, text } : own;
}

function beside(text: string): Fact | null {
  const mention = /^@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/u.exec(text);
  if (mention) return { field: 'agent', text: mention[1] ?? '' };
  const depends = DEPENDS.exec(text)?.[1];
  if (depends !== undefined) return { field: 'dependencies', text: depends };
  if (isEstimate(text)) return { field: 'estimate', text };
  if (isShortPriority(text)) return { field: 'priority', text };
  if (isDeadline(text)) return { field: 'deadline', text };
  const fact = readFact(text);
  return fact?.field === 'status' ? null : fact;
}

function splitMention(text: string): { readonly title: string; readonly agent: string | null } {
  const found = /^(.*\S)\s+@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/su.exec(text) ?? null;
  return found ? { title: (found[1] ?? '').replace(/\s*[–—-]$/u, ''), agent: found[2] ?? null } : { title: text, agent: null };
}

const isShortPriority = (text: string): boolean => /^(?:p[0-4]|high|medium|low|critical|hoch|mittel|niedrig|alta|media|baja|高|中|低)(?:\s+priority|priorität)?$/iu.test(text.trim());
const isDeadline = (text: string): boolean => dateIn(text) !== null && text.length < 40;
