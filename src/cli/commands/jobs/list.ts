import { listJobs } from '../../../app/jobs/list-jobs.ts';
import type { Ports } from '../../../app/ports.ts';
import { JOB_STATES } from '../../../core/dispatch/job.ts';
import type { JobsListAnswer } from '../../../core/schemas/types.ts';
import { brokenJournals, dispatchStoppedText, jobsText } from '../../../present/jobs/jobs.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { jobEntry } from '../../job-entries.ts';
import { choicesOption, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const states = choicesOption(input, 'state', JOB_STATES);
  if (!states.ok) return refuse(states.refusal, screen);
  const asked = { agent: textOption(input, 'agent'), task: textOption(input, 'task'), states: states.value };
  const answer = await listJobs(ports, asked);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { jobs, broken, stoppedBy } = answer.value;
  const data: JobsListAnswer = { jobs: jobs.map(jobEntry), dispatch_stopped: stoppedBy !== null, unreadable: broken.map(({ path, unreadable }) => ({ path, lines: [...unreadable] })) };
  return { exit: 0, text: jobsText(jobs, Object.values(asked).every((value) => value === null), screen), talk: onLines(stoppedBy === null ? '' : dispatchStoppedText(stoppedBy), brokenJournals(broken)), data };
}
