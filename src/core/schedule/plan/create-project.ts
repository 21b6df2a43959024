/** From a workspace and its claims to what is planned, and what cannot be. */
import { groupBy } from '../../group-by.ts';
import type { Workspace } from '../../documents/workspace.ts';
import type { TaskGraph } from '../../graph/task-graph.ts';
import { layersOf } from '../../graph/layers.ts';
import type { Task } from '../../model.ts';
import { readinessOf } from '../readiness.ts';
import { compareIds, dueOf } from '../ranking.ts';
import { settingsOf } from '../../documents/settings.ts';
import { columnsOf } from './columns.ts';
import { createCrew } from './create-crew.ts';
import type { Underway } from './create-crew.ts';
import { createExclusions } from './exclusions.ts';
import { joinNodes } from './join-nodes.ts';
import type { Node } from './join-nodes.ts';
import { measureWork } from './measure-work.ts';
import { phaseTimes } from './phase-times.ts';
import type { PhaseTime } from './phase-times.ts';
import { NOBODY } from './project.ts';
import type { Activity, Project } from './project.ts';
import type { Unplaced } from './unplaced.ts';

export interface PlanSource {
  readonly workspace: Workspace;
  readonly graph: TaskGraph;
  /** Claims that count, by lower-case id. */
  readonly underway: ReadonlyMap<string, Underway>;
  readonly start: number;
}

export interface Planned {
  readonly project: Project;
  readonly unplaced: readonly Unplaced[];
}

export function createProject({ workspace, graph, underway, start }: PlanSource): Planned {
  const { config } = workspace;
  const { timeZone } = settingsOf(config);
  const readiness = readinessOf(workspace, graph, layersOf(graph));
  const phases = phaseTimes(config);
  const claimOf = ({ id }: Task): Underway | null => underway.get(id.toLowerCase()) ?? null;
  const isHeld = (task: Task): boolean => claimOf(task)?.state === 'held';
  const crew = createCrew(workspace, graph, claimOf, start);
  const slotsOf = slotFinder(phases, isHeld);
  const partsOf = measureWork(workspace, {
    slotsOf,
    workedOn: (task) => {
      const since = claimOf(task)?.since;
      return typeof since === 'number' ? (crew.calendarOf(task)).between(since, start) : null;
    },
    isDoneElsewhere: (task) => claimOf(task)?.state === 'done',
  });
  const activitiesOf = (task: Task): Activity[] => {
    const slots = slotsOf(task);
    const underway = isHeld(task);
    return partsOf(task).map((part, index, { length }) => {
      const begins = (slots[index] ?? phases.get(task.phase ?? ''))?.start ?? start;
      const due = index === length - 1 ? dueOf(task, timeZone) : Infinity;
      return { ...part, task, who: part.work === 0 ? NOBODY : crew.whoDoes(task), earliest: underway ? start : Math.max(start, begins), due, underway };
    });
  };
  const open = graph.tasks.map((task, position) => ({ task, position })).filter(({ position }) => readiness.satisfied[position] !== 1);
  // In order of id, so that a plan does not hang on where tasks stand.
  open.sort((one, other) => compareIds(one.task.id, other.task.id));
  const nodes: Node[] = open.flatMap(({ task, position }) => activitiesOf(task).map((activity) => ({ activity, position })));
  const { kept, before, after, unplaced } = joinNodes({ nodes, workspace, graph, readiness });
  const takesTime = ({ work }: Activity): boolean => work > 0;
  const turnOf = ({ task }: Activity): string | null => (task?.phase && phases.get(task.phase)?.isSequential ? task.phase : null);
  const exclusions = createExclusions(
    kept.map((activity) => (takesTime(activity) ? (activity.task?.files ?? []) : [])),
    kept.map((activity) => (takesTime(activity) ? turnOf(activity) : null)),
  );
  const limit = config.limits?.agents ?? Infinity;
  return { project: { start, crew: crew.members, limit, calendar: crew.calendar, activities: kept, columns: columnsOf(kept), before, after, exclusions }, unplaced };
}

/** Its own phase, where that is a slot, and those that continue it. What somebody works on goes on without a break. */
function slotFinder(phases: ReadonlyMap<string, PhaseTime>, isHeld: (task: Task) => boolean): (task: Task) => readonly PhaseTime[] {
  const slots = [...phases.values()].filter(({ slot }) => slot !== null);
  const continuing = groupBy(slots.flatMap((phase) => phase.continues.map((id) => ({ id, phase }))), ({ id }) => id.toLowerCase(), ({ phase }) => phase);
  return (task) => {
    const own = phases.get(task.phase ?? '');
    if (!own || own.slot === null) return [];
    return isHeld(task) ? [own] : [own, ...(continuing.get(task.id.toLowerCase()) ?? []).filter(({ id }) => id !== own.id)];
  };
}
