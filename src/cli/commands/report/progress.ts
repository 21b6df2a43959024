import type { Ports } from '../../../app/ports.ts';
import { reportProgress } from '../../../app/reports/report-progress.ts';
import type { ReportProgressAnswer } from '../../../core/schemas/types.ts';
import { progressReportText } from '../../../present/reports/report-progress.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { taskRow } from '../../entries.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, _: Input, screen: Screen): Promise<Reply> {
  const answer = await reportProgress(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { agents, problems } = answer.value;
  const data: ReportProgressAnswer = {
    agents: agents.map(({ member, done, total, tasks }) => ({
      agent: member?.id ?? null,
      done,
      total,
      tasks: tasks.map(({ task, started }) => ({ ...taskRow(task), progress: task.progress, started, completed: task.completed })),
    })),
  };
  return { exit: 0, text: progressReportText(answer.value, screen), data, problems };
}
