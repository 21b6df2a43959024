import type { Ports } from '../../../app/ports.ts';
import { reportCollect } from '../../../app/reports/report-collect.ts';
import type { ReportCollectAnswer } from '../../../core/schemas/types.ts';
import { collectionText } from '../../../present/reports/report-collect.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, _: Input, screen: Screen): Promise<Reply> {
  const answer = await reportCollect(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { agents, problems } = answer.value;
  const data: ReportCollectAnswer = {
    agents: agents.map(({ id, done, total, last, branches }) => ({
      agent: id,
      done,
      total,
      last_commit: last && { ...last, at: last.at.toISOString() },
      branches: branches.map(({ branch, commit, at, subject }) => ({ branch, commit, at: at.toISOString(), subject })),
    })),
  };
  return { exit: 0, text: collectionText(answer.value, screen), data, problems };
}
