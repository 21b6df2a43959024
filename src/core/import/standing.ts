/** What is there already, as far as placing a draft asks. */
import type { Agent, Config, Status } from '../model.ts';
import type { Origin } from './draft.ts';

export interface StandingTask {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly agent: string | null;
  readonly phase: string | null;
  readonly group: string | null;
  /** Minutes of work. */
  readonly estimate: number | null;
  readonly deadline: string | null;
  /** What its `x-source` names; null where it was not imported. */
  readonly from: Origin | null;
}

export interface Standing {
  /** null: there is no workspace yet. */
  readonly config: Config | null;
  readonly agents: readonly Agent[];
  readonly tasks: readonly StandingTask[];
  /** In lower case: ids that may not be used again though no task here has them. */
  readonly taken: ReadonlySet<string>;
}

export const NOTHING_STANDS: Standing = { config: null, agents: [], tasks: [], taken: new Set() };
