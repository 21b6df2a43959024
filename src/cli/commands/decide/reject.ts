import { decide } from '../../../app/decisions/decide.ts';
import type { Ports } from '../../../app/ports.ts';
import type { DecideRejectAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { decideTalk, decideText } from '../../../present/decisions/decision.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await decide(ports, { name: input.args[0] ?? '', verdict: 'rejected', note: textOption(input, 'note'), early: false, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { decision, by, unheard, commit } = answer.value;
  const data: DecideRejectAnswer = { decision, by, unheard: [...unheard], commit: commitEntry(commit) };
  const talk = onLines(decideTalk(answer.value), commitTalk(commit));
  return { exit: 0, text: decideText(answer.value), talk, data };
}
