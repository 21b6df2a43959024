/** Leads a conversation with a model to its end: asks, lets it use its tools, asks again. */
import { backOff } from '../../core/dispatch/model/back-off.ts';
import type { Assignment } from '../../core/dispatch/model/assignment.ts';
import { begin, NO_TOKENS, step } from '../../core/dispatch/model/conversation.ts';
import type { Conversation, ConversationEvent, Ending, ToolResult, ToolUse } from '../../core/dispatch/model/conversation.ts';
import type { ModelFailure, ModelRequest, ModelTokens } from '../../core/dispatch/model/message.ts';
import { requestOf } from '../../core/dispatch/model/request.ts';
import { splitLines } from '../../core/split-lines.ts';
import type { Ports } from '../ports.ts';
import { useTool } from './use-tool.ts';

/** What goes on, for whoever looks on. */
export type ConversationNews =
  | { readonly is: 'said'; readonly line: string }
  | { readonly is: 'recalled' }
  | { readonly is: 'counted'; readonly turns: number; readonly cost: number | null }
  | { readonly is: 'used'; readonly use: ToolUse; readonly result: ToolResult }
  | { readonly is: 'waiting'; readonly milliseconds: number; readonly failure: ModelFailure | null };

export type TellNews = (news: ConversationNews) => void;

export interface Conversed extends Pick<Ending, 'reason' | 'message' | 'output'> {
  readonly turns: number;
  readonly tokens: ModelTokens;
  readonly cost: number | null;
  /** How long the model took for each answer. */
  readonly seconds: readonly number[];
}

/** Of more nobody learns more. */
const MOST_SECONDS = 1000;

export async function converse(ports: Ports, assignment: Assignment, tell: TellNews): Promise<Conversed> {
  if (!(await ports.models.takeKey(assignment.key))) return { reason: 'api-error', message: `there is no key: ${assignment.key} is not set`, output: null, turns: 0, tokens: NO_TOKENS, cost: 0, seconds: [] };
  const asked: ModelRequest[] = [];
  const seconds: number[] = [];
  let { conversation, next } = begin(assignment);
  while (next.do !== 'end') {
    const event: ConversationEvent = next.do === 'ask' ? await ask(ports, assignment, conversation, { asked, seconds }, tell) : { is: 'used', results: await useAll(ports, assignment, next.calls, tell) };
    ({ conversation, next } = step(conversation, event, assignment));
    if (event.is === 'answered') tell({ is: 'counted', turns: conversation.turns, cost: conversation.cost });
  }
  // What led to nothing usable must not be what the next one is told as well.
  if (next.reason === 'no-output') for (const request of asked) await ports.models.forget(request);
  const { turns, tokens, cost } = conversation;
  return { reason: next.reason, message: next.message, output: next.output, turns, tokens, cost, seconds: seconds.slice(0, MOST_SECONDS) };
}

/** What is noted of each request. */
interface Notes {
  readonly asked: ModelRequest[];
  readonly seconds: number[];
}

async function ask(ports: Ports, assignment: Assignment, { messages }: Conversation, { asked, seconds }: Notes, tell: TellNews): Promise<ConversationEvent> {
  const { models, clock } = ports;
  const request = requestOf(assignment, messages);
  asked.push(request);
  const recalled = assignment.recalls ? await models.recall(request, clock.real()) : null;
  if (recalled !== null) {
    tell({ is: 'recalled' });
    return { is: 'answered', answer: recalled, isRecalled: true };
  }
  const event = await askUntilAnswered(ports, assignment, { request, seconds }, tell);
  if (event.is === 'answered') await models.keep(request, event.answer, clock.real());
  return event;
}

type Asked = Extract<ConversationEvent, { readonly is: 'answered' | 'failed' }>;

async function askUntilAnswered(ports: Ports, { requestsPerMinute }: Assignment, { request, seconds }: Pick<Notes, 'seconds'> & { readonly request: ModelRequest }, tell: TellNews): Promise<Asked> {
  const { models, dispatching, random, clock } = ports;
  for (let tries = 1; ; tries++) {
    await admitted(ports, requestsPerMinute, tell);
    const lines = splitLines((line) => tell({ is: 'said', line }));
    const from = clock.real().getTime();
    const reply = await models.ask({ request, onText: lines.add });
    lines.end();
    if ('answer' in reply) {
      seconds.push(Math.max(0, clock.real().getTime() - from) / 1000);
      return { is: 'answered', answer: reply.answer, isRecalled: false };
    }
    const milliseconds = backOff(reply.failure, tries, Number.parseInt(random.hex(4), 16) / 0xffffffff);
    if (milliseconds === null) return { is: 'failed', failure: reply.failure };
    tell({ is: 'waiting', milliseconds, failure: reply.failure });
    await dispatching.pause(milliseconds);
  }
}

/** Told only where it is worth a word: another process may have the record of requests in its hands. */
const WORTH_TELLING = 1000;

async function admitted({ models, clock, dispatching }: Ports, perMinute: number, tell: TellNews): Promise<void> {
  for (let milliseconds = await models.admit(perMinute, clock.real()); milliseconds > 0; milliseconds = await models.admit(perMinute, clock.real())) {
    if (milliseconds >= WORTH_TELLING) tell({ is: 'waiting', milliseconds, failure: null });
    await dispatching.pause(milliseconds);
  }
}

/** One after the other: a later one may build on what an earlier one changed. */
async function useAll(ports: Ports, assignment: Assignment, calls: readonly ToolUse[], tell: TellNews): Promise<readonly ToolResult[]> {
  const results: ToolResult[] = [];
  for (const use of calls) {
    const result = { id: use.id, ...(await useTool(ports, assignment, use)) };
    tell({ is: 'used', use, result });
    results.push(result);
  }
  return results;
}
