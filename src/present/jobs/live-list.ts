/** What a dispatcher is at: who runs since when, what it said last, what waits and why; as many lines as there is room for. */
import type { DispatchState } from '../../core/dispatch/decide.ts';
import { finalJobs, waitingStep } from '../../core/dispatch/final-jobs.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { NO_SIGNS } from '../../core/dispatch/runtimes/signs.ts';
import type { RunSigns } from '../../core/dispatch/runtimes/signs.ts';
import { columns } from '../text/columns.ts';
import { waitWords } from './dispatch.ts';
import { money } from '../text/money.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';
import { cut } from '../text/width.ts';
import { count } from '../text/words.ts';

export interface DispatchSight {
  /** All that this dispatcher carried on, as they are now. */
  readonly jobs: readonly Job[];
  /** By job. */
  readonly signs: ReadonlyMap<string, RunSigns>;
  /** null: nothing was decided yet. */
  readonly state: Pick<DispatchState, 'mode' | 'waiting'> | null;
}

/** `rows`: at most so many lines. `screen.now`: what time it is. */
export function liveLines({ jobs, signs, state }: DispatchSight, rows: number, screen: Screen): readonly string[] {
  const { dim } = paint(screen);
  const running = jobs.filter(({ phase }) => phase !== 'over' && phase !== 'waiting');
  const waiting = state?.waiting ?? [];
  const signsOf = ({ id }: Job): RunSigns => signs.get(id) ?? NO_SIGNS;
  const shown = running.slice(0, Math.max(1, rows - 1));
  const room = rows - 1 - shown.length;
  const whole = waiting.length <= room ? waiting : waiting.slice(0, Math.max(0, room - 1));
  const rest = waiting.length - whole.length;
  return [
    cut(headLine(jobs, running.length, { signsOf, state }), screen.columns),
    ...runningLines(shown, signsOf, screen),
    ...whole.map(({ task, wait }) => dim(cut(say`  ${task} waits: ${waitWords(wait)}`, screen.columns))),
    ...(rest === 0 || room < 1 ? [] : [dim(cut(`  ${whole.length === 0 ? count(rest, 'task') : `${rest} more`} ${rest === 1 ? 'waits' : 'wait'}`, screen.columns))]),
  ];
}

interface Seen {
  readonly signsOf: (job: Job) => RunSigns;
  readonly state: DispatchSight['state'];
}

function headLine(jobs: readonly Job[], running: number, { signsOf, state }: Seen): string {
  const last = finalJobs(jobs);
  const inState = (...states: readonly Job['state'][]): number => last.filter((job) => states.includes(job.state)).length;
  const failed = inState('failed', 'rolled_back');
  const approvals = inState('waiting_approval');
  const waiting = state?.waiting.length ?? 0;
  const counts = [`${running} running`, `${waiting} waiting`, ...(approvals === 0 ? [] : [`${approvals} to approve`]), `${inState('success')} done`, `${failed} failed`];
  return [counts.join(', '), ...(state === null ? [] : MODES[state.mode]), ...costWords(jobs, signsOf)].join('; ');
}

const MODES: Readonly<Record<DispatchState['mode'], readonly string[]>> = {
  open: [],
  draining: ['starts nothing more, Ctrl-C stops all'],
  stopping: ['stops what runs'],
};

/** Of those whose agents ended without telling a cost nobody knows it; what still runs may tell it yet. */
function costWords(jobs: readonly Job[], signsOf: (job: Job) => RunSigns): readonly string[] {
  const costs = jobs.map((job) => (job.outcome === null ? signsOf(job).cost : job.outcome.cost_usd));
  const known = costs.filter((cost) => cost !== null);
  const unknown = jobs.filter(({ outcome }) => outcome !== null && outcome.cost_usd === null).length;
  return known.length === 0 ? [] : [`${money(known.reduce((sum, cost) => sum + cost, 0))} so far${unknown === 0 ? '' : `, ${unknown} unknown`}`];
}

const INDENT = '  ';

function runningLines(jobs: readonly Job[], signsOf: (job: Job) => RunSigns, screen: Screen): readonly string[] {
  if (jobs.length === 0) return [];
  const quarter = Math.floor(screen.columns / 4);
  const rows = jobs.map((job) => {
    const { said, turns, cost } = signsOf(job);
    const since = job.started === null ? '' : duration(screen.now.getTime() - Date.parse(job.started));
    return [cut(plain(job.task ?? '-'), quarter), cut(plain(job.agent), quarter), since, turns === null ? '' : count(turns, 'turn'), cost === null ? '' : money(cost), doing(job) ?? said ?? ''];
  });
  const shape = [{}, {}, { right: true }, { right: true }, { right: true }, { gives: true }] as const;
  return columns(rows, shape, screen.columns - INDENT.length).split('\n').map((line) => cut(`${INDENT}${line}`, screen.columns));
}

/** null: its agent runs. */
function doing(job: Job): string | null {
  switch (job.phase) {
    case 'created':
    case 'claimed':
      return 'starts';
    case 'ended':
      return 'is being proven';
    case 'steps':
      return `step ${waitingStep(job)}`;
    case 'undoing':
      return 'takes back what its steps did';
    case 'proven':
      return 'is being merged';
    case 'running':
    case 'waiting':
    case 'over':
      return null;
  }
}
