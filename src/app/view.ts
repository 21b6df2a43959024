/** The workspace as one reading of its files: what verbs ask of it. */
import type { TaskGraph } from '../core/graph/task-graph.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import type { Survey } from '../core/survey.ts';
import type { Task } from '../core/model.ts';
import type { Workspace } from '../core/documents/workspace.ts';

export interface View {
  readonly survey: Survey;
  /** The survey's problems, without the rest of it: all that is wrong with files and how they fit together, by place. */
  readonly problems: readonly PlacedProblem[];
  /** One task, without reading the others. Ids match ignoring case. */
  task(id: string): Task | null;
  /** All ids, in no particular order. */
  ids(): readonly string[];
  /** Ids of the tasks that wait for this one. */
  dependents(id: string): readonly string[];
  /** Whether it may start as far as files go, without reading all that are ready. */
  isReady(id: string): boolean;
  /** Every file read, with or without success: repository-relative paths, in order. */
  files(): readonly string[];
  /** The blob id of each file's bytes as they were read, by path. */
  blobs(): ReadonlyMap<string, string>;
  /** A file's text as this reading saw it; null where it is none. */
  text(file: string): Promise<string | null>;
  /** Everything: costs a full read of the kept rows. */
  workspace(): Workspace;
  graph(): TaskGraph;
}

/** The workspace as it was at a commit; null: before the first one. */
export interface PastView {
  readonly commit: string | null;
  /** From when on it was so, in milliseconds since 1970. */
  readonly at: number;
  readonly view: View;
}

/** The sides of a merge as people call them. */
export interface MergeNames {
  readonly ours: string;
  readonly theirs: string;
}

/** Revisions as git reads them: a branch, a tag, a commit. */
export interface MergeSides {
  readonly ours: string;
  /** The first of these that is there. */
  readonly theirs: readonly [string, ...string[]];
  readonly names: MergeNames;
}

export interface Merge {
  /** Where the sides parted; several where their histories cross. */
  readonly bases: readonly View[];
  readonly ours: View;
  readonly theirs: View;
  /** A file in conflict is as our side has it, else as theirs. */
  readonly merged: View;
  /** What git cannot merge by itself, with its own word for the kind. */
  readonly conflicts: readonly { readonly kind: string; readonly paths: readonly string[] }[];
}
