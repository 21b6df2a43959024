/** An id for every task of a draft: that of the same task in the workspace, as it is written, or made of what it says and where. */
import { faultOfId } from '../documents/task-id.ts';
import type { DraftTask } from './draft.ts';
import { markOf, slugOf } from './slug.ts';
import type { Standing, StandingTask } from './standing.ts';

/** Whom and what the names in a draft mean. */
export interface Names {
  readonly agent: (name: string) => string;
  readonly phase: (key: string) => string | null;
  readonly group: (key: string) => string | null;
}

export interface Choice {
  readonly draft: DraftTask;
  /** null: its id belongs to another task. */
  readonly id: string | null;
  /** The same task in the workspace, which is left as it is. */
  readonly there: StandingTask | null;
}

export function chooseIds(drafts: readonly DraftTask[], standing: Standing, names: Names): readonly Choice[] {
  const ids = new IdChoice(standing, names);
  const derived = drafts.map((draft) => (isOwn(draft.id) ? null : derivedId(draft)));
  const clashes = clashing(drafts, derived);
  return drafts.map((draft, index) => ids.choose(draft, derived[index] ?? null, clashes));
}

class IdChoice {
  readonly #taken: Set<string>;
  /** By id, where it was taken: the number behind it that is to be tried next. */
  readonly #tried = new Map<string, number>();
  readonly #byId: ReadonlyMap<string, StandingTask>;
  readonly #byContent: ReadonlyMap<string, StandingTask>;
  readonly #names: Names;

  constructor(standing: Standing, names: Names) {
    this.#taken = new Set([...standing.taken, ...standing.tasks.map(({ id }) => id.toLowerCase())]);
    this.#byId = new Map(standing.tasks.map((task) => [task.id.toLowerCase(), task]));
    this.#byContent = new Map(standing.tasks.filter(({ from }) => from !== null).map((task) => [contentOf(task.from?.file ?? null, task), task]));
    this.#names = names;
  }

  /** `derived`: made of what it says, where it has no id of its own; `clashes`: those that several get. */
  choose(draft: DraftTask, derived: string | null, clashes: ReadonlySet<string>): Choice {
    const isShared = derived !== null && clashes.has(derived);
    const there = this.#byId.size === 0 ? null : this.#standing(draft, isShared ? markedId(draft, derived) : (derived ?? ''));
    if (there !== null) return { draft, id: there.id, there };
    return { draft, id: derived === null ? this.#take(draft.id ?? '') : this.#free(draft, derived, isShared), there: null };
  }

  /** Imported before: it came from the same file, under the same id or with the same content; or somebody made it by hand alike. */
  #standing(draft: DraftTask, own: string): StandingTask | null {
    const named = this.#byId.get((draft.id ?? own).toLowerCase());
    if (named !== undefined && (named.from?.file === draft.origin.file || sameTitle(named.title, draft.title))) return named;
    return this.#byContent.get(contentOf(draft.origin.file, this.#placed(draft))) ?? null;
  }

  #placed(draft: DraftTask): Pick<StandingTask, 'title' | 'agent' | 'phase' | 'group'> {
    const { title, agent, phase, group } = draft;
    return { title, agent: agent && this.#names.agent(agent), phase: phase && this.#names.phase(phase), group: group && this.#names.group(group) };
  }

  #take(id: string): string | null {
    const before = this.#taken.size;
    this.#taken.add(id.toLowerCase());
    return this.#taken.size > before ? id : null;
  }

  #free(draft: DraftTask, derived: string, clashes: boolean): string {
    const plain = clashes ? null : this.#take(derived);
    if (plain !== null) return plain;
    const marked = markedId(draft, derived);
    for (let number = this.#tried.get(marked) ?? 0; ; number++) {
      const id = this.#take(number < 2 ? marked : `${marked}-${number}`);
      if (id !== null) return id;
      this.#tried.set(marked, number + 1);
    }
  }
}

function contentOf(file: string | null, { title, agent, phase, group }: Pick<StandingTask, 'title' | 'agent' | 'phase' | 'group'>): string {
  return JSON.stringify([file, title, agent, phase, group]);
}

const sameTitle = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Written so that a file can be called by it. */
function isOwn(id: string | null): id is string {
  return id !== null && faultOfId(id) === null;
}

/** From the id as written where there is one that no file can be called by, else from the title. */
function derivedId({ id, title }: DraftTask): string {
  const derived = slugOf(id ?? title, 'task');
  return faultOfId(derived) === null ? derived : `task-${derived}`.slice(0, 60);
}

/** With a mark of where it stands: tasks of the same title are told apart by whose they are. */
function markedId(draft: DraftTask, derived: string): string {
  return `${derived}-${markOf([draft.title, draft.agent, draft.phase, draft.group].join('\n'), 4)}`;
}

/** Derived ids that several tasks would get. */
function clashing(drafts: readonly DraftTask[], derived: readonly (string | null)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of drafts) if (isOwn(id)) seen.add(id.toLowerCase());
  for (const id of derived) {
    if (id === null) continue;
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}
