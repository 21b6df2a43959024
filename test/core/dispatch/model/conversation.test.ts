/** How a conversation goes on, and every way in which it ends. */
import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../../src/core/dispatch/model/assignment.ts';
import { begin, step } from '../../../../src/core/dispatch/model/conversation.ts';
import type { ConversationEvent, Step } from '../../../../src/core/dispatch/model/conversation.ts';
import type { ModelAnswer } from '../../../../src/core/dispatch/model/message.ts';
import { ASSIGNMENT } from '../../../support/an-assignment.ts';

const TOKENS = { input: 100, output: 10, cached: 0, written: 0 };
const answer = (text: string, more: Partial<ModelAnswer> = {}): ModelAnswer => ({ content: [{ type: 'text', text }], stopReason: 'end_turn', tokens: TOKENS, ...more });
const CALL = { type: 'tool_use', id: 't-1', name: 'read_file', input: { path: 'a.txt' } };
const calls = (...blocks: readonly object[]): ModelAnswer => ({ content: blocks as ModelAnswer['content'], stopReason: 'tool_use', tokens: TOKENS });
const answered = (given: ModelAnswer, isRecalled = false): ConversationEvent => ({ is: 'answered', answer: given, isRecalled });
const used = (text = 'x', isFault = false): ConversationEvent => ({ is: 'used', results: [{ id: 't-1', text, isFault }] });

function follow(events: readonly ConversationEvent[], more: Partial<Assignment> = {}): Step {
  const assignment = { ...ASSIGNMENT, ...more };
  return events.reduce<Step>(({ conversation }, event) => step(conversation, event, assignment), begin(assignment));
}

describe('it goes on', () => {
  test('from the prompt over tools to an answer, each turn and token counted', () => {
    expect(follow([]).next).toEqual({ do: 'ask' });
    expect(follow([answered(calls(CALL))]).next).toEqual({ do: 'use', calls: [{ id: 't-1', name: 'read_file', input: { path: 'a.txt' } }] });
    expect(follow([answered(calls(CALL)), used()]).next).toEqual({ do: 'ask' });
    const { conversation, next } = follow([answered(calls(CALL)), used('no', true), answered(answer(' Done. '))]);
    expect(next).toEqual({ do: 'end', reason: 'ok', message: null, output: 'Done.' });
    expect(conversation).toMatchObject({ turns: 2, tokens: { input: 200, output: 20, cached: 0, written: 0 }, cost: (2 * (100 * 2 + 10 * 10)) / 1e6 });
    expect(conversation.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(conversation.messages[2]).toEqual({ role: 'user', content: [{ type: 'tool_result', tool_use_id: 't-1', content: 'no', is_error: true }] });
  });

  test('with the blocks of the model as they came, its thoughts too', () => {
    const thought = { type: 'thinking', thinking: '', signature: 'sig' };
    expect(follow([answered(calls(thought, CALL))]).conversation.messages[1]).toEqual({ role: 'assistant', content: [thought, CALL] });
  });

  test('where it paused by itself', () => {
    expect(follow([answered(answer('', { stopReason: 'pause_turn' }))]).next).toEqual({ do: 'ask' });
  });

  test('what was answered an hour ago costs nothing', () => {
    expect(follow([answered(calls(CALL), true)]).conversation).toMatchObject({ turns: 1, cost: 0, tokens: { input: 0 } });
  });
});

describe('it ends', () => {
  test.each([
    ['max_tokens', 'its answer was longer than it may be'],
    ['model_context_window_exceeded', 'the conversation has become longer than its model can read'],
    ['refusal', 'its model declined to answer'],
  ])('without an answer: %s', (stopReason, message) => {
    expect(follow([answered({ ...calls(CALL), stopReason })]).next).toEqual({ do: 'end', reason: 'no-output', message, output: null });
  });

  test('without a word', () => {
    expect(follow([answered(answer('  '))]).next).toMatchObject({ reason: 'no-output', message: 'it ended without an answer' });
  });

  test('by its interface', () => {
    expect(follow([{ is: 'failed', failure: { kind: 'refused', message: '401: no', retryAfterSeconds: null } }]).next).toMatchObject({ reason: 'api-error', message: '401: no' });
  });

  test('by its turns: no tool is used for an answer that nobody would ask for', () => {
    expect(follow([answered(calls(CALL))], { turns: 1 }).next).toMatchObject({ reason: 'turn-cap' });
    expect(follow([answered(answer('Done.'))], { turns: 1 }).next).toMatchObject({ reason: 'ok' });
  });

  test('by what it costs, once that is reached', () => {
    expect(follow([answered(calls(CALL))], { costUsd: 0.0003 }).next).toMatchObject({ reason: 'budget', message: 'it cost as much as it may' });
    expect(follow([answered(calls(CALL))], { costUsd: 0.0004 }).next).toMatchObject({ do: 'use' });
    expect(follow([], { costUsd: 0 }).next).toMatchObject({ reason: 'budget' });
  });

  test('by what it may have cost, where a cache has no price', () => {
    const prices = { big: { input: 10, output: 10 } };
    const cached = { ...calls(CALL), tokens: { input: 0, output: 0, cached: 100_000, written: 0 } };
    expect(follow([answered(cached)], { prices, costUsd: 1 })).toMatchObject({ conversation: { cost: null, most: 1 }, next: { reason: 'budget' } });
    expect(follow([answered(cached)], { prices, costUsd: 1.1 }).next).toMatchObject({ do: 'use' });
  });

  test('before it begins, where nobody knows what it costs', () => {
    expect(follow([], { prices: {}, costUsd: 2 }).next).toMatchObject({ reason: 'budget', message: 'it may cost $2, and what big costs is not known: say it under prices of its runtime' });
    expect(follow([], { prices: {} }).next).toEqual({ do: 'ask' });
  });
});

describe('an answer of a form', () => {
  const output = { type: 'object', required: ['n'], properties: { n: { type: 'integer', minimum: 1 } } };

  test('is JSON alone, in a fence or not', () => {
    expect(follow([answered(answer('{"n":1}'))], { output }).next).toMatchObject({ reason: 'ok', output: { n: 1 } });
    expect(follow([answered(answer('```json\n{"n":1}\n```'))], { output }).next).toMatchObject({ reason: 'ok', output: { n: 1 } });
  });

  test('is asked for again with what is wrong, and given up the third time', () => {
    const once = follow([answered(answer('Here you are.'))], { output });
    expect(once.next).toEqual({ do: 'ask' });
    expect(once.conversation.messages.at(-1)).toEqual({ role: 'user', content: [{ type: 'text', text: 'Your answer is not of the form asked for: it is not JSON alone. Give it once more, as JSON alone.' }] });
    expect(follow([answered(answer('no')), answered(answer('{"n":0}')), answered(answer('{"n":2}'))], { output }).next).toMatchObject({ reason: 'ok', output: { n: 2 } });
    expect(follow([answered(answer('no')), answered(answer('{"n":0}')), answered(answer('{}'))], { output }).next).toMatchObject({ reason: 'no-output', message: 'its answer is not of the form asked for: n should be there, not nothing' });
    expect(follow([answered(answer('no'))], { output, turns: 1 }).next).toMatchObject({ reason: 'turn-cap' });
  });
});
