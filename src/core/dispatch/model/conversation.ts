/**
 * A conversation with a model, from its prompt to its answer. What happens is an event; what is to be done next follows:
 *
 *   ask --answered--> use --used--> ask ... --answered--> end
 *    |                                         |
 *    +--failed--> end                          +--(not of the form asked for)--> ask, twice at most
 */
import { checkValue } from '../inputs/check-value.ts';
import { readSchema } from '../inputs/schema.ts';
import type { OutcomeReason } from '../outcome.ts';
import { costOf, mostOf, priceOf } from '../price.ts';
import { jsonOf, textIn } from '../runtimes/json-lines.ts';
import type { JsonObject } from '../runtimes/json-lines.ts';
import type { Assignment } from './assignment.ts';
import { blocksOf, textOf } from './message.ts';
import type { Message, ModelAnswer, ModelFailure, ModelTokens } from './message.ts';

export interface Conversation {
  readonly messages: readonly Message[];
  readonly turns: number;
  readonly tokens: ModelTokens;
  /** US dollars; null: there is no price for some of it. */
  readonly cost: number | null;
  /** US dollars that it cannot have cost more than. */
  readonly most: number;
  /** How often it was told that its answer is not of the form. */
  readonly corrections: number;
}

export interface ToolUse {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export interface ToolResult {
  readonly id: string;
  readonly text: string;
  readonly isFault: boolean;
}

export type ConversationEvent =
  /** `isRecalled`: given an hour ago at most; it costs nothing now. */
  | { readonly is: 'answered'; readonly answer: ModelAnswer; readonly isRecalled: boolean }
  | { readonly is: 'used'; readonly results: readonly ToolResult[] }
  | { readonly is: 'failed'; readonly failure: ModelFailure };

export interface Ending {
  readonly do: 'end';
  readonly reason: Extract<OutcomeReason, 'ok' | 'turn-cap' | 'budget' | 'api-error' | 'no-output'>;
  readonly message: string | null;
  readonly output: unknown;
}

export type Next = { readonly do: 'ask' } | { readonly do: 'use'; readonly calls: readonly ToolUse[] } | Ending;

export interface Step {
  readonly conversation: Conversation;
  readonly next: Next;
}

const MOST_CORRECTIONS = 2;
export const NO_TOKENS: ModelTokens = { input: 0, output: 0, cached: 0, written: 0 };

export function begin(assignment: Assignment): Step {
  const conversation: Conversation = { messages: [said('user', assignment.prompt)], turns: 0, tokens: NO_TOKENS, cost: 0, most: 0, corrections: 0 };
  const { costUsd, model, prices } = assignment;
  // A bound that nobody can hold is not passed over in silence.
  const isUnbounded = costUsd !== null && priceOf(model, prices) === null;
  return { conversation, next: isUnbounded ? end('budget', `it may cost $${costUsd}, and what ${model} costs is not known: say it under prices of its runtime`) : askWithin(conversation, assignment) };
}

export function step(conversation: Conversation, event: ConversationEvent, assignment: Assignment): Step {
  switch (event.is) {
    case 'failed':
      return { conversation, next: end('api-error', event.failure.message) };
    case 'used':
      return goOn(conversation, { role: 'user', content: event.results.map(resultBlock) }, assignment);
    case 'answered':
      return answered(counted(conversation, event, assignment), event.answer, assignment);
  }
}

function counted(conversation: Conversation, { answer, isRecalled }: { readonly answer: ModelAnswer; readonly isRecalled: boolean }, { model, prices }: Assignment): Conversation {
  const messages = [...conversation.messages, { role: 'assistant' as const, content: answer.content }];
  const turns = conversation.turns + 1;
  if (isRecalled) return { ...conversation, messages, turns };
  const { tokens } = answer;
  const price = priceOf(model, prices);
  const cost = price === null ? null : costOf(price, tokens, true);
  const sum = (name: keyof ModelTokens): number => conversation.tokens[name] + tokens[name];
  return {
    ...conversation,
    messages,
    turns,
    tokens: { input: sum('input'), output: sum('output'), cached: sum('cached'), written: sum('written') },
    cost: cost === null || conversation.cost === null ? null : conversation.cost + cost,
    most: conversation.most + (cost ?? (price === null ? 0 : mostOf(price, tokens))),
  };
}

/** Ends of an answer that are no end of the work. */
const CUT: Readonly<Record<string, string>> = {
  max_tokens: 'its answer was longer than it may be',
  model_context_window_exceeded: 'the conversation has become longer than its model can read',
  refusal: 'its model declined to answer',
};

function answered(conversation: Conversation, answer: ModelAnswer, assignment: Assignment): Step {
  const { stopReason } = answer;
  const ending = (next: Ending): Step => ({ conversation, next });
  if (stopReason !== null && Object.hasOwn(CUT, stopReason)) return ending(end('no-output', CUT[stopReason] ?? null));
  if (stopReason === 'pause_turn') return { conversation, next: askWithin(conversation, assignment) };
  const calls = blocksOf(answer, 'tool_use').flatMap(useOf);
  if (calls.length > 0) return { conversation, next: withinBounds(conversation, assignment) ?? { do: 'use', calls } };
  return judged(conversation, textOf(answer), assignment);
}

function useOf(block: JsonObject): readonly ToolUse[] {
  const id = textIn(block, 'id');
  return id === null ? [] : [{ id, name: textIn(block, 'name') ?? '', input: block['input'] }];
}

/** An answer of another form than that asked for is sent back, with what is wrong in it. */
function judged(conversation: Conversation, text: string, assignment: Assignment): Step {
  const { output } = assignment;
  if (text === '') return { conversation, next: end('no-output', 'it ended without an answer') };
  if (output === null) return { conversation, next: { ...end('ok', null), output: text } };
  const value = jsonOf(unfenced(text));
  const wrong = value === undefined ? 'it is not JSON alone' : mismatchOf(output, value);
  if (wrong === null) return { conversation, next: { ...end('ok', null), output: value } };
  const { corrections } = conversation;
  if (corrections >= MOST_CORRECTIONS) return { conversation, next: end('no-output', `its answer is not of the form asked for: ${wrong}`) };
  return goOn({ ...conversation, corrections: corrections + 1 }, said('user', `Your answer is not of the form asked for: ${wrong}. Give it once more, as JSON alone.`), assignment);
}

function unfenced(text: string): string {
  return /^```(?:json)?\n([^]*)\n```$/.exec(text)?.[1] ?? text;
}

function mismatchOf(output: JsonObject, value: unknown): string | null {
  const form = readSchema(output);
  const [wrong] = 'schema' in form ? checkValue(form.schema, value) : [];
  return wrong === undefined ? null : `${wrong.at === '' ? 'it' : wrong.at} should be ${wrong.expected}, not ${wrong.got}`;
}

function goOn(conversation: Conversation, message: Message, assignment: Assignment): Step {
  const longer = { ...conversation, messages: [...conversation.messages, message] };
  return { conversation: longer, next: askWithin(longer, assignment) };
}

function askWithin(conversation: Conversation, assignment: Assignment): Next {
  return withinBounds(conversation, assignment) ?? { do: 'ask' };
}

/** How it ends where it may not ask once more; null: it may. */
function withinBounds({ turns, most }: Conversation, assignment: Assignment): Ending | null {
  if (assignment.turns !== null && turns >= assignment.turns) return end('turn-cap', 'it took as many turns as it may');
  return assignment.costUsd !== null && most >= assignment.costUsd ? end('budget', 'it cost as much as it may') : null;
}

function end(reason: Ending['reason'], message: string | null): Ending {
  return { do: 'end', reason, message, output: null };
}

const said = (role: Message['role'], text: string): Message => ({ role, content: [{ type: 'text', text }] });

const resultBlock = ({ id, text, isFault }: ToolResult): JsonObject => ({ type: 'tool_result', tool_use_id: id, content: text, ...(isFault ? { is_error: true } : {}) });
