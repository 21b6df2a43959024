/** Jobs in words: as a list, one in full, and what became of them. */
import type { CancelAnswer } from '../../app/jobs/cancel-job.ts';
import type { PruneAnswer } from '../../app/jobs/prune-jobs.ts';
import type { BrokenJournal } from '../../app/jobs/read-jobs.ts';
import type { Job, JobAction } from '../../core/dispatch/job.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { duration, moment } from '../text/time.ts';
import { ranChangedWords } from '../tasks/verifier-words.ts';
import { count, listed, onLines, unstopped } from '../text/words.ts';

/** `isAll`: nothing was asked for in particular. */
export function jobsText(jobs: readonly Job[], isAll: boolean, screen: Screen): string {
  if (jobs.length === 0) return isAll ? 'No agent was run here yet: coord dispatch' : 'No job is like that. All of them: coord jobs list';
  const rows = jobs.map((job) => [job.id, job.task ?? '-', job.agent, stateWords(job), job.started === null ? '-' : took(job, screen.now), costWords(job), job.error?.message ?? '']);
  return table(['job', 'task', 'agent', 'state', 'took', 'cost', 'why'], rows, [{}, {}, {}, {}, { right: true }, { right: true }, { gives: true }], screen);
}

export function jobText(job: Job, screen: Screen): string {
  const { id, task, agent, attempt, createdBy, created, started, ended, runtime, model, place, outcome, error, commit, handoffs, retriedBy, outdated, ranChanged, rulesChanged, mainMoved } = job;
  const time = (at: string): string => moment(new Date(at), screen);
  const branch = place?.branch ?? null;
  const { session = null, output = null } = outcome ?? {};
  const facts: (readonly [string, string | null])[] = [
    ['Task', task === null ? null : say`${task}${attempt > 1 ? `, attempt ${attempt}` : ''}`],
    ['Agent', say`${agent}${runtime === null ? '' : `, run by ${runtime}`}${model === null ? '' : `, model ${model}`}`],
    ['Asked for', say`${time(created)} by ${createdBy}`],
    ['Ran', started === null ? null : say`from ${time(started)}${ended === null ? '' : ` to ${time(ended)}`} (${took(job, screen.now)})`],
    ['Branch', branch === null ? null : say`${branch}${commit === null ? '' : ` at ${commit.slice(0, 8)}`}`],
    ['Worktree', place === null || job.merged?.worktree_removed === true ? null : say`${place.worktree}`],
    ['Cost', costWords(job) === '-' ? null : costWords(job)],
    ['Session', session === null ? null : say`${session}`],
    ['Answer', output === null ? null : say`${JSON.stringify(output)}`],
    ['Handed over', handoffs.length === 0 ? null : say`${listed(handoffs)}`],
    ['Lacks', outdated === null ? null : say`what was merged since it was begun: ${unmergedWords(outdated, 'in its worktree')}`],
    ...job.actions.map((action, index) => [index === 0 ? 'Steps' : '', say`${action.step.name}: ${actionWords(action)}`] as const),
    ['Look at it', ranChanged.length === 0 ? null : ranChangedWords(ranChanged)],
    ['Rules', rulesChanged.length === 0 ? null : say`it changed what work is held to: ${listed(rulesChanged, 4)}`],
    ['Merged', mergedWords(job)],
    ['Beside it', mainMoved.length === 0 ? null : say`commits that no job was merged by: ${listed(mainMoved, 4)}`],
    ['Why', error === null ? null : say`${error.message} (${error.reason})`],
    ['Retry', retriedBy === null ? null : say`its task may be tried once more, says ${retriedBy}`],
  ];
  const lines = facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(11)}  ${value}`]));
  return onLines(say`${id}: ${stateWords(job)}`, ...lines, nextWords(job));
}

export function cancelledText({ job, stopped }: CancelAnswer): string {
  const ended = stopped === 0 ? '' : ` ${count(stopped, 'process', 'processes')} stopped.`;
  return job.phase === 'over' ? say`${job.id} is cancelled; its task is free.${ended}` : say`${job.id} is being cancelled by the coord that carries it out.${ended}`;
}

export function retriedText({ task }: Job): string {
  return say`${task ?? ''} may be tried once more. A coord dispatch --watch that runs takes it; else: coord dispatch --task ${task ?? ''}`;
}

export function prunedText({ days, removed, kept }: PruneAnswer): string {
  return `${count(removed.length, 'job')} removed that ${removed.length === 1 ? 'was' : 'were'} over for more than ${count(Number(days.toFixed(2)), 'day')}; ${kept} kept.${removed.length === 0 ? '' : ' What they cost is still told by coord report cost.'}`;
}

export function brokenJournals(broken: readonly BrokenJournal[]): string {
  return onLines(...broken.map(({ path, unreadable }) => (unreadable.length === 0 ? say`${path}: the beginning of this journal is missing, so its job cannot be told.` : say`${path}: ${unreadable.length === 1 ? 'line' : 'lines'} ${listed(unreadable.map(String), 6)} cannot be read; the rest is told.`)));
}

/** `failed`: jobs that may be named. */
export function dispatchStoppedText([first]: readonly Job[]): string {
  const next = first === undefined ? 'raise limits.failures in coord.yaml' : say`coord jobs retry ${first.task ?? first.id}`;
  return `Too many jobs failed in a row, so coord dispatch starts nothing more but what is named. Mend it, then: ${next}`;
}

/** As one says it: what is stored as `success` may still wait to be merged. */
function stateWords({ state, phase, merged }: Job): string {
  if (merged?.event === 'unmerged') return 'success, not merged';
  if (state === 'waiting_approval') return 'waits for approval';
  if (state === 'rolled_back') return 'rolled back';
  return state === 'success' && phase === 'proven' ? 'success, merging' : state;
}

function actionWords({ step, approvedBy, startedAt, executedAt, undone }: JobAction): string {
  const yes = approvedBy === null ? '' : `, approved by ${approvedBy}`;
  if (undone !== null) return `${undone ? 'taken back' : 'could not be taken back'}${yes}`;
  if (executedAt !== null) return `done${yes}`;
  if (startedAt !== null) return `begun${yes}`;
  return step.requires_approval && approvedBy === null ? `needs approval${step.change.length === 0 ? '' : `, runs ${step.change.join(' ')}`}` : `to come${yes}`;
}

function mergedWords({ merged }: Job): string | null {
  if (merged === null) return null;
  return merged.event === 'merged' ? say`into ${merged.into}` : say`no: ${unmergedWords(merged)}`;
}

/** `where`: files are that are not committed. */
export function unmergedWords({ why, detail, files }: NonNullable<Job['outdated']>, where = 'here'): string {
  switch (why) {
    case 'no-integration':
      return 'coord.yaml names no branch for it (integration)';
    case 'not-checked-out':
      return say`${detail === '' ? 'the integration branch' : detail} is not checked out here`;
    case 'uncommitted':
      return say`${listed(files, 4)} ${files.length === 1 ? 'is' : 'are'} not committed ${where}`;
    case 'conflict':
      return say`git cannot merge ${detail === '' ? listed(files, 4) : detail}`;
    case 'failed':
      return say`${unstopped(detail)}`;
  }
}

function took({ started, ended }: Job, now: Date): string {
  return started === null ? '-' : duration((ended === null ? now : new Date(ended)).getTime() - Date.parse(started));
}

function costWords({ outcome }: Job): string {
  if (outcome === null || outcome.cost_usd === null) return '-';
  return `$${outcome.cost_usd.toFixed(2)}${outcome.cost_basis === 'priced' ? ' (by its tokens)' : ''}`;
}

function nextWords({ id, state, task, retriedBy, merged, place }: Job): string {
  if (state === 'waiting_approval') return say`Say yes: coord approve ${id}    Or no, and what it did is taken back: coord approve --no ${id}`;
  if ((state === 'failed' || state === 'rolled_back') && task !== null && retriedBy === null) return say`What it printed: coord jobs logs ${id}. To let its task be tried once more: coord jobs retry ${id}`;
  const branch = place?.branch ?? null;
  return merged?.event === 'unmerged' && branch !== null ? say`Merge it: git merge ${branch}` : '';
}
