/** What an import makes of plans, as a table of facts: one line a record, without a sentence of the plan. */
import { placeDraft } from '../../src/core/import/place-draft.ts';
import { readMarkdown } from '../../src/core/import/markdown/read-markdown.ts';
import { NOTHING_STANDS } from '../../src/core/import/standing.ts';

export interface PlanTable {
  readonly agents: readonly string[];
  readonly phases: readonly string[];
  readonly groups: readonly string[];
  /** "line kind agent status priority estimate id", an id that was made as `*`. */
  readonly tasks: readonly string[];
  /** "line -> line label": the first waits for the second. */
  readonly edges: readonly string[];
  readonly needs: readonly string[];
  /** "line path". */
  readonly files: readonly string[];
  /** "line phase group" of what is no milestone: the lines where its phase and its group begin. */
  readonly places: readonly string[];
  /** "line -> line": a phase and the gate at its end. */
  readonly gates: readonly string[];
}

export function planTable(text: string): PlanTable {
  const { draft, faults } = readMarkdown([{ name: 'PLAN.md', text }]);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const { agents, tasks } = placeDraft(draft, NOTHING_STANDS);
  const lines = new Map(tasks.map(({ id, draft: { origin } }) => [id, origin.line]));
  const phases = new Map(draft.phases.map(({ key, origin }) => [key, origin.line]));
  const groups = new Map(draft.groups.map(({ key, origin }) => [key, origin.line]));
  const keys = new Map(tasks.map(({ draft: { key, origin } }) => [key, origin.line]));
  return {
    agents: agents.map(({ id }) => id).sort(),
    phases: draft.phases.map(({ origin, mode, continues }) => `${origin.line} ${mode} ${continues.length}`),
    groups: draft.groups.map(({ origin, estimate }) => `${origin.line} ${estimate ?? '-'}`),
    tasks: tasks.map(({ id, fields, draft: { id: written, origin } }) => [origin.line, fields.kind, dashed(fields.agent ?? '-'), fields.status, fields.priority, dashed(String(fields.estimate ?? '-')), written === null ? '*' : id].join(' ')),
    edges: tasks.flatMap(({ fields, draft: { origin } }) => fields.dependencies.map((one) => (typeof one === 'string' ? `${origin.line} -> ${lines.get(one) ?? '?'}` : `${origin.line} -> ${lines.get(one.id) ?? '?'} ${one.label}`))),
    needs: agents.flatMap(({ id, needs }) => needs.map(({ from, label }) => `${id} <- ${from}: ${label ?? '-'}`)),
    files: tasks.flatMap(({ fields, draft: { origin } }) => fields.files.map((path) => `${origin.line} ${path}`)),
    places: tasks.filter(({ fields }) => fields.kind !== 'milestone').map(({ draft: { origin, phase, group } }) => `${origin.line} ${phases.get(phase ?? '') ?? '-'} ${groups.get(group ?? '') ?? '-'}`),
    gates: draft.phases.flatMap(({ gate, origin }) => (gate === null ? [] : [`${origin.line} -> ${keys.get(gate) ?? '?'}`])),
  };
}

const dashed = (text: string): string => text.replaceAll(' ', '-');

/** Shares of what was found that is right, and of what is right that was found. A `?` in what is expected: anything may stand there. */
export function compare(found: readonly string[], expected: readonly string[]): { readonly precision: number; readonly recall: number; readonly wrong: readonly string[]; readonly missed: readonly string[] } {
  const wrong = found.filter((one) => !expected.some((row) => fits(one, row)));
  const missed = expected.filter((row) => !found.some((one) => fits(one, row)));
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return { precision: share(found.length - wrong.length, found.length), recall: share(expected.length - missed.length, expected.length), wrong, missed };
}

function fits(found: string, row: string): boolean {
  if (found === row) return true;
  const words = found.split(' ');
  const asked = row.split(' ');
  return asked.includes('?') && words.length === asked.length && asked.every((word, i) => word === '?' || word === words[i]);
}
