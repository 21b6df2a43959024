/** A draft without what no file can hold: a task without words, a date that is none, a path that leads outside. Each is told. */
import { isInstant } from '../dates.ts';
import { leavesRepository } from '../documents/field-checks.ts';
import { minutesOf, readEstimate } from '../duration.ts';
import { fitsTask } from '../schemas/task-forms.js';
import type { Draft, DraftDependency, DraftTask, LeftOut, Origin } from './draft.ts';

type Leave = (text: string, reason: LeftOut['reason']) => void;

/** What is sound already stays as it is. */
export function soundDraft(draft: Draft): Draft {
  const leftOut: LeftOut[] = [];
  const leaving = ({ origin }: { readonly origin: Origin }): Leave => (text, reason) => void leftOut.push({ text, reason, origin, sureness: 'sure' });
  let byName: Names | null = null;
  const names = (): Names => (byName ??= namesOf(draft.tasks));
  const titled = draft.tasks.filter((task) => task.title.trim() !== '');
  for (const task of draft.tasks.length === titled.length ? [] : draft.tasks) if (task.title.trim() === '') leaving(task)(task.id ?? '-', 'no-value');
  const tasks = titled.map((task) => (isPlain(task) ? task : soundTask(task, names, leaving(task))));
  const groups = draft.groups.map((group) => ({ ...group, estimate: valueOrNull('estimate', group.estimate, isEstimate, leaving(group)) }));
  const phases = draft.phases.map((phase) => ({ ...phase, start: valueOrNull('start', phase.start, isInstant, leaving(phase)), length: valueOrNull('length', phase.length, (text) => minutesOf(text) !== null, leaving(phase)) }));
  const agents = draft.agents.filter(({ name }) => name.trim() !== '').map((agent) => ({ ...agent, owns: inside(agent.owns, leaving(agent)) }));
  const areas = draft.areas.map((area) => ({ ...area, paths: inside(area.paths, leaving(area)) }));
  const risks = draft.risks.filter(({ risk }) => risk.trim() !== '');
  return { ...draft, tasks, groups, phases, agents, areas, risks, leftOut: [...draft.leftOut, ...leftOut] };
}

/** Nothing that it says can be unsound: most are so, and there are many. */
function isPlain({ status, deadline, started, completed, estimate, progress, files, artifacts, dependencies, approvers }: DraftTask): boolean {
  const isValued = deadline !== null || started !== null || completed !== null || estimate !== null || progress !== null;
  return !isValued && files.length === 0 && artifacts.length === 0 && (status !== 'done' || (dependencies.length === 0 && approvers.length === 0));
}

function soundTask(task: DraftTask, names: () => Names, leave: Leave): DraftTask {
  return withoutEarly(withoutApprovers(withSoundValues(task, leave), leave), names, leave);
}

function withSoundValues(task: DraftTask, leave: Leave): DraftTask {
  const { deadline, started, completed, estimate, progress, files, artifacts } = task;
  return {
    ...task,
    deadline: valueOrNull('deadline', deadline, isInstant, leave),
    started: valueOrNull('started', started, isInstant, leave),
    completed: valueOrNull('completed', completed, isInstant, leave),
    estimate: valueOrNull('estimate', estimate, isEstimate, leave),
    progress: valueOrNull('progress', progress, (share) => share >= 0 && share <= 100, leave),
    files: inside(files, leave),
    artifacts: inside(artifacts, leave),
  };
}

/** A file holds no seconds, though they can be counted. */
const isEstimate = (length: string | number): boolean => readEstimate(length) !== null && fitsTask({ id: 'x', task: 'x', estimate: length });

function valueOrNull<T extends string | number>(name: string, value: T | null, isSound: (value: T) => boolean, leave: Leave): T | null {
  if (value === null || isSound(value)) return value;
  leave(`${name}: ${value}`, 'no-value');
  return null;
}

function inside(paths: readonly string[], leave: Leave): readonly string[] {
  for (const path of paths) if (leavesRepository(path)) leave(path, 'no-path');
  return paths.filter((path) => !leavesRepository(path));
}

type Names = ReadonlyMap<string, DraftTask>;

/** Where a key and an id are alike, the key is meant. */
function namesOf(tasks: readonly DraftTask[]): Names {
  const byName = new Map<string, DraftTask>();
  for (const task of tasks) byName.set((task.id ?? task.key).toLowerCase(), task);
  for (const task of tasks) byName.set(task.key.toLowerCase(), task);
  return byName;
}

/** People and other tools let a task be done before what it waited for; our files may not say so. */
function withoutEarly(task: DraftTask, names: () => Names, leave: Leave): DraftTask {
  if (task.status !== 'done' || task.dependencies.length === 0) return task;
  const byName = names();
  // What is not of this draft may stand in the workspace: placing tells.
  const isDone = ({ on }: DraftDependency): boolean => (byName.get(on.toLowerCase())?.status ?? 'done') === 'done';
  for (const { on } of task.dependencies.filter((one) => !isDone(one))) leave(`${shown(task)} -> ${shown(byName.get(on.toLowerCase()) ?? { id: on, title: on })}`, 'done-before');
  return { ...task, dependencies: task.dependencies.filter(isDone) };
}

/** What was approved elsewhere needs nobody's approval here; with its approvers it could not be done. */
function withoutApprovers(task: DraftTask, leave: Leave): DraftTask {
  if (task.status !== 'done' || task.approvers.length === 0) return task;
  leave(`${shown(task)}: ${task.approvers.join(', ')}`, 'approved-there');
  return { ...task, approvers: [] };
}

const shown = ({ id, title }: Pick<DraftTask, 'id' | 'title'>): string => id ?? title;
