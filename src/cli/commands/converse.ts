/** What coord starts in a process of its own where an agent is run by the interface of a model. The last line it prints is the result. */
import { converse } from '../../app/agents/converse.ts';
import type { Conversed } from '../../app/agents/converse.ts';
import type { Ports } from '../../app/ports.ts';
import { readAssignment } from '../../core/dispatch/model/assignment.ts';
import type { ConverseAnswer } from '../../core/schemas/types.ts';
import { conversationLine } from '../../present/agents/converse.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { givenAssignment } from '../given-assignment.ts';
import { refuse } from '../refuse.ts';

/** Bytes of an assignment: more than any model reads. */
const LONGEST = 16 * 1024 * 1024;

export async function run(ports: Ports, _: Input, screen: Screen, say: Say): Promise<Reply> {
  const given = await givenAssignment(ports, LONGEST, readAssignment);
  if (!given.ok) return refuse(given.refusal, screen);
  const data = answerOf(await converse(ports, given.value, (news) => say(conversationLine(news))), given.value.session);
  return { exit: data.reason === 'ok' ? 0 : 1, text: JSON.stringify(data), data };
}

function answerOf({ reason, message, output, turns, tokens, cost, seconds }: Conversed, session: string): ConverseAnswer {
  const { input, output: written, cached } = tokens;
  return { type: 'result', reason, message, output: output ?? null, session, turns, tokens: { input, output: written, cached }, cost_usd: cost, answer_seconds: [...seconds] };
}
