import { handoffNew } from '../../../app/handoffs/handoff-new.ts';
import type { Ports } from '../../../app/ports.ts';
import type { HandoffNewAnswer } from '../../../core/schemas/types.ts';
import { commitTalk, unmergedTalk } from '../../../present/commit-outcome.ts';
import { handoffNewTalk, handoffNewText } from '../../../present/handoffs/handoff-new.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { runEntry } from '../../entries.ts';
import { handoffWords } from '../../handoff-words.ts';
import { isSet, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await handoffNew(ports, { task: input.args[0] ?? null, base: textOption(input, 'base'), words: handoffWords(input), verify: isSet(input, 'verify'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { file, handoff, runs, commit, unmerged, uncommitted, held } = answer.value;
  const data: HandoffNewAnswer = { file, task: handoff.task ?? '', to_agent: handoff.to, verified: runs === null ? null : runs.map(runEntry), held, uncommitted: [...uncommitted], unmerged, commit: commitEntry(commit) };
  const talk = onLines(handoffNewTalk(answer.value, screen), commitTalk(commit), unmergedTalk(unmerged));
  return { exit: 0, text: handoffNewText(answer.value), talk, data };
}
