/** Tasks that another tool kept, as one plan: their phases and groups, and what of them cannot stand together here. */
import { draftPhase, EMPTY_DRAFT } from './draft.ts';
import type { DraftGroup, DraftPhase, DraftTask, LeftOut, Reading, SourceText } from './draft.ts';
import { draftFaults } from './draft-faults.ts';
import { soundDraft } from './sound-draft.ts';

export function foreignDraft(read: readonly DraftTask[], leftOut: readonly LeftOut[] = []): Reading {
  const tasks = read.map((task) => (task.title.trim() === '' ? { ...task, title: task.id ?? task.key } : task));
  return { draft: soundDraft({ ...EMPTY_DRAFT, tasks, phases: phasesOf(tasks), groups: groupsOf(tasks), leftOut }), faults: draftFaults(tasks) };
}

/** A source that is none of its kind: nothing is taken from the others either. */
export function unreadableSource({ name }: SourceText, reason: string, line = 1): Reading {
  return { draft: EMPTY_DRAFT, faults: [{ code: 'unreadable-source', reason, origins: [{ file: name, line }] }] };
}

function phasesOf(tasks: readonly DraftTask[]): DraftPhase[] {
  return firstOf(tasks, ({ phase }) => phase).map(([key, { origin }]) => draftPhase(key, key, origin));
}

function groupsOf(tasks: readonly DraftTask[]): DraftGroup[] {
  return firstOf(tasks, ({ group }) => group).map(([key, { origin }]) => ({ key, name: key, agent: null, estimate: null, origin, sureness: 'sure' }));
}

function firstOf(tasks: readonly DraftTask[], keyOf: (task: DraftTask) => string | null): (readonly [string, DraftTask])[] {
  const first = new Map<string, DraftTask>();
  for (const task of tasks) {
    const key = keyOf(task);
    if (key !== null && !first.has(key)) first.set(key, task);
  }
  return [...first];
}
