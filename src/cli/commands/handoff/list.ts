import { handoffList } from '../../../app/handoffs/handoff-list.ts';
import type { Ports } from '../../../app/ports.ts';
import type { HandoffListAnswer } from '../../../core/schemas/types.ts';
import { handoffListTalk, handoffListText } from '../../../present/handoffs/handoff.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { handoffEntry } from '../../entries.ts';
import { isSet, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await handoffList(ports, { agent: textOption(input, 'agent'), from: textOption(input, 'from'), all: isSet(input, 'all'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { agent, handoffs, problems } = answer.value;
  const rows = handoffs.map(({ handoff, title, missing, changed, unknown }) => ({ ...handoffEntry({ ...handoff, file: handoff.place.file }), title, missing: [...missing], changed: [...changed], unknown: [...unknown] }));
  const data: HandoffListAnswer = { agent, handoffs: rows };
  return { exit: 0, text: handoffListText(answer.value, screen), talk: handoffListTalk(answer.value, screen), data, problems };
}
