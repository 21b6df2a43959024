/** Gathers what somebody says of a handoff: by options, in a file, in an editor. */
import { NOTHING_SAID, saidOver, withWords } from '../../core/documents/handoff-words.ts';
import type { HandoffWords } from '../../core/documents/handoff-words.ts';
import { printDraft } from '../../core/documents/print-handoff.ts';
import type { NewHandoff } from '../../core/documents/print-handoff.ts';
import { readDraft } from '../../core/documents/read-draft.ts';
import type { Draft } from '../../core/documents/read-draft.ts';
import { agentIdOf, rosterOf } from '../../core/documents/roster.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { resolveName } from '../acting-agent.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface WordsRequest {
  /** By options: these count over a file's. */
  readonly said: HandoffWords;
  /** Path of a file; `-` is standard input. */
  readonly fromFile: string | null;
  readonly edit: boolean;
}

/** Whose handoff it is, of what. */
interface Author {
  readonly from: string;
  readonly task: string;
}

export interface EditedWords {
  readonly words: HandoffWords;
  /** Where the editor's text is kept until the handoff is written. */
  readonly kept: string | null;
}

/** Options and file: all that can be known before any work is done. */
export async function saidWords(ports: Pick<Ports, 'drafts'>, view: View, { said, fromFile }: WordsRequest, author: Author): Promise<Result<HandoffWords>> {
  if (fromFile === null) return receiverKnown(view, said);
  const text = await ports.drafts.read(fromFile);
  if (!text.ok) return text;
  const words = wordsIn(view, text.value, fromFile, author);
  return words.ok ? receiverKnown(view, saidOver(words.value, said)) : words;
}

/** The editor opens on what the handoff would say without it. What is left in it, and nothing else, is said then. */
export async function editedWords(ports: Pick<Ports, 'drafts'>, view: View, { edit }: WordsRequest, filled: NewHandoff, words: HandoffWords): Promise<Result<EditedWords>> {
  if (!edit) return done({ words, kept: null });
  const edited = await ports.drafts.edit(printDraft(withWords(filled, words)));
  if (!edited.ok) return edited;
  const { text, path } = edited.value;
  const left = wordsIn(view, text, path, { from: filled.from ?? '', task: filled.task ?? '' });
  const known = left.ok ? receiverKnown(view, left.value) : left;
  return known.ok ? done({ words: saidOver(NOTHING_LEFT, known.value), kept: path }) : known;
}

const NOTHING_LEFT: HandoffWords = { ...NOTHING_SAID, completed: [], ready: [], blockers: [], nextSteps: [], ruledOut: [], artifacts: [], notes: '' };

function wordsIn(view: View, text: string, source: string, author: Author): Result<HandoffWords> {
  const draft = readDraft(text, source);
  if (draft.problems.length > 0) return refused('bad-draft', { source, problems: draft.problems });
  const [field] = Object.keys(draft.facts).filter((name) => !isSo(view, draft, name, author));
  return field === undefined ? done(draft.words) : refused('draft-overrides', { source, field, given: draft.facts[field] ?? '' });
}

/** To name oneself and the task, as a form asks for it, is fine. */
function isSo(view: View, { facts }: Draft, field: string, { from, task }: Author): boolean {
  const given = facts[field] ?? '';
  if (field === 'from_agent') return agentIdOf(rosterOf(view.survey.agents), given) === from;
  return field === 'task' && given.toLowerCase() === task.toLowerCase();
}

function receiverKnown(view: View, words: HandoffWords): Result<HandoffWords> {
  if (words.to === null) return done(words);
  const to = resolveName(view, words.to);
  return to.ok ? done({ ...words, to: to.value }) : to;
}
