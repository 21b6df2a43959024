/** Readings of all files to a view: assembled, checked, surveyed. Each step happens on first use. */
import type { View } from '../../app/view.ts';
import { assemble } from '../../core/documents/assemble.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Workspace } from '../../core/documents/workspace.ts';
import { buildTaskGraph, listOf } from '../../core/graph/task-graph.ts';
import type { TaskGraph } from '../../core/graph/task-graph.ts';
import { checkWorkspace } from '../../core/policy/check-workspace.ts';
import { byPlace } from '../../core/problem/problem.ts';
import type { PlacedProblem, Problem } from '../../core/problem/problem.ts';
import type { Survey } from '../../core/survey.ts';
import { takeSurvey } from '../../core/take-survey.ts';
import { once } from '../../core/once.ts';

export interface Readings {
  readonly folder: string;
  /** In order of file name. */
  readonly readings: readonly FileReading[];
  /** All files the view stands for, where it is built from some of them. */
  readonly files?: readonly string[];
  /** Blob ids by path. */
  readonly blobs: () => ReadonlyMap<string, string>;
  /** Of the tree itself: links, folders, files that are no text. */
  readonly problems: readonly Problem[];
  /** A file's text as it was read, for positions; asked only for files that have problems. */
  readonly textOf: (file: string) => string | null;
}

export interface BuiltView extends View {
  /** Files whose texts will be asked for to place problems. */
  problemFiles(): ReadonlySet<string>;
}

/** `place` finds line and column: reading YAML for that is not for every answer. */
export function buildView(source: Readings, place: (problems: readonly Problem[], textOf: Readings['textOf']) => PlacedProblem[]): BuiltView {
  const workspace = once((): Workspace => assemble(source.readings, source.folder));
  const graph = once((): TaskGraph => buildTaskGraph(workspace().tasks));
  const found = once(() => [...source.problems, ...source.readings.flatMap((reading) => reading.problems), ...checkWorkspace(workspace(), graph())]);
  const problems = once((): PlacedProblem[] => place(found(), source.textOf).sort(byPlace));
  const survey = once((): Survey => takeSurvey(workspace(), graph(), problems));
  const positionOf = (id: string): number | undefined => graph().byId.get(id.toLowerCase());
  return {
    get survey() {
      return survey();
    },
    get problems() {
      return problems();
    },
    task(id) {
      const at = positionOf(id);
      return at === undefined ? null : (graph().tasks[at] ?? null);
    },
    ids: () => graph().tasks.map((task) => task.id),
    dependents(id) {
      const at = positionOf(id);
      return at === undefined ? [] : [...listOf(graph().dependents, at)].flatMap((other) => graph().tasks[other]?.id ?? []);
    },
    isReady: (id) => survey().ready.some((task) => task.id.toLowerCase() === id.toLowerCase()),
    files: () => source.files ?? source.readings.map(({ file }) => file),
    blobs: source.blobs,
    text: (file) => Promise.resolve(source.textOf(file)),
    workspace,
    graph,
    problemFiles: () => new Set(found().map(({ place }) => place.file)),
  };
}
