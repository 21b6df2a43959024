import { findJob } from '../../../app/jobs/find-job.ts';
import type { Ports } from '../../../app/ports.ts';
import type { JobsShowAnswer } from '../../../core/schemas/types.ts';
import { jobText } from '../../../present/jobs/jobs.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { jobEntry } from '../../job-entries.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args }: Input, screen: Screen): Promise<Reply> {
  const found = await findJob(ports, args[0] ?? '', 'jobs show');
  if (!found.ok) return refuse(found.refusal, screen);
  const data: JobsShowAnswer = { job: jobEntry(found.value) };
  return { exit: 0, text: jobText(found.value, screen), data };
}
