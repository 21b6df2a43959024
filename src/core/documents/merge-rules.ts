/** What becomes of a field that both sides changed, by the kind of its document (docs/merging.md has the table). */
import type { FileKind } from './file-kind.ts';
import { fingerprint } from './same-record.ts';
import { isRecord } from './with-value.ts';
import { TASK_LISTS } from './task-lists.ts';

/**
 * `whole`: one value, so a conflict. `fields`: key by key; a list in its order, where the changes do not touch.
 * `named`: entries told apart by `name`, each merged by itself. `set`: additions and removals of both.
 * `status`, `rising`, `log`, `lines`, `prose`: see merge-values.ts.
 */
export type Rule = 'whole' | 'fields' | 'named' | 'set' | 'status' | 'rising' | 'log' | 'lines' | 'prose';

export interface Rules {
  readonly at: (path: readonly string[]) => Rule;
  /** What an entry of a list goes by: unlike its number, that is the same on both sides. */
  readonly name: (path: readonly string[], entry: unknown) => string;
}

type Table = Readonly<Record<string, Rule>>;

/** The text below the front matter, as if it were one more field. No field can be called so. */
export const BODY = '---';

const TASK: Table = { dependencies: 'named', files: 'set', acceptance: 'set', verify: 'set', approvers: 'set', artifacts: 'set', status: 'status', progress: 'rising', notes: 'log' };

const TABLES: Readonly<Partial<Record<FileKind, Table>>> = {
  tasks: TASK,
  handoff: { artifacts: 'named', task_completed: 'set', dependencies_ready: 'set', blockers: 'set', ruled_out: 'set', notes: 'lines' },
  decision: { reviewers: 'set', supersedes: 'set', scope: 'set' },
};

/** Values that only make sense together: half a proof, or half of who and when, proves nothing. */
const WHOLE: ReadonlySet<string> = new Set(['proof', 'acknowledged', 'approval', 'run']);

export function mergeRules(kind: FileKind): Rules {
  return { at: (path) => (kind === 'page' || kind === 'status-page' ? (path.length === 0 ? 'fields' : 'prose') : ruleAt(TABLES[kind] ?? {}, path)), name: nameOf };
}

/** Without what both began with nobody can tell an addition from a removal: only what is equal on both sides is merged. */
export const RULES_WITHOUT_BASE: Rules = { at: () => 'fields', name: nameOf };

function ruleAt(table: Table, path: readonly string[]): Rule {
  const field = fieldOf(path);
  const name = path.at(-1) ?? '';
  if (path.length === 2 && path[0] === 'task_queue' && TASK_LISTS.some(([list]) => list === name)) return 'named';
  if (WHOLE.has(name)) return 'whole';
  if (field === BODY) return 'prose';
  return field !== null && Object.hasOwn(table, field) ? (table[field] ?? 'fields') : 'fields';
}

/** The name of a field of the record itself; null for what lies around it or deeper. */
function fieldOf(path: readonly string[]): string | null {
  const own = path[0] === 'task_queue' ? path.slice(3) : path;
  return own.length === 1 ? (own[0] ?? null) : null;
}

function nameOf(path: readonly string[], entry: unknown): string {
  const field = path.at(-1);
  if (isRecord(entry)) {
    const name = field === 'artifacts' ? entry['path'] : entry['id'];
    if (typeof name === 'string') return field === 'dependencies' ? name.toLowerCase() : name;
  }
  return field === 'dependencies' && typeof entry === 'string' ? entry.toLowerCase() : fingerprint(entry);
}
