import { retryJob } from '../../../app/jobs/retry-job.ts';
import { whoAsks } from '../../../app/jobs/who-asks.ts';
import type { Ports } from '../../../app/ports.ts';
import type { JobsRetryAnswer } from '../../../core/schemas/types.ts';
import { retriedText } from '../../../present/jobs/jobs.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { jobEntry } from '../../job-entries.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const job = await retryJob(ports, args[0] ?? '', await whoAsks(ports, as));
  if (!job.ok) return refuse(job.refusal, screen);
  const data: JobsRetryAnswer = { job: jobEntry(job.value) };
  return { exit: 0, text: retriedText(job.value), data };
}
