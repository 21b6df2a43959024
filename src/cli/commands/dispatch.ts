import { dispatch } from '../../app/jobs/dispatch.ts';
import type { Ports } from '../../app/ports.ts';
import { finalJobs } from '../../core/dispatch/final-jobs.ts';
import type { DispatchAnswer } from '../../core/schemas/types.ts';
import { refusalLine } from '../../present/describe-refusal.ts';
import { dispatchText, jobLine, skippedWords, waitWords } from '../../present/jobs/dispatch.ts';
import type { Input, Live, Reply, Say, Screen } from '../command.ts';
import { drawSight } from '../draw-sight.ts';
import { jobEntry } from '../job-entries.ts';
import { countOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say, live: Live | null): Promise<Reply> {
  const max = textOption(input, 'max') === null ? null : countOption(input, 'max', 1);
  if (max !== null && !max.ok) return refuse(max.refusal, screen);
  const drawn = live === null ? null : await drawSight(ports, live, screen);
  const answer = await dispatch(ports, {
    agent: textOption(input, 'agent'),
    task: textOption(input, 'task'),
    max: max?.value ?? null,
    watches: isSet(input, 'watch') && !isSet(input, 'untilIdle'),
    dryRun: isSet(input, 'dryRun'),
    describe: (refusal) => refusalLine(refusal, screen),
    tell(job, news) {
      jobLine(job, news, ports.clock.real(), screen).forEach(say);
      drawn?.tell(job);
    },
    ...(drawn === null ? {} : { hear: drawn.hear, show: drawn.show }),
  }).finally(drawn?.end);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { jobs, wouldStart, waiting, skipped, why, stopFile } = answer.value;
  const data: DispatchAnswer = {
    jobs: jobs.map(jobEntry),
    would_start: wouldStart.map(({ task, agent }) => ({ task, agent })),
    waiting: waiting.map(({ task, agent, wait }) => ({ task, agent, why: wait.why, detail: waitWords(wait) })),
    skipped: skipped.map((one) => ({ task: one.task, agent: one.agent, why: one.why, detail: skippedWords(one, screen) })),
    why,
    stop_file: stopFile,
  };
  const isFine = why !== 'failures' && finalJobs(jobs).every(({ state }) => state !== 'failed' && state !== 'rolled_back');
  return { exit: isFine ? 0 : 1, text: dispatchText(answer.value, screen), data };
}
