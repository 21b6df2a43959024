/** A view on what is kept, for when nothing changed: each part is read when it is asked for. */
import { join } from 'node:path';
import type { View } from '../../app/view.ts';
import { assemble, resolvedTask } from '../../core/documents/assemble.ts';
import { agentIds, rosterOf } from '../../core/documents/roster.ts';
import { buildTaskGraph } from '../../core/graph/task-graph.ts';
import type { Location } from '../../app/ports.ts';
import { idsIn, positionOf, rowOf } from './id-table.ts';
import type { DependentTable, IdTable } from './id-table.ts';
import { once } from './once.ts';
import { unpackReading, unpackTaskOf } from './pack-reading.ts';
import type { PackedReading } from './pack-reading.ts';
import { readText } from './read-text.ts';
import { lazySurvey } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export function cachedView(snapshot: Snapshot, { root, folder }: Location): View {
  const survey = lazySurvey(snapshot);
  const files = once(() => snapshot.section('files') as readonly string[]);
  const table = once(() => snapshot.section('ids') as IdTable);
  const waiting = once(() => snapshot.section('dependents') as DependentTable);
  const idOf = once(() => agentIds(rosterOf(survey.agents)));
  const ids = once(() => idsIn(table()));
  const rows = new Map<number, PackedReading>();
  const row = (at: number): PackedReading => {
    const reading = rows.get(at) ?? snapshot.row(at).reading;
    rows.set(at, reading);
    return reading;
  };
  const workspace = once(() => assemble(snapshot.rows().map(({ reading }) => unpackReading(reading)), folder));
  return {
    survey,
    get problems() {
      return survey.problems;
    },
    task(id) {
      const at = rowOf(table(), id);
      const found = at === null ? null : unpackTaskOf(row(at), id);
      return found && resolvedTask(found, idOf());
    },
    ids,
    dependents(id) {
      const at = positionOf(table(), id);
      return at === null ? [] : dependentsOf(ids, waiting(), at);
    },
    files,
    text: (file) => Promise.resolve(readText(join(root, file), file)?.text ?? null),
    workspace,
    graph: once(() => buildTaskGraph(workspace().tasks)),
  };
}

function dependentsOf(ids: () => readonly string[], { starts, items }: DependentTable, at: number): readonly string[] {
  const positions = items.slice(starts[at], starts[at + 1]);
  return positions.length === 0 ? [] : positions.flatMap((other) => ids()[other] ?? []);
}
