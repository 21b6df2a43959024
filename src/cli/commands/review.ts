/** What coord starts in a process of its own to review a change. The last line it prints is the result. */
import { reviewChange } from '../../app/review/review-change.ts';
import type { Reviewed } from '../../app/review/review-change.ts';
import type { Ports } from '../../app/ports.ts';
import { readReviewAssignment } from '../../core/review/assignment.ts';
import type { ReviewAnswer } from '../../core/schemas/types.ts';
import { describeRefusal } from '../../present/describe-refusal.ts';
import { exitCodeOf } from '../../present/exit-code.ts';
import { COMMENT_WORDS } from '../../present/review/review-comments.ts';
import { reviewLine } from '../../present/review/review-news.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { givenAssignment } from '../given-assignment.ts';
import { refuse } from '../refuse.ts';

/** Bytes of an assignment: the settings of a team, and the prompt of an agent. */
const LONGEST = 4 * 1024 * 1024;

export async function run(ports: Ports, _: Input, screen: Screen, say: Say): Promise<Reply> {
  const given = await givenAssignment(ports, LONGEST, readReviewAssignment);
  if (!given.ok) return refuse(given.refusal, screen);
  const answer = await reviewChange(ports, given.value, COMMENT_WORDS, (news) => say(reviewLine(news)));
  if (answer.ok) return reply(0, answerOf(answer.value));
  const { message, next } = describeRefusal(answer.refusal, screen);
  return reply(exitCodeOf(answer.refusal.code), { type: 'result', reason: 'exit', message: `${message} ${next}`, output: null, session: null, tokens: null, cost_usd: null, cost_basis: 'unknown' });
}

function answerOf({ review, asked }: Reviewed): ReviewAnswer {
  const { session = null, tokens = null, cost_usd = 0, cost_basis = 'reported' } = asked ?? {};
  return { type: 'result', reason: 'ok', message: null, output: review, session, tokens, cost_usd, cost_basis };
}

function reply(exit: number, data: ReviewAnswer): Reply {
  return { exit, text: JSON.stringify(data), data };
}
