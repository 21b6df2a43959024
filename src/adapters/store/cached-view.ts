/** A view on what is kept, for when nothing changed: each part is read when it is asked for. */
import { join } from 'node:path';
import type { View } from '../../app/view.ts';
import { assemble, resolvedTask } from '../../core/documents/assemble.ts';
import { agentIds, rosterOf } from '../../core/documents/roster.ts';
import { buildTaskGraph } from '../../core/graph/task-graph.ts';
import type { Location } from '../../app/ports.ts';
import { openIdTable } from './id-table.ts';
import { once } from '../../core/once.ts';
import { unpackReading } from './pack-reading.ts';
import { readText } from './read-text.ts';
import { lazySurvey, OID } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export function cachedView(snapshot: Snapshot, { root, folder }: Location): View {
  const survey = lazySurvey(snapshot);
  const files = once(() => snapshot.section('files') as readonly string[]);
  const table = once(() => openIdTable(snapshot.text('ids')));
  const idOf = once(() => agentIds(rosterOf(survey.agents)));
  const workspace = once(() => assemble(snapshot.rows().map(({ reading }) => unpackReading(reading)), folder));
  return {
    survey,
    get problems() {
      return survey.problems;
    },
    task(id) {
      const entry = table().find(id);
      return entry === null ? null : resolvedTask(snapshot.task(entry), idOf());
    },
    ids: () => table().ids(),
    dependents: (id) => table().find(id)?.dependents ?? [],
    isReady: (id) => table().find(id)?.isReady ?? false,
    files,
    blobs: once(() => blobsOf(files(), snapshot.text('oids'))),
    text: (file) => Promise.resolve(readText(join(root, file), file)?.text ?? null),
    workspace,
    graph: once(() => buildTaskGraph(workspace().tasks)),
  };
}

function blobsOf(files: readonly string[], oids: string): ReadonlyMap<string, string> {
  return new Map(files.map((file, at) => [file, oids.slice(at * OID, (at + 1) * OID)]));
}
