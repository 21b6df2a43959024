import { listDecisions } from '../../../app/decisions/list-decisions.ts';
import type { Ports } from '../../../app/ports.ts';
import type { DecideListAnswer } from '../../../core/schemas/types.ts';
import { decisionsText } from '../../../present/decisions/decision.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { decisionStandingEntry } from '../../entries.ts';
import { isSet } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await listDecisions(ports, isSet(input, 'all'));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { decisions, past, problems } = answer.value;
  const data: DecideListAnswer = { decisions: decisions.map(decisionStandingEntry), past };
  return { exit: 0, text: decisionsText(answer.value, screen), data, problems };
}
