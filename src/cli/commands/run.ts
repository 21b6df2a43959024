import type { Ports } from '../../app/ports.ts';
import { runAgent } from '../../app/agents/run-agent.ts';
import type { RunAnswer as Ran } from '../../app/agents/run-agent.ts';
import { runnable } from '../../app/agents/runnable.ts';
import { secondsOf } from '../../core/dispatch/limits.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { RunAnswer } from '../../core/schemas/types.ts';
import type { GivenReview } from '../../core/review/review.ts';
import { exitCodeOf } from '../../present/exit-code.ts';
import { formattedReview } from '../../present/review/review-formats.ts';
import { runTalk, runText } from '../../present/agents/run.ts';
import { runnableText } from '../../present/agents/runnable.ts';
import { onLines } from '../../present/text/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { textOption } from '../options.ts';
import { refuse } from '../refuse.ts';
import { ranEntry, runnableEntry } from '../run-entry.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const [agent, ...words] = input.args;
  if (agent === undefined || input.help === true) return tell(ports, agent ?? null, screen);
  const timeoutSeconds = timeoutOf(textOption(input, 'timeout'));
  if (!timeoutSeconds.ok) return refuse(timeoutSeconds.refusal, screen);
  const answer = await runAgent(ports, { agent, words, task: textOption(input, 'task'), model: textOption(input, 'model'), timeoutSeconds: timeoutSeconds.value, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data: RunAnswer = { run: ranEntry(answer.value), agents: null };
  const { text, talk, exit } = toldOf(answer.value, screen);
  return { exit, text, talk: onLines(talk, runTalk(answer.value)), data };
}

/** A review with errors is one that was made, and says no. */
function toldOf(ran: Ran, screen: Screen): { readonly text: string; readonly talk: string; readonly exit: number } {
  const review = reviewIn(ran);
  if (review === null) return { text: runText(ran), talk: '', exit: exitOf(ran) };
  const { text, talk = '' } = formattedReview(review, ran.input['format'], screen);
  return { text, talk, exit: exitOf(ran) || (review.counts.error > 0 ? 1 : 0) };
}

/** What coord's own reviewer answered; nobody else gives such an answer. */
function reviewIn({ kind, outcome }: Ran): GivenReview | null {
  return kind === 'reviewer' ? (outcome.output as GivenReview | null) : null;
}

function exitOf({ state, outcome }: Ran): number {
  if (state === 'success') return 0;
  return outcome.reason === 'no-program' ? exitCodeOf('no-program') : 1;
}

/** Whom one can run, and what each takes. */
async function tell(ports: Ports, agent: string | null, screen: Screen): Promise<Reply> {
  const answer = await runnable(ports, agent);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data: RunAnswer = { run: null, agents: answer.value.map(runnableEntry) };
  return { exit: 0, text: runnableText(answer.value, agent !== null), data };
}

function timeoutOf(text: string | null): Result<number | null> {
  if (text === null) return done(null);
  const seconds = secondsOf(text);
  return seconds === null ? refused('bad-value', { option: '--timeout', value: text, expected: 'a length of time such as 90 s or "10 minutes"' }) : done(seconds);
}
