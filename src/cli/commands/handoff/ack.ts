import { handoffAck } from '../../../app/handoffs/handoff-ack.ts';
import type { Ports } from '../../../app/ports.ts';
import type { HandoffAckAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { handoffAckTalk, handoffAckText } from '../../../present/handoffs/handoff.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { isSet } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await handoffAck(ports, { name: input.args[0] ?? '', as: input.as, take: isSet(input, 'take') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { standing, acknowledged, commit } = answer.value;
  const { changed, unknown, handoff } = standing;
  const data: HandoffAckAnswer = { file: handoff.place.file, acknowledged, changed: [...changed], unknown: [...unknown], commit: commitEntry(commit) };
  const talk = onLines(handoffAckTalk(answer.value), commitTalk(commit));
  return { exit: 0, text: handoffAckText(answer.value), talk, data };
}
