import type { Ports } from '../../../app/ports.ts';
import { reportStandup } from '../../../app/reports/report-standup.ts';
import type { ReportStandupAnswer } from '../../../core/schemas/types.ts';
import { standupText } from '../../../present/reports/report-standup.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { blockerEntry, taskRow } from '../../entries.ts';
import { textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await reportStandup(ports, textOption(input, 'since'));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { since, agents, undated, problems } = answer.value;
  const data: ReportStandupAnswer = {
    since: since.toISOString(),
    agents: agents.map(({ member, done, doing, blocked }) => ({
      agent: member?.id ?? null,
      done: done.map((task) => ({ ...taskRow(task), completed: task.completed })),
      doing: doing.map(({ task, held }) => ({ ...taskRow(task), progress: task.progress, held })),
      blocked: blocked.map(blockerEntry),
    })),
    undated,
  };
  return { exit: 0, text: standupText(answer.value, screen), data, problems };
}
