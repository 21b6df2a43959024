import { pruneJobs } from '../../../app/jobs/prune-jobs.ts';
import type { Ports } from '../../../app/ports.ts';
import type { JobsPruneAnswer } from '../../../core/schemas/types.ts';
import { prunedText } from '../../../present/jobs/jobs.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await pruneJobs(ports, textOption(input, 'olderThan'));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { days, removed, kept } = answer.value;
  const data: JobsPruneAnswer = { days, removed: [...removed], kept };
  return { exit: 0, text: prunedText(answer.value), data };
}
