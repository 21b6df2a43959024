import { decide } from '../../../app/decisions/decide.ts';
import type { Ports } from '../../../app/ports.ts';
import type { DecideAcceptAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { decideTalk, decideText } from '../../../present/decisions/decision.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { isSet, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await decide(ports, { name: input.args[0] ?? '', verdict: 'accepted', note: textOption(input, 'note'), early: isSet(input, 'early'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { decision, by, unheard, replaced, commit } = answer.value;
  const data: DecideAcceptAnswer = { decision, by, unheard: [...unheard], replaced: [...replaced], commit: commitEntry(commit) };
  const talk = onLines(decideTalk(answer.value), commitTalk(commit));
  return { exit: 0, text: decideText(answer.value), talk, data };
}
