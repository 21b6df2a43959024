/** Tasks that both sides started, each without knowing of the other: the work is being done twice. */
import type { Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeSubject, MergeTree } from './merge-trees.ts';
import { recordPlace } from './record-place.ts';

export function findDoubleStarts(subject: MergeSubject): Problem[] {
  const { records, names } = subject;
  const news = { ours: newNonces(subject, subject.ours), theirs: newNonces(subject, subject.theirs) };
  return [...records.ours.values()].flatMap(({ key, task: ours }) => {
    const theirs = records.theirs.get(key)?.task;
    if (!ours || !theirs || !isStarted(ours) || !isStarted(theirs) || !wasIdle(subject, key)) return [];
    if (isSameWork(ours, theirs) || shares(news.ours.get(key), news.theirs.get(key))) return [];
    return [problem('double-start', recordPlace(subject, key, 'status'), { id: ours.id, ours: names.ours, oursStatus: ours.status, theirs: names.theirs, theirsStatus: theirs.status })];
  });
}

function isStarted({ status }: Task): boolean {
  return status === 'in_progress' || status === 'review' || status === 'done';
}

function wasIdle({ records }: MergeSubject, key: string): boolean {
  const states = records.bases.map((base) => base.get(key)?.task);
  return states.length > 0 && states.every((task) => task?.status === 'todo');
}

/** Work that reached both sides, by a squash for instance, was proven on the same commit. */
function isSameWork(ours: Task, theirs: Task): boolean {
  return ours.proof?.head !== null && ours.proof?.head !== undefined && ours.proof.head === theirs.proof?.head;
}

/** Nonces of the claims under which handoffs were written since the sides parted, by task. */
function newNonces({ bases }: MergeSubject, { workspace }: MergeTree): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(bases.flatMap((base) => base.workspace.handoffs.map(({ place }) => place.file)));
  const nonces = new Map<string, Set<string>>();
  for (const { task, nonce, place } of workspace.handoffs) {
    if (task === null || nonce === null || known.has(place.file)) continue;
    const key = task.toLowerCase();
    nonces.set(key, (nonces.get(key) ?? new Set()).add(nonce));
  }
  return nonces;
}

function shares(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one !== undefined && other !== undefined && [...one].some((nonce) => other.has(nonce));
}
