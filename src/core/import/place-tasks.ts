/** Finds an id for every task of a draft, tells which are in the workspace already, and puts the others into the fields of files. */
import type { Writable } from '../documents/print-scalar.ts';
import { faultOfId } from '../documents/task-id.ts';
import { readEstimate } from '../duration.ts';
import { isOpen } from '../model.ts';
import { chooseIds } from './choose-ids.ts';
import type { Choice, Names } from './choose-ids.ts';
import { draftTask } from './draft.ts';
import type { DraftDependency, DraftTask, LeftOut } from './draft.ts';
import type { Standing, StandingTask } from './standing.ts';

export interface PlacedTask {
  readonly id: string;
  readonly draft: DraftTask;
  readonly fields: TaskFields;
  /** False: it is there already, and is left as it is. */
  readonly isNew: boolean;
}

/** By their names in files. */
export type TaskFields = ReturnType<typeof fieldsOf>;

export interface TaskPlaces {
  readonly tasks: readonly PlacedTask[];
  readonly leftOut: readonly LeftOut[];
  /** The id of a draft's task by its key. */
  readonly idOf: (key: string) => string | null;
}

export function placeTasks(drafts: readonly DraftTask[], standing: Standing, names: Names): TaskPlaces {
  const wanted = withPromised(drafts, standing);
  const chosen = chooseIds(wanted, standing, names);
  // Most plans have few dependencies, and some none.
  let byName: ReadonlyMap<string, string> | null = null;
  const idOf = (key: string): string | null => (byName ??= idsByName(chosen, standing)).get(key.toLowerCase()) ?? null;
  const done = doneOf(chosen, standing);
  const leftOut: LeftOut[] = [...goneOf(chosen, standing)];
  const tasks = chosen.flatMap(({ draft, id, there }) => {
    if (id === null) {
      leftOut.push({ text: `${draft.id ?? ''} ${draft.title}`.trim(), reason: 'id-taken', origin: draft.origin, sureness: 'sure' });
      return [];
    }
    if (there !== null) leftOut.push(...differences(draft, there, names));
    return [{ id, draft, fields: fieldsOf(id, draft, names, dependenciesOf(id, draft, idOf, done, there === null ? leftOut : [])), isNew: there === null }];
  });
  return { tasks, leftOut, idOf };
}

/** By keys, then by ids in the plan, then by ids in the workspace, in lower case. */
function idsByName(chosen: readonly Choice[], standing: Standing): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { draft, id } of chosen) if (id !== null) byName.set(draft.key.toLowerCase(), id);
  for (const { draft, id } of chosen) if (id !== null && draft.id !== null && !byName.has(draft.id.toLowerCase())) byName.set(draft.id.toLowerCase(), id);
  for (const { id } of standing.tasks) if (!byName.has(id.toLowerCase())) byName.set(id.toLowerCase(), id);
  return byName;
}

/** Ids of what is done; what the workspace says of its tasks goes before what a plan says of them. */
function doneOf(chosen: readonly Choice[], standing: Standing): ReadonlySet<string> {
  const fresh = chosen.flatMap(({ id, draft, there }) => (id !== null && there === null && draft.status === 'done' ? [id] : []));
  return new Set([...fresh, ...standing.tasks.filter(({ status }) => status === 'done').map(({ id }) => id)]);
}

/** What others wait for by an id that nothing describes becomes a milestone: a thing unheard of holds them back, as it should. */
function withPromised(drafts: readonly DraftTask[], standing: Standing): readonly DraftTask[] {
  if (drafts.every(({ dependencies }) => dependencies.length === 0)) return drafts;
  const known = new Set([...drafts.flatMap(({ key, id }) => [key, id ?? key]), ...standing.tasks.map(({ id }) => id)].map((id) => id.toLowerCase()));
  const promised = new Map<string, DraftTask>();
  for (const { dependencies, status, origin } of drafts) {
    if (status === 'done') continue;
    for (const { on } of dependencies) {
      const key = on.toLowerCase();
      if (known.has(key) || promised.has(key) || faultOfId(on) !== null) continue;
      promised.set(key, draftTask({ key: on, id: on, title: on, kind: 'milestone', notes: 'Waited for by others, and described nowhere in the plan.', origin, sureness: 'guess' }));
    }
  }
  return [...drafts, ...promised.values()];
}

/** What the plan says now, and the workspace otherwise. That work went on there is none: a plan that says "to do" is not asked. */
function differences(draft: DraftTask, there: StandingTask, names: Names): readonly LeftOut[] {
  const agent = draft.agent === null ? null : names.agent(draft.agent);
  const minutes = draft.estimate === null ? null : (readEstimate(draft.estimate)?.minutes ?? null);
  const said = [
    ...(draft.title.trim() === there.title.trim() ? [] : [`title: ${draft.title}`]),
    ...(agent === null || agent === there.agent ? [] : [`agent: ${agent}`]),
    ...(minutes === null || minutes === there.estimate ? [] : [`estimate: ${String(draft.estimate)}`]),
    ...(draft.deadline === null || draft.deadline === there.deadline ? [] : [`deadline: ${draft.deadline}`]),
    ...(draft.status === 'todo' || draft.status === there.status ? [] : [`status: ${draft.status}`]),
  ];
  return said.map((text) => ({ text: `${there.id}: ${text}`, reason: 'differs', origin: draft.origin, sureness: 'sure' }));
}

/** Open tasks that came from these sources, and are none of theirs now. What was made of the name others wait for is theirs as long as they do. */
function goneOf(chosen: readonly Choice[], { tasks }: Standing): readonly LeftOut[] {
  const sources = new Set(chosen.map(({ draft }) => draft.origin.file));
  const kept = new Set(chosen.flatMap(({ id, draft }) => [...(id === null ? [] : [id]), ...draft.dependencies.map(({ on }) => on)]).map((id) => id.toLowerCase()));
  return tasks.flatMap(({ id, title, status, from }) => {
    if (from === null || !sources.has(from.file) || !isOpen({ status }) || kept.has(id.toLowerCase())) return [];
    return [{ text: `${id}: ${title}`, reason: 'gone', origin: from, sureness: 'sure' }];
  });
}

function dependenciesOf(own: string, { dependencies, status, origin }: DraftTask, idOf: (key: string) => string | null, done: ReadonlySet<string>, leftOut: LeftOut[]): readonly { id: string; label: string | null }[] {
  if (dependencies.length === 0) return [];
  const found = new Map<string, string | null>();
  for (const { on, label } of dependencies) {
    const id = idOf(on);
    if (id === null) leftOut.push(unknown({ on, label }, origin));
    else if (status === 'done' && !done.has(id)) leftOut.push({ text: `${own} -> ${id}`, reason: 'done-before', origin, sureness: 'sure' });
    else if (id !== own && !found.has(id)) found.set(id, label);
  }
  return [...found].map(([id, label]) => ({ id, label }));
}

function unknown({ on }: DraftDependency, origin: DraftTask['origin']): LeftOut {
  return { text: on, reason: 'unknown-dependency', origin, sureness: 'sure' };
}

function fieldsOf(id: string, draft: DraftTask, names: Names, dependencies: readonly { id: string; label: string | null }[]) {
  const { title, agent, kind, status, progress, priority, phase, group, estimate, deadline, started, completed, files, actions, acceptance, artifacts, approvers, notes, origin } = draft;
  return {
    id,
    task: title,
    agent: agent && names.agent(agent),
    kind,
    status,
    progress,
    priority: priority ?? 'medium',
    dependencies: dependencies.map((one) => (one.label === null ? one.id : { id: one.id, label: one.label })),
    phase: phase && names.phase(phase),
    group: group && names.group(group),
    estimate,
    deadline,
    started,
    completed,
    files,
    actions,
    acceptance,
    artifacts,
    approvers: approvers.map(names.agent),
    notes,
    'x-source': `${origin.file}:${origin.line}`,
  } satisfies Readonly<Record<string, Writable>>;
}
