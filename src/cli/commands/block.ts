import { block } from '../../app/blockers/block.ts';
import type { Ports } from '../../app/ports.ts';
import { SEVERITIES } from '../../core/model.ts';
import { done, refusal } from '../../core/problem/refusal.ts';
import type { BlockAnswer } from '../../core/schemas/types.ts';
import { blockTalk, blockText } from '../../present/blockers/blocker.ts';
import { commitTalk, unmergedTalk } from '../../present/commit-outcome.ts';
import { onLines } from '../../present/text/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { openBlockerEntry } from '../entries.ts';
import { choiceOption, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const severity = textOption(input, 'severity') === null ? done('P2' as const) : choiceOption(input, 'severity', SEVERITIES);
  if (!severity.ok) return refuse(severity.refusal, screen);
  const on = textOption(input, 'on');
  if (on === null) return refuse(refusal('usage', { message: 'coord block needs --on <whom>: an agent, human:<name> or external:<what>', verb: 'block' }), screen);
  const [task = '', ...needed] = input.args;
  const answer = await block(ports, { task, needed: needed.join(' '), on, severity: severity.value, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { open, commit, unmerged } = answer.value;
  const data: BlockAnswer = { blocker: openBlockerEntry(open, screen.now), unmerged, commit: commitEntry(commit) };
  const talk = onLines(blockTalk(answer.value, screen), commitTalk(commit), unmergedTalk(unmerged));
  return { exit: 0, text: blockText(answer.value, screen), talk, data };
}
