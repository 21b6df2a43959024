/** The list of what a dispatcher is at, at the end of a terminal: drawn when something happens, and each second. */
import type { Ports } from '../app/ports.ts';
import type { DispatchState } from '../core/dispatch/decide.ts';
import type { Job } from '../core/dispatch/job.ts';
import type { RunSigns } from '../core/dispatch/runtimes/signs.ts';
import { liveLines } from '../present/jobs/live-list.ts';
import type { DispatchSight } from '../present/jobs/live-list.ts';
import type { Live, Screen } from './command.ts';

export interface DrawnSight {
  readonly tell: (job: Job) => void;
  readonly hear: (job: string, signs: RunSigns) => void;
  readonly show: (state: DispatchState) => void;
  readonly end: () => void;
}

const SECONDS = 1;
/** Of a terminal that does not say; and those that stay free, for what was told last. */
const ROWS = 24;
const FREE_ROWS = 3;

export async function drawSight({ clock, dispatching }: Pick<Ports, 'clock' | 'dispatching'>, live: Live, screen: Screen): Promise<DrawnSight> {
  const jobs = new Map<string, Job>();
  const signs = new Map<string, RunSigns>();
  let state: DispatchSight['state'] = null;
  const draw = (): void => {
    const { columns = screen.columns, rows = ROWS } = live.size();
    // A line as wide as the terminal would leave the cursor on the next one with some, and not with others.
    live.draw(liveLines({ jobs: [...jobs.values()], signs, state }, Math.max(1, rows - FREE_ROWS), { ...screen, columns: columns - 1, now: clock.real() }));
  };
  const end = await dispatching.every(SECONDS, draw);
  return {
    end,
    tell(job) {
      jobs.set(job.id, job);
      draw();
    },
    hear: (job, latest) => signs.set(job, latest),
    show(latest) {
      state = latest;
      draw();
    },
  };
}
