/** A handoff as somebody begins it: the words of one in the form of a handoff's file, or plain notes. */
import type { PlacedProblem, Problem } from '../problem/problem.ts';
import { NOTHING_SAID, wordsOf } from './handoff-words.ts';
import type { HandoffWords } from './handoff-words.ts';
import { placeProblems } from './place-problems.ts';
import { frontOrFence } from './read-file.ts';
import { handoffFields, readHandoff } from './read-handoff.ts';
import { plainSource } from './source-text.ts';
import { isRecord } from './with-value.ts';

export interface Draft {
  readonly words: HandoffWords;
  /** What it says of matters that coord fills in itself, by field. */
  readonly facts: Readonly<Record<string, string>>;
  /** With any of these, words may be missing. */
  readonly problems: readonly PlacedProblem[];
}

/** Known from git, the claim and the clock, so that nobody need say it, or can say it wrong. */
const FACTS = ['from_agent', 'task', 'base', 'head', 'branch', 'tree', 'token', 'nonce', 'verification', 'acknowledged'] as const;

/** `name` is what it is called in problems; with an ending of its own it may be any text. */
export function readDraft(text: string, name: string): Draft {
  const file = `${name}.md`;
  const front = frontOrFence(text, file);
  const placed = (problems: readonly Problem[]): readonly PlacedProblem[] => placeProblems(problems, () => text);
  if (front.value === undefined) return { words: NOTHING_SAID, facts: {}, problems: placed(front.problems) };
  const given = handoffFields(front.value ?? {});
  const fields = isRecord(given) ? given : {};
  const { handoff, problems } = readHandoff(isRecord(given) ? withAuthor(given) : given, front.body, plainSource(file));
  if (handoff === null) return { words: NOTHING_SAID, facts: {}, problems: placed([...front.problems, ...problems]) };
  return { words: onlySaid(wordsOf(handoff), fields), facts: factsIn(fields), problems: placed([...front.problems, ...problems]) };
}

/** The one field that a handoff cannot be without. */
function withAuthor(fields: Readonly<Record<string, unknown>>): unknown {
  return { ...fields, from_agent: fields['from_agent'] ?? 'whoever acts' };
}

function onlySaid(words: HandoffWords, fields: Readonly<Record<string, unknown>>): HandoffWords {
  const isSaid = (field: string): boolean => (fields[field] ?? null) !== null;
  return {
    to: words.to,
    completed: isSaid('task_completed') ? words.completed : null,
    ready: isSaid('dependencies_ready') ? words.ready : null,
    blockers: isSaid('blockers') ? words.blockers : null,
    nextSteps: isSaid('next_steps') ? words.nextSteps : null,
    ruledOut: isSaid('ruled_out') ? words.ruledOut : null,
    artifacts: isSaid('artifacts') ? words.artifacts : null,
    notes: words.notes === '' ? null : words.notes,
  };
}

function factsIn(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = FACTS.map((field) => [field, fields[field]] as const).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(given.map(([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)]));
}
