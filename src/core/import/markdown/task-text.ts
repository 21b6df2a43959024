/** One line of work: the id it begins with, its title, and what stands beside it in brackets. */
import type { Priority, Status } from '../../model.ts';
import type { DraftDependency } from '../draft.ts';
import { normal, oneLine, splitBrackets, withoutDecoration } from './clean-text.ts';
import { dateIn, estimateIn, isEstimate } from './estimates.ts';
import { splitDependencies, splitId } from './ids.ts';
import type { Inline } from './outline.ts';
import { priorityIn, shareIn, stateIn } from './states.ts';
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
  readonly priority: Priority | null;
  readonly status: Status | null;
  readonly progress: number | null;
  readonly dependencies: readonly DraftDependency[];
}

export function readTaskText(inline: Inline): TaskText {
  const text = withoutDecoration(inline.text);
  const { id, rest } = splitId(text, inline.lead);
  const lead = id === null ? inline.lead : null;
  const { title, notes } = splitLead(rest, lead);
  const aside = readAside(title, false);
  const more = notes === null ? null : readAside(notes, true);
  return {
    id,
    title: aside.title === '' ? (id ?? oneLine(text)) : aside.title.replace(/\s*[:：]$/u, ''),
    notes: more === null || more.title === '' ? null : more.title,
    agent: aside.agent ?? more?.agent ?? null,
    estimate: aside.estimate ?? more?.estimate ?? null,
    deadline: aside.deadline ?? more?.deadline ?? null,
    priority: aside.priority ?? more?.priority ?? null,
    status: aside.status ?? more?.status ?? null,
    progress: aside.progress ?? more?.progress ?? null,
    dependencies: [...aside.dependencies, ...(more?.dependencies ?? [])],
  };
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

type Beside = { -readonly [K in keyof Omit<Aside, 'title' | 'dependencies'>]: Aside[K] } & { readonly dependencies: DraftDependency[] };

function take({ field, text }: Fact, found: Beside): void {
  if (field === 'dependencies') found.dependencies.push(...splitDependencies(text));
  else if (field === 'agent') found.agent ??= text.replace(/^@/, '');
  else if (field === 'estimate') found.estimate ??= estimateIn(text);
  else if (field === 'deadline') found.deadline ??= dateIn(text);
  else if (field === 'priority') found.priority ??= priorityIn(text);
  else {
    found.progress ??= shareIn(text);
    found.status ??= stateIn(text) ?? stateOfShare(found.progress);
  }
}

const stateOfShare = (share: number | null): Status | null => (share === null || share === 0 ? null : share === 100 ? 'done' : 'in_progress');

function readAside(whole: string, isNote: boolean): Aside {
  const found: Beside = { agent: null, estimate: null, deadline: null, priority: null, status: null, progress: null, dependencies: [] };
  const { rest: text, facts } = splitTail(whole, isNote);
  for (const fact of facts) take(fact, found);
  const kept: string[] = [];
  const { bare, brackets } = splitBrackets(text.replace(/^\[P\]\s*/, ''));
  for (const bracket of brackets) {
    const depends = DEPENDS.exec(bracket);
    const mention = /^@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/u.exec(bracket);
    const fact = readFact(bracket);
    if (depends) found.dependencies.push(...splitDependencies(depends[1] ?? ''));
    else if (mention) found.agent ??= mention[1] ?? null;
    else if (isEstimate(bracket)) found.estimate ??= estimateIn(bracket);
    else if (isShortPriority(bracket)) found.priority ??= priorityIn(bracket);
    else if (isDeadline(bracket)) found.deadline ??= dateIn(bracket);
    else if (fact !== null && fact.field !== 'status') take(fact, found);
    else kept.push(bracket);
  }
  if (brackets.some((bracket) => holds(normal(bracket), LATER))) found.priority ??= 'low';
  const tail = kept.length === brackets.length ? text : [bare, ...kept.map((bracket) => `(${bracket})`)].join(' ');
  const { title, agent } = splitMention(tail);
  return { title: oneLine(title), ...found, agent: found.agent ?? agent };
}

function splitMention(text: string): { readonly title: string; readonly agent: string | null } {
  const found = /^(.*\S)\s+@([\p{L}\p{N}][\p{L}\p{N}._-]*)$/su.exec(text) ?? null;
  return found ? { title: (found[1] ?? '').replace(/\s*[–—-]$/u, ''), agent: found[2] ?? null } : { title: text, agent: null };
}

const isShortPriority = (text: string): boolean => /^(?:p[0-4]|high|medium|low|critical|hoch|mittel|niedrig|alta|media|baja|高|中|低)(?:\s+priority|priorität)?$/iu.test(text.trim());
const isDeadline = (text: string): boolean => dateIn(text) !== null && text.length < 40;
