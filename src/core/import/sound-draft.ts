/** A draft without what no file can hold: a task without words, a length of time that is none, a path that leads outside. */
import { instantOf } from '../dates.ts';
import { leavesRepository } from '../documents/field-checks.ts';
import { minutesOf, readEstimate } from '../duration.ts';
import type { Draft, DraftTask, LeftOut } from './draft.ts';

export function soundDraft(draft: Draft): Draft {
  const leftOut: LeftOut[] = [];
  const done = doneOf(draft.tasks);
  const tasks = draft.tasks.flatMap((task): readonly DraftTask[] => {
    if (task.title.trim() !== '') return [soundTask(task, done, leftOut)];
    leftOut.push({ text: task.id ?? '-', reason: 'no-value', origin: task.origin, sureness: 'sure' });
    return [];
  });
  const groups = draft.groups.map((group) => ({ ...group, estimate: soundEstimate(group.estimate) }));
  const phases = draft.phases.map((phase) => ({ ...phase, start: soundDate(phase.start), length: phase.length !== null && minutesOf(phase.length) === null ? null : phase.length }));
  const agents = draft.agents.filter(({ name }) => name.trim() !== '').map((agent) => ({ ...agent, owns: agent.owns.filter((path) => !leavesRepository(path)) }));
  const areas = draft.areas.map((area) => ({ ...area, paths: area.paths.filter((path) => !leavesRepository(path)) }));
  return { ...draft, tasks, groups, phases, agents, areas, leftOut: [...draft.leftOut, ...leftOut] };
}

/** Keys and ids of what is done. */
function doneOf(tasks: readonly DraftTask[]): ReadonlySet<string> {
  return new Set(tasks.filter(({ status }) => status === 'done').flatMap(({ key, id }) => [key.toLowerCase(), (id ?? key).toLowerCase()]));
}

function soundTask(task: DraftTask, done: ReadonlySet<string>, leftOut: LeftOut[]): DraftTask {
  const inside = (paths: readonly string[]): readonly string[] => paths.filter((path) => !isOutside(path, task, leftOut));
  const [deadline, started, completed] = [task.deadline, task.started, task.completed].map(soundDate);
  return {
    ...task,
    estimate: soundEstimate(task.estimate),
    ...{ deadline: deadline ?? null, started: started ?? null, completed: completed ?? null },
    progress: task.progress !== null && task.progress >= 0 && task.progress <= 100 ? task.progress : null,
    dependencies: task.status === 'done' ? task.dependencies.filter(({ on }) => isDone(on, task, done, leftOut)) : task.dependencies,
    ...{ files: inside(task.files), artifacts: inside(task.artifacts) },
  };
}

function isDone(on: string, { id, title, origin }: DraftTask, done: ReadonlySet<string>, leftOut: LeftOut[]): boolean {
  const holds = done.has(on.toLowerCase());
  if (!holds) leftOut.push({ text: `${id ?? title}: ${on}`, reason: 'done-before', origin, sureness: 'sure' });
  return holds;
}

function isOutside(path: string, { origin }: DraftTask, leftOut: LeftOut[]): boolean {
  const leaves = leavesRepository(path);
  if (leaves) leftOut.push({ text: path, reason: 'no-path', origin, sureness: 'sure' });
  return leaves;
}

function soundEstimate(estimate: string | number | null): string | number | null {
  return estimate === null || readEstimate(estimate) === null ? null : estimate;
}

function soundDate(date: string | null): string | null {
  return date === null || instantOf(date, 'UTC') === null ? null : date;
}
