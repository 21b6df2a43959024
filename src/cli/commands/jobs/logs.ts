import { followLog } from '../../../app/jobs/follow-log.ts';
import type { Ports } from '../../../app/ports.ts';
import type { JobsLogsAnswer } from '../../../core/schemas/types.ts';
import { plainLines } from '../../../present/text/plain.ts';
import type { Input, Reply, Say, Screen } from '../../command.ts';
import { jobEntry } from '../../job-entries.ts';
import { isSet } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say): Promise<Reply> {
  const answer = await followLog(ports, input.args[0] ?? '', isSet(input, 'follow'), (lines) => say(plainLines(lines)));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { job, text } = answer.value;
  const data: JobsLogsAnswer = { job: jobEntry(job), text };
  return { exit: 0, text: plainLines(text).replace(/\n$/, ''), data };
}
