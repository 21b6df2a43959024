/** Boxes at the end by which a whole plan is checked: bare lines, where all work before has an id or somebody to do it. */
import { normal } from './clean-text.ts';
import { hasBoxes, listsIn, saysWork } from './context.ts';
import type { Findings, OpenTask } from './findings.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { stateNamed } from './states.ts';
import { holds, LATER } from './vocabulary.ts';

/** Of fewer nothing can be told. */
const ENOUGH = 4;

export function leaveLastChecks(document: Section, file: string, found: Findings): void {
  const last = sectionsOf(document).filter(({ blocks }) => listsIn(blocks).some(hasBoxes)).at(-1);
  if (last === undefined || last.level === 0 || last.children.length > 0 || tellsOfWork(last)) return;
  const lines = new Set(listsIn(last.blocks).flatMap(({ items }) => items.map(({ line }) => line)));
  const own = found.tasks.filter(({ origin }) => origin.file === file);
  const checks = own.filter(({ origin }) => lines.has(origin.line));
  const work = own.filter(({ origin }) => !lines.has(origin.line));
  if (work.length < ENOUGH || checks.length === 0 || checks.length > work.length || !work.every(isNamed) || !checks.every(isBare)) return;
  for (const { title, origin } of checks) found.leave(`${last.heading.text}: ${title}`, 'no-task', origin, 'guess');
  leaveOut(found, new Set(checks));
}

const tellsOfWork = ({ heading: { text } }: Section): boolean => saysWork(text) || stateNamed(text) !== null || holds(normal(text), LATER);

const isNamed = ({ id, agent, kind }: OpenTask): boolean => id !== null || agent !== null || kind !== 'task';

function isBare(task: OpenTask): boolean {
  return !isNamed(task) && task.phase === null && task.estimate === null && task.deadline === null && [task.dependencies, task.files, task.actions].every(({ length }) => length === 0);
}

function leaveOut(found: Findings, checks: ReadonlySet<OpenTask>): void {
  found.tasks = found.tasks.filter((task) => !checks.has(task));
  const used = new Set(found.tasks.map(({ group }) => group));
  for (const key of new Set([...checks].map(({ group }) => group))) {
    const group = key === null || used.has(key) ? null : found.groups.get(key);
    if (group !== null) found.groups.remove(group);
  }
}
