import { cancelJob } from '../../../app/jobs/cancel-job.ts';
import { whoAsks } from '../../../app/jobs/who-asks.ts';
import type { Ports } from '../../../app/ports.ts';
import type { JobsCancelAnswer } from '../../../core/schemas/types.ts';
import { cancelledText } from '../../../present/jobs/jobs.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { jobEntry } from '../../job-entries.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const answer = await cancelJob(ports, args[0] ?? '', await whoAsks(ports, as));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { job, stopped } = answer.value;
  const data: JobsCancelAnswer = { job: jobEntry(job), stopped };
  return { exit: 0, text: cancelledText(answer.value), data };
}
