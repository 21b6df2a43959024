/** A view of files that are given as texts, read by the real readers. */
import { createHash } from 'node:crypto';
import type { View } from '../../src/app/view.ts';
import { assemble } from '../../src/core/documents/assemble.ts';
import { placeProblems } from '../../src/core/documents/place-problems.ts';
import { readFile } from '../../src/core/documents/read-file.ts';
import { buildTaskGraph, listOf } from '../../src/core/graph/task-graph.ts';
import { checkWorkspace } from '../../src/core/policy/check-workspace.ts';
import { takeSurvey } from '../../src/core/take-survey.ts';

export function memoryView(texts: ReadonlyMap<string, string>, folder: string): View {
  const names = [...texts.keys()].filter((file) => file.startsWith(`${folder}/`)).sort();
  const readings = names.map((file) => readFile(file, texts.get(file) ?? '', folder));
  const workspace = assemble(readings, folder);
  const graph = buildTaskGraph(workspace.tasks);
  const found = [...readings.flatMap(({ problems }) => problems), ...checkWorkspace(workspace, graph)];
  const survey = takeSurvey(workspace, graph, () => placeProblems(found, (file) => texts.get(file) ?? null));
  const position = (id: string): number => graph.byId.get(id.toLowerCase()) ?? -1;
  return {
    survey,
    task: (id) => graph.tasks[position(id)] ?? null,
    problems: survey.problems,
    ids: () => graph.tasks.map(({ id }) => id),
    dependents: (id) => (position(id) === -1 ? [] : [...listOf(graph.dependents, position(id))].flatMap((at) => graph.tasks[at]?.id ?? [])),
    isReady: (id) => survey.ready.some((task) => task.id.toLowerCase() === id.toLowerCase()),
    files: () => names,
    blobs: () => new Map(names.map((file) => [file, blobId(texts.get(file) ?? '')])),
    text: (file) => Promise.resolve(texts.get(file) ?? null),
    workspace: () => workspace,
    graph: () => graph,
  };
}

function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex');
}
