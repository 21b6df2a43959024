import { approve } from '../../app/decisions/approve.ts';
import { answerStep, waitingJob } from '../../app/jobs/answer-step.ts';
import type { Ports } from '../../app/ports.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { ApproveAnswer } from '../../core/schemas/types.ts';
import { approveTalk, approveText } from '../../present/decisions/approve.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import { refusalLine } from '../../present/describe-refusal.ts';
import { jobLine } from '../../present/jobs/dispatch.ts';
import { stepAnswerText } from '../../present/jobs/step-answer.ts';
import { onLines } from '../../present/text/words.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { jobEntry } from '../job-entries.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say): Promise<Reply> {
  const waiting = await waitingJob(ports, input.args[0] ?? '');
  if (!waiting.ok) return refuse(waiting.refusal, screen);
  if (waiting.value !== null) return runStep(ports, waiting.value, input, { screen, say });
  const answer = await approve(ports, { name: input.args[0] ?? '', approved: !isSet(input, 'no'), note: textOption(input, 'note'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { task, file, what, settled, approval, commit } = answer.value;
  const data: ApproveAnswer = { what, task, file, approval, settled, commit: commitEntry(commit), job: null };
  const talk = onLines(approveTalk(answer.value), commitTalk(commit));
  return { exit: 0, text: approveText(answer.value), talk, data };
}

async function runStep(ports: Ports, waiting: Job, input: Input, { screen, say }: { readonly screen: Screen; readonly say: Say }): Promise<Reply> {
  const approved = !isSet(input, 'no');
  const note = textOption(input, 'note');
  const answer = await answerStep(ports, waiting, {
    approved,
    note,
    as: input.as,
    describe: (refusal) => refusalLine(refusal, screen),
    tell: (job, news) => jobLine(job, news, ports.clock.real(), screen).forEach(say),
  });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { job, by, at } = answer.value;
  const data: ApproveAnswer = { what: 'step', task: job.task, file: null, approval: { approved, by, at, note }, settled: job.phase === 'over', commit: commitEntry(null), job: jobEntry(job) };
  return { exit: approved && (job.state === 'failed' || job.state === 'rolled_back') ? 1 : 0, text: stepAnswerText(answer.value), data };
}
