/** What git cannot merge by itself, explained by records: which of them say two things. */
import { fieldOf } from '../policy/field-of.ts';
import { problem } from '../problem/problem.ts';
import type { Problem, ProblemFacts } from '../problem/problem.ts';
import type { MergeRecord } from './merge-record.ts';
import type { MergeConflict, MergeSubject } from './merge-trees.ts';
import { isContested } from './three-way.ts';

type Facts = ProblemFacts['merge-conflict'];

export function findConflicts(subject: MergeSubject): Problem[] {
  return subject.conflicts.map(withoutAsides).map((conflict) => {
    const [file = ''] = conflict.paths;
    const values = conflict.paths.flatMap((path) => contestedIn(subject, path));
    const first = values.find(({ record }) => record.place.file === file);
    const facts: Facts = {
      kind: kindOf(subject, conflict),
      paths: conflict.paths,
      ...subject.names,
      values: values.map(({ record, field, ours, theirs }) => ({ record: record.name, field, ours, theirs })),
      records: [...new Set(conflict.paths.flatMap((path) => recordsIn(subject, path).map(({ name }) => name)))],
    };
    return problem('merge-conflict', first ? fieldOf(first.record.place, first.field) : { file }, facts);
  });
}

/** Where two things cannot have one name git puts one of them aside, under a name of its own: `cache.md~main`. */
function withoutAsides({ kind, paths }: MergeConflict): MergeConflict {
  return { kind, paths: paths.filter((path) => !paths.some((other) => path.startsWith(`${other}~`))) };
}

/** Git calls it one kind whether the file was there before or both sides added it. */
function kindOf({ bases, ours, theirs }: MergeSubject, { kind, paths }: MergeConflict): string {
  const isIn = (tree: { readonly files: readonly string[] }): boolean => paths.some((path) => tree.files.includes(path));
  return kind === 'contents' && !bases.some(isIn) && isIn(ours) && isIn(theirs) ? 'add/add' : kind;
}

interface Contested {
  readonly record: MergeRecord;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

function contestedIn(subject: MergeSubject, file: string): Contested[] {
  const { bases, ours, theirs } = subject.records;
  return recordsIn(subject, file).flatMap(({ key }) => {
    const [one, other] = [ours.get(key), theirs.get(key)];
    if (!one || !other) return [];
    const isTwofold = (field: string): boolean => bases.every((base) => isContested({ base: base.get(key)?.fields[field], ours: one.fields[field], theirs: other.fields[field] }));
    return Object.keys(one.fields).filter(isTwofold).map((field) => ({ record: one, field, ours: printed(one.fields[field]), theirs: printed(other.fields[field]) }));
  });
}

/** By either side's account. */
function recordsIn({ records }: MergeSubject, file: string): MergeRecord[] {
  const there = [...records.ours.values(), ...records.theirs.values()].filter(({ place }) => place.file === file);
  return [...new Map(there.map((record) => [record.key, record])).values()];
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? 'nothing' : JSON.stringify(value);
}
