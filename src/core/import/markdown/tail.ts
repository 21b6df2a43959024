/** What is said of a task behind its title, read from the end: ". Owner: @ann. Depends on A-1", ", after 2", " — 60 %", " — done". */
import { estimateIn, isEstimate } from './estimates.ts';
import { dateIn } from './written-dates.ts';
import { isNumber } from './numbers.ts';
import { priorityIn, shareIn, stateIn, stateNamed } from './states.ts';
import { splitDependencies, splitId } from './ids.ts';
import { labelledPart } from './labels.ts';
import { exactFieldOf, TASK_FIELDS } from './vocabulary.ts';

export interface Fact {
  readonly field: 'agent' | 'status' | 'progress' | 'priority' | 'estimate' | 'deadline' | 'started' | 'dependencies';
  readonly text: string;
}

const BREAK = /[.;]\s+|\s*——\s*|[。；，、]\s*|,\s+|\n\s*|\s+[–—-]\s+|\s+(?=(?:(?<!\sdue\s)by|until|due|due by|bis|bis zum|hasta|hasta el|avant le|entro|entro il|до)\s+(?:\p{L}{3,12}\.?\s+)?\d|(?:after|depends on|blocked by|needs|requires|nach|después de|après|dépend de|dopo|após|после)\s)/giu;
/** A piece of more says more than one thing. */
const LONGEST = 120;
const MOST = 8;
/** How far from the end pieces are looked for. */
const REACH = 500;

/** `isNote`: the text is no title, so all of it may be such a piece. */
export function splitTail(text: string, isNote: boolean): { readonly rest: string; readonly facts: readonly Fact[] } {
  const facts: Fact[] = [];
  let end = text.length;
  for (const { from, to } of [...(isNote ? [{ from: 0, to: 0 }] : []), ...breaksIn(text)].reverse().slice(0, MOST)) {
    const fact = readFact(text.slice(to, end));
    if (fact === null || (/^[^\S\n]+$/u.test(text.slice(from, to)) && !namesIds(fact))) continue;
    facts.push(fact);
    end = from;
  }
  return { rest: text.slice(0, end), facts };
}

/** "Fill it after A-1" needs no sign between; "retry after 2" may mean anything. */
function namesIds({ field, text }: Fact): boolean {
  return field !== 'dependencies' || splitDependencies(text).every(({ on }) => !isNumber(on));
}

/** Those near the end where no bracket is open: "(Ann, 1 day)" is said at once. */
function breaksIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const start = Math.max(0, text.length - REACH);
  const found: { from: number; to: number }[] = [];
  let open = 0;
  let at = Math.max(0, start - REACH);
  BREAK.lastIndex = start;
  for (let sign = BREAK.exec(text); sign !== null; sign = BREAK.exec(text)) {
    const from = sign.index;
    for (; at < from; at++) {
      if ('([（［'.includes(text[at] ?? '')) open++;
      else if (open > 0 && ')]）］'.includes(text[at] ?? '')) open--;
    }
    if (open === 0 && from > 0) found.push({ from, to: from + sign[0].length });
  }
  return found;
}

/** "Owner: Ann", "blocked by A-1", "60 %", "done"; null: it is nothing of that kind. */
export function readFact(piece: string): Fact | null {
  const text = piece.trim().replace(/[.。;]+$/u, '');
  if (text === '' || text.length > LONGEST) return null;
  const part = labelledPart(text);
  if (part !== null) return labelled(part);
  if (/^@[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text)) return { field: 'agent', text };
  const waits = DEPENDS.exec(text)?.[1] ?? FOLLOWS.exec(text)?.[1];
  if (waits !== undefined && areIds(waits)) return { field: 'dependencies', text: waits };
  if (/^\d{1,3}\s*[%％]$/u.test(text)) return { field: 'progress', text };
  if (isEstimate(text)) return { field: 'estimate', text };
  const until = UNTIL.exec(text)?.[1] ?? '';
  if (until.length < 30 && dateIn(until) !== null) return { field: 'deadline', text: until };
  const state = stateNamed(text);
  return state === 'done' || state === 'in_progress' || state === 'cancelled' ? { field: 'status', text } : null;
}

export const DEPENDS = /^(?:depends?\s+on|blocked\s+by|requires|needs|waits?\s+for|after|deps?|dependencies|hängt\s+ab\s+von|abhängig\s+von|wartet\s+auf|nach|benötigt|depende\s+de|requiere|tras|después\s+de|dépend\s+de|après|dipende\s+da|dopo|richiede|depende\s+d[eo]|depois\s+d[eoa]|após|зависит\s+от|после|依存|依赖|依賴|前置)\s*[:：]?\s*(.+)$/iu;
const UNTIL = /^(?:bis(?:\s+zum)?|until|by|due(?:\s+by)?|hasta(?:\s+el)?|até|jusqu['’]au|avant\s+le|pour\s+le|entro(?:\s+il)?|до|к)\s+([^()[\]（）]+)$/iu;
/** In languages that say it behind the name. */
const FOLLOWS = /^(.+?)\s*(?:番?の?(?:完了)?後に?|に依存|完成?之?后|完成?之?後|번?\s*(?:완료\s*)?(?:이후|후에?|다음))$/u;

/** Nothing but ids and numbers of items, or titles in quotes: "after lunch" waits for nothing. */
function areIds(text: string): boolean {
  if (QUOTED.test(text)) return true;
  const parts = splitDependencies(text);
  return parts.length > 0 && parts.every(({ on }) => splitId(`${on}: .`).id !== null || isNumber(on));
}

const QUOTED = /^(?:«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|"[^"]+"|「[^「」]+」)$/u;
const NAME = /^@?[\p{L}\p{N}][\p{L}\p{N}._'’-]*(?:\s[\p{L}\p{N}._'’-]+){0,3}$/u;

/** What stands behind one of these is a task, by its id or by its title; what is needed or required may be anything. */
const SAYS_WHAT_IT_WAITS_FOR = /^(?:depends\s+on|blocked\s+by|dependencies|hängt\s+ab\s+von|abhängig\s+von|abhängigkeiten|depende\s+de|dependencias|bloqueado\s+por|dépend\s+de|dépendances|dipende\s+da|dependências|зависит\s+от|после|依存|依赖|依賴|前置)$/iu;

function labelled({ label, value }: { readonly label: string; readonly value: string }): Fact | null {
  if (value === '' || /[.;。]\s/u.test(value)) return null;
  const field = exactFieldOf(label, TASK_FIELDS);
  switch (field) {
    case 'agent':
      return NAME.test(value) ? { field, text: value } : null;
    case 'estimate':
      return estimateIn(value) === null ? null : { field, text: value };
    case 'deadline':
    case 'started':
      return dateIn(value) === null ? null : { field, text: value };
    case 'priority':
      return priorityIn(value) === null ? null : { field, text: value };
    case 'dependencies':
      return areIds(value) || SAYS_WHAT_IT_WAITS_FOR.test(label) ? { field, text: value } : null;
    case 'status':
      return stateIn(value) === null && shareIn(value) === null ? null : { field, text: value };
    default:
      return null;
  }
}
