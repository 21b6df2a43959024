/** What waits for what beyond what is written at each task: names instead of ids, phases in order, checks that close them. */
import { groupBy } from '../../group-by.ts';
import { faultOfId } from '../../documents/task-id.ts';
import { normal } from './clean-text.ts';
import { depend } from './findings.ts';
import type { Findings, OpenPhase, OpenTask } from './findings.ts';
import { splitJoined } from './ids.ts';
import type { Titles } from './titles.ts';
import { CHECK, EVERYBODY, holds, isOne } from './vocabulary.ts';

/** Dependencies by title become those by key; what names nobody and nothing is left out. */
export function resolveNames(found: Findings, titles: Titles): void {
  const keys = new Set(found.tasks.map(({ key }) => key));
  for (const task of found.tasks) {
    const named = task.dependencies;
    if (named.length === 0) continue;
    task.dependencies = [];
    const meant = (on: string): string | undefined => (keys.has(on) ? on : (titles.withId(on) ?? found.numbered.meant(on, task) ?? titles.called(on))?.key);
    for (const { on, label } of named.flatMap((one) => (meant(one.on) === undefined ? splitJoined(one.on).map((part) => ({ ...one, on: part })) : [one]))) {
      const known = meant(on);
      if (known === task.key) found.leave(`${task.id ?? task.title}: ${on}`, 'itself', task.origin, 'sure');
      else if (known !== undefined) depend(task, known, label);
      else if (isOne(normal(on), EVERYBODY)) for (const other of found.tasks) waitForPhase(task, other);
      else if (faultOfId(on) === null && /\d/.test(on)) depend(task, on, label);
      else if (found.resolve(on) === null) found.leave(on, 'unknown-dependency', task.origin, 'sure');
    }
  }
}

function waitForPhase(task: OpenTask, other: OpenTask): void {
  if (task.phase !== null && other.phase === task.phase && other !== task) depend(task, other.key);
}

/** In a phase that goes one after another each task waits for the one before; a check by somebody else at the end is its gate. */
export function putInOrder(found: Findings): void {
  const byPhase = groupBy(found.tasks, ({ phase }) => phase, (task) => task);
  markGates(found, byPhase);
  let before: { readonly phase: OpenPhase; readonly last: OpenTask } | null = null;
  const phases = found.phases.all();
  const hasGates = phases.some(({ gate }) => gate !== null);
  for (const phase of phases) {
    const tasks = byPhase.get(phase.key) ?? [];
    const [first] = tasks;
    const last = tasks.at(-1);
    if (phase.mode !== 'sequential' || first === undefined || last === undefined) continue;
    if (!isAgainst(tasks) && !isTold(tasks)) for (const [index, task] of tasks.entries()) dependOn(task, tasks[index - 1]);
    if (before !== null && before.phase.gate === null && hasGates) depend(first, before.last.key);
    before = { phase, last };
  }
  for (const { gate, key } of phases) closeGate(gate, byPhase.get(key) ?? []);
}

function closeGate(key: string | null, tasks: readonly OpenTask[]): void {
  const gate = tasks.find((task) => task.key === key);
  if (gate === undefined || gate.dependencies.length > 0) return;
  for (const task of tasks) if (task !== gate) depend(gate, task.key);
}

/** What is written says that an earlier one waits for a later one: then the order on the page is none. */
function isAgainst(tasks: readonly OpenTask[]): boolean {
  const places = new Map(tasks.map(({ key }, index) => [key, index]));
  return tasks.some(({ dependencies }, index) => dependencies.some(({ on }) => (places.get(on) ?? -1) > index));
}

/** Where most say themselves what they wait for, the others wait for nothing. */
function isTold(tasks: readonly OpenTask[]): boolean {
  return tasks.filter(({ dependencies }) => dependencies.length > 0).length * 2 >= tasks.length;
}

function dependOn(task: OpenTask, previous: OpenTask | undefined): void {
  if (previous !== undefined) depend(task, previous.key);
}

/** Whoever closes phases in which others work, by checking: the lead. */
function markGates(found: Findings, byPhase: ReadonlyMap<string | null, readonly OpenTask[]>): void {
  const closing = found.phases.all().flatMap((phase) => {
    const tasks = byPhase.get(phase.key) ?? [];
    const last = tasks.at(-1);
    const isByOther = last !== undefined && last.agent !== null && tasks.some(({ agent }) => agent !== null && agent !== last.agent);
    return phase.gate === null && phase.mode === 'sequential' && isByOther ? [{ phase, last }] : [];
  });
  for (const own of groupBy(closing, ({ last }) => last.agent, (one) => one).values()) {
    const checks = own.filter(({ last }) => holds(normal(last.title), CHECK)).length;
    if (checks * 2 < own.length || checks === 0) continue;
    for (const { phase, last } of own) {
      last.kind = 'gate';
      phase.gate = last.key;
    }
  }
}
