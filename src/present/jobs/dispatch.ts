/** What the dispatcher does, line by line, and what is left at the end. */
import type { DispatchAnswer } from '../../app/jobs/dispatch.ts';
import type { Skipped } from '../../app/jobs/candidates.ts';
import { finalJobs } from '../../core/dispatch/final-jobs.ts';
import type { Wait } from '../../core/dispatch/decide.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { JobNews } from '../../core/dispatch/job-event.ts';
import { refusalLine } from '../describe-refusal.ts';
import { unmergedWords } from './jobs.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { clock, duration } from '../text/time.ts';
import { ranChangedWords } from '../tasks/verifier-words.ts';
import { count, listed, onLines, unstopped } from '../text/words.ts';

/** `12:01 20250812-a1b2c3 FIX-001 frontend started`; none for what nobody needs to hear of. */
export function jobLine(job: Job, news: JobNews, now: Date, screen: Screen): readonly string[] {
  const words = newsWords(job, news, now);
  return words === null ? [] : [say`${clock(now, screen)} ${job.id} ${job.task ?? '-'} ${job.agent} ${words}`];
}

function newsWords(job: Job, news: JobNews, now: Date): string | null {
  switch (news.event) {
    case 'claimed':
      return job.outdated === null ? null : `goes on without what was merged since: ${unmergedWords(job.outdated, 'in its worktree')}`;
    case 'starting':
      return job.started !== null && Date.parse(job.started) < now.getTime() - 1000 ? 'started again' : `started${job.attempt > 1 ? `, attempt ${job.attempt}` : ''}`;
    case 'proven':
      return `done${job.started === null ? '' : ` in ${duration(now.getTime() - Date.parse(job.started))}`}, ${news.verified.length === 0 ? 'unproven' : `proven by ${listed(news.verified, 3)}`}${job.ranChanged.length === 0 ? '' : `; look at it: ${ranChangedWords(job.ranChanged)}`}`;
    case 'rules_changed':
      return `changed what work is held to: ${listed(news.files, 4)}`;
    case 'main_moved':
      return `finds commits on ${news.into} that coord dispatch has not put there: ${listed(news.subjects, 4)}`;
    case 'merged':
      return `merged into ${news.into}`;
    case 'waiting':
      return `waits for somebody to approve ${news.step}: coord approve ${job.id}`;
    case 'approved':
      return `${news.step} approved by ${news.by}`;
    case 'refused':
      return `${news.step} refused by ${news.by}`;
    case 'step_ended':
      return news.exit_code === 0 ? `step ${news.step} done` : unstopped(news.message);
    case 'undone':
      return news.exit_code === 0 ? `step ${news.step} taken back` : `step ${news.step} could not be taken back`;
    case 'rolled_back':
      return `rolled back: ${unstopped(job.error?.message ?? '')}`;
    case 'unmerged':
      return job.merged?.event === 'unmerged' ? `not merged: ${unmergedWords(job.merged)}` : null;
    case 'failed':
      return `failed: ${unstopped(news.message)}`;
    case 'cancelled':
      return `cancelled: ${unstopped(news.message)}`;
    default:
      return null;
  }
}

export function waitWords(wait: Wait): string {
  switch (wait.why) {
    case 'tried':
      return say`job ${wait.job} on it ${wait.reason === 'cancelled' ? 'was cancelled' : wait.reason === 'refused' ? 'was refused and rolled back' : `failed (${wait.reason})`}; to try once more: coord jobs retry ${wait.job}`;
    case 'cost':
      return `$${wait.spent.toFixed(2)} were spent ${COST_OF[wait.of]}, the limit is $${wait.limit.toFixed(2)}`;
    case 'overlap':
      return say`${wait.with} may touch the same files`;
    case 'agent-busy':
      return say`${wait.agent} is at work on another`;
    case 'full':
      return `${count(wait.max, 'agent')} at once ${wait.max === 1 ? 'is' : 'are'} allowed`;
    case 'failures':
      return `${wait.failures} jobs in a row failed; mend it, then name one to go on with: coord jobs retry <job>`;
  }
}

const COST_OF = { task: 'on it', agent: 'on its agent today', day: 'today' } as const;

/** Why a task is left to people, in a line. */
export function skippedWords({ why, refusal }: Skipped, screen: Screen): string {
  if (refusal === null) return SKIPPED[why];
  return unstopped(refusalLine(refusal, screen));
}

const SKIPPED: Readonly<Record<Skipped['why'], string>> = {
  'no-agent': 'no agent of the team is named for it',
  'no-runtime': 'nothing in coord.yaml says how its agent is run: coord agents --health',
  'bad-agent': 'its agent cannot be run as it is described: coord validate',
  'not-approved': 'somebody has to approve it first: coord approve',
};

export function dispatchText({ jobs, wouldStart, waiting, skipped, why, stopFile }: DispatchAnswer, screen: Screen): string {
  const starts = wouldStart.map(({ task, agent }) => say`Would start ${agent} on ${task}`);
  const waits = waiting.map(({ task, wait }) => say`${task} waits: ${waitWords(wait)}`);
  const others = skipped.map((one) => say`${one.task} is left to you: ${skippedWords(one, screen)}`);
  return onLines(...starts, ...waits, ...others, why === 'dry-run' ? dryWords(starts.length, stopFile) : endWords(jobs, why, stopFile));
}

function dryWords(starts: number, stopFile: string | null): string {
  if (stopFile !== null) return say`No agent is started while this file is there: ${stopFile}`;
  return starts === 0 ? 'Nothing can be started now. Why: coord next --why' : '';
}

function endWords(jobs: readonly Job[], why: DispatchAnswer['why'], stopFile: string | null): string {
  const last = finalJobs(jobs);
  const of = (state: Job['state']): readonly Job[] => last.filter((job) => job.state === state);
  const [done, failed, cancelled, waiting] = [of('success'), [...of('failed'), ...of('rolled_back')], of('cancelled'), of('waiting_approval')];
  const parts = [`${count(done.length, 'task')} done`, ...(failed.length > 0 ? [`${failed.length} failed: ${listed(failed.map(failedWords), 6)}`] : []), ...(cancelled.length > 0 ? [`${cancelled.length} cancelled`] : [])];
  if (waiting.length > 0) parts.push(`${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'} for approval: ${listed(waiting.map((job) => `coord approve ${job.task ?? job.id}`), 4)}`);
  const ended = jobs.length === 0 ? 'Nothing could be started.' : say`${parts.join(', ')}.`;
  if (stopFile !== null) return say`${ended} No agent is started while this file is there: ${stopFile}`;
  if (why === 'failures') return `${ended} Too many jobs failed in a row, so nothing more is started: see coord jobs list, mend it, then coord jobs retry <job>`;
  const [first] = failed;
  return first === undefined ? ended : say`${ended} Why: coord jobs show ${first.task ?? first.id}    Once more: coord jobs retry ${first.task ?? first.id}`;
}

function failedWords({ task, id, error }: Job): string {
  return `${task ?? id} (${error?.reason ?? 'failed'})`;
}
