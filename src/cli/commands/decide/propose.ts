import { decidePropose } from '../../../app/decisions/decide-propose.ts';
import type { Ports } from '../../../app/ports.ts';
import type { DecideProposeAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { proposeText } from '../../../present/decisions/decision.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { decisionStandingEntry } from '../../entries.ts';
import { listOption, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await decidePropose(ports, {
    title: input.args.join(' ').trim(),
    area: textOption(input, 'area'),
    scope: listOption(input, 'scope') ?? [],
    why: textOption(input, 'why') ?? '',
    deadline: textOption(input, 'deadline'),
    supersedes: listOption(input, 'supersedes') ?? [],
    as: input.as,
  });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { standing, commit } = answer.value;
  const data: DecideProposeAnswer = { standing: decisionStandingEntry(standing), commit: commitEntry(commit) };
  return { exit: 0, text: proposeText(answer.value, screen), talk: commitTalk(commit), data };
}
