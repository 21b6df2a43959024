/** How much work is left in each task, and where that is known from. */
import type { Workspace } from '../../documents/workspace.ts';
import { readEstimate } from '../../duration.ts';
import type { Estimate } from '../../duration.ts';
import { groupBy } from '../../group-by.ts';
import { DEFAULT_ESTIMATE } from '../../graph/critical-path.ts';
import { isOpen } from '../../model.ts';
import type { Task } from '../../model.ts';
import type { PhaseTime } from './phase-times.ts';

/** `default`: nobody said how long it takes. `none`: it takes nobody's time. */
export type Measure = 'own' | 'group' | 'slot' | 'default' | 'none';

/** Lengths in milliseconds. */
export interface Work {
  /** Of a range the middle. */
  readonly work: number;
  /** How much more or less it may be. */
  readonly margin: number;
  /** The estimate that it is a part of: its parts are longer or shorter together. */
  readonly range: string;
  readonly measure: Measure;
}

export const NO_WORK: Work = { work: 0, margin: 0, range: '', measure: 'none' };
/** Of an estimate that is used up, so much is supposed to be left while the work goes on. */
const LEAST_LEFT = 0.1;
const MINUTE = 60_000;

export interface Measuring {
  /** The slots in which a task is worked on, in order; none: it belongs to no slot. */
  readonly slotsOf: (task: Task) => readonly PhaseTime[];
  /** How long its holder has been working on it; null: nobody holds it, or since when is not known. */
  readonly workedOn: (task: Task) => number | null;
  readonly isDoneElsewhere: (task: Task) => boolean;
}

/** Answers the parts in which a task is worked on: one, or one for each of its slots. */
export function measureWork({ tasks, config }: Workspace, { slotsOf, workedOn, isDoneElsewhere }: Measuring): (task: Task) => readonly Work[] {
  const kept = tasks.filter((task) => task.status !== 'cancelled' && takesTime(task));
  const groups = groupShares(config.groups ?? {}, kept);
  const sharing = kept.filter(({ estimate, group }) => estimate === null && !groups.has(group ?? ''));
  const slots = slotShares(sharing, slotsOf);
  return (task) => {
    if (!takesTime(task) || !isOpen(task) || isDoneElsewhere(task) || (task.status === 'review' && task.progress === null)) return [NO_WORK];
    const inSlots = slotsOf(task);
    const parts = Math.max(1, inSlots.length);
    const whole = wholeOf(task, groups);
    if (whole === null && inSlots.length > 0) {
      const shares = inSlots.map(({ id }) => ({ work: (slots.get(slotKey(id, task.agent)) ?? 0) * MINUTE, margin: 0, range: '', measure: 'slot' as const }));
      return shares.map((share) => leftOf(share, task, null));
    }
    const { minutes, margin, range, measure } = whole ?? { minutes: DEFAULT_ESTIMATE, margin: 0, range: '', measure: 'default' as const };
    const part = { work: (minutes * MINUTE) / parts, margin: (margin * MINUTE) / parts, range, measure };
    return Array.from({ length: parts }, () => leftOf(part, task, parts === 1 ? workedOn(task) : null));
  };
}

/** Gates without an estimate and milestones happen; they are not worked on. */
function takesTime({ kind, estimate }: Task): boolean {
  return kind === 'task' || (kind === 'gate' && estimate !== null);
}

function wholeOf({ id, estimate, margin, group }: Task, groups: ReadonlyMap<string, Estimate>): (Estimate & Pick<Work, 'range' | 'measure'>) | null {
  if (estimate !== null) return { minutes: estimate, margin, range: `task ${id}`, measure: 'own' };
  const share = groups.get(group ?? '');
  return share === undefined ? null : { ...share, range: `group ${group ?? ''}`, measure: 'group' };
}

/** What is said of a group, less what its tasks say of themselves, is shared evenly by the others; what is done had its share. */
function groupShares(groups: NonNullable<Workspace['config']['groups']>, tasks: readonly Task[]): Map<string, Estimate> {
  const shares = new Map<string, Estimate>();
  const members = groupBy(tasks, ({ group }) => group, (task) => task);
  for (const [id, { estimate }] of Object.entries(groups)) {
    const whole = estimate === null || estimate === undefined ? null : readEstimate(estimate);
    const among = members.get(id) ?? [];
    const silent = among.filter((task) => task.estimate === null).length;
    const left = (whole?.minutes ?? 0) - among.reduce((sum, task) => sum + (task.estimate ?? 0), 0);
    if (whole !== null && silent > 0 && left > 0) shares.set(id, { minutes: left / silent, margin: Math.min(whole.margin, left) / silent });
  }
  return shares;
}

/** Minutes for each of an agent's tasks in a slot that say nothing of their length. */
function slotShares(tasks: readonly Task[], slotsOf: Measuring['slotsOf']): Map<string, number> {
  const counts = new Map<string, { readonly slot: number; count: number }>();
  for (const task of tasks) {
    for (const { id, slot } of slotsOf(task)) {
      const key = slotKey(id, task.agent);
      const known = counts.get(key) ?? { slot: slot ?? 0, count: 0 };
      counts.set(key, known);
      known.count++;
    }
  }
  return new Map([...counts].map(([key, { slot, count }]) => [key, slot / count]));
}

function slotKey(slot: string, agent: string | null): string {
  return `${slot}\0${agent ?? ''}`;
}

/** By the progress that was told; else by how long it has been worked on. */
function leftOf(part: Work, { progress }: Task, worked: number | null): Work {
  const share = progress !== null ? 1 - progress / 100 : worked === null || part.work === 0 ? 1 : Math.max(LEAST_LEFT, 1 - worked / part.work);
  return share === 0 ? NO_WORK : { ...part, work: part.work * share, margin: part.margin * share };
}
