/** Finds an id for every task of a draft, tells which are in the workspace already, and puts the others into the fields of files. */
import type { Writable } from '../documents/print-scalar.ts';
import { faultOfId } from '../documents/task-id.ts';
import { draftTask } from './draft.ts';
import type { DraftDependency, DraftTask, LeftOut } from './draft.ts';
import { markOf, slugOf } from './slug.ts';
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

/** Whom and what the names in a draft mean. */
export interface Names {
  readonly agent: (name: string) => string;
  readonly phase: (key: string) => string | null;
  readonly group: (key: string) => string | null;
}

export interface TaskPlaces {
  readonly tasks: readonly PlacedTask[];
  readonly leftOut: readonly LeftOut[];
  /** The id of a draft's task by its key. */
  readonly idOf: (key: string) => string | null;
}

export function placeTasks(drafts: readonly DraftTask[], standing: Standing, names: Names): TaskPlaces {
  const wanted = withPromised(drafts, standing);
  const ids = new IdChoice(standing, names);
  const clashes = clashing(wanted);
  const chosen = wanted.map((draft) => ids.choose(draft, clashes.has(derivedId(draft))));
  const byName = new Map<string, string>();
  for (const { draft, id } of chosen) if (id !== null) byName.set(draft.key.toLowerCase(), id);
  for (const { draft, id } of chosen) if (id !== null && draft.id !== null && !byName.has(draft.id.toLowerCase())) byName.set(draft.id.toLowerCase(), id);
  for (const { id } of standing.tasks) if (!byName.has(id.toLowerCase())) byName.set(id.toLowerCase(), id);
  const idOf = (key: string): string | null => byName.get(key.toLowerCase()) ?? null;
  const leftOut: LeftOut[] = [];
  const tasks = chosen.flatMap(({ draft, id, isThere }) => {
    if (id === null) {
      leftOut.push({ text: `${draft.id ?? ''} ${draft.title}`.trim(), reason: 'id-taken', origin: draft.origin, sureness: 'sure' });
      return [];
    }
    return [{ id, draft, fields: fieldsOf(id, draft, names, dependenciesOf(id, draft, idOf, leftOut)), isNew: !isThere }];
  });
  return { tasks, leftOut, idOf };
}

/** What others wait for by an id that nothing describes becomes a milestone: a thing unheard of holds them back, as it should. */
function withPromised(drafts: readonly DraftTask[], standing: Standing): readonly DraftTask[] {
  const known = new Set([...drafts.flatMap(({ key, id }) => [key, id ?? key]), ...standing.tasks.map(({ id }) => id)].map((id) => id.toLowerCase()));
  const promised = new Map<string, DraftTask>();
  for (const { dependencies, origin } of drafts) {
    for (const { on } of dependencies) {
      const key = on.toLowerCase();
      if (known.has(key) || promised.has(key) || faultOfId(on) !== null) continue;
      promised.set(key, draftTask({ key: on, id: on, title: on, kind: 'milestone', notes: 'Waited for by others, and described nowhere in the plan.', origin, sureness: 'guess' }));
    }
  }
  return [...drafts, ...promised.values()];
}

interface Choice {
  readonly draft: DraftTask;
  /** null: its id belongs to another task. */
  readonly id: string | null;
  readonly isThere: boolean;
}

class IdChoice {
  readonly #taken: Set<string>;
  readonly #byId: ReadonlyMap<string, StandingTask>;
  readonly #byContent: ReadonlyMap<string, StandingTask>;
  readonly #names: Names;

  constructor(standing: Standing, names: Names) {
    this.#taken = new Set([...standing.taken, ...standing.tasks.map(({ id }) => id.toLowerCase())]);
    this.#byId = new Map(standing.tasks.map((task) => [task.id.toLowerCase(), task]));
    this.#byContent = new Map(standing.tasks.filter(({ from }) => from !== null).map((task) => [contentOf(task.from, task), task]));
    this.#names = names;
  }

  choose(draft: DraftTask, clashes: boolean): Choice {
    const there = this.#standing(draft, clashes);
    if (there !== null) return { draft, id: there.id, isThere: true };
    if (draft.id !== null && faultOfId(draft.id) === null) return { draft, id: this.#take(draft.id), isThere: false };
    return { draft, id: this.#free(draft, clashes), isThere: false };
  }

  /** Imported before: it came from the same file, under the same id or with the same content; or somebody made it by hand alike. */
  #standing(draft: DraftTask, clashes: boolean): StandingTask | null {
    const named = this.#byId.get((draft.id ?? (clashes ? markedId(draft) : derivedId(draft))).toLowerCase());
    if (named !== undefined && (named.from === draft.origin.file || sameTitle(named.title, draft.title))) return named;
    return this.#byContent.get(contentOf(draft.origin.file, this.#placed(draft))) ?? null;
  }

  #placed(draft: DraftTask): Pick<StandingTask, 'title' | 'agent' | 'phase' | 'group'> {
    const { title, agent, phase, group } = draft;
    return { title, agent: agent && this.#names.agent(agent), phase: phase && this.#names.phase(phase), group: group && this.#names.group(group) };
  }

  #take(id: string): string | null {
    if (this.#taken.has(id.toLowerCase())) return null;
    this.#taken.add(id.toLowerCase());
    return id;
  }

  #free(draft: DraftTask, clashes: boolean): string {
    const first = clashes ? markedId(draft) : derivedId(draft);
    const marked = markedId(draft);
    for (let number = 0; ; number++) {
      const id = this.#take(number === 0 ? first : number === 1 ? marked : `${marked}-${number}`);
      if (id !== null) return id;
    }
  }
}

function contentOf(file: string | null, { title, agent, phase, group }: Pick<StandingTask, 'title' | 'agent' | 'phase' | 'group'>): string {
  return JSON.stringify([file, title, agent, phase, group]);
}

const sameTitle = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** From the id as written where there is one that no file can be called by, else from the title. */
function derivedId({ id, title }: DraftTask): string {
  const derived = slugOf(id ?? title, 'task');
  return faultOfId(derived) === null ? derived : `task-${derived}`.slice(0, 60);
}

/** With a mark of where it stands: tasks of the same title are told apart by whose they are. */
function markedId(draft: DraftTask): string {
  return `${derivedId(draft)}-${markOf([draft.title, draft.agent, draft.phase, draft.group].join('\n'), 4)}`;
}

/** Derived ids that several tasks would get. */
function clashing(drafts: readonly DraftTask[]): ReadonlySet<string> {
  const seen = new Set<string>(drafts.flatMap(({ id }) => (id === null || faultOfId(id) !== null ? [] : [id.toLowerCase()])));
  const twice = new Set<string>();
  for (const draft of drafts) {
    if (draft.id !== null && faultOfId(draft.id) === null) continue;
    const id = derivedId(draft);
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

function dependenciesOf(own: string, { dependencies, origin }: DraftTask, idOf: (key: string) => string | null, leftOut: LeftOut[]): readonly { id: string; label: string | null }[] {
  const found = new Map<string, string | null>();
  for (const { on, label } of dependencies) {
    const id = idOf(on);
    if (id === null) leftOut.push(unknown({ on, label }, origin));
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
